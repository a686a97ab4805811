package community.haven.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import community.haven.account.PersonalData;
import community.haven.shared.Jdbc;

/** What one has written for the board, after each edit, and what one was told when something of it was removed. */
@Singleton
class OwnResources implements PersonalData {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    /** A resource has up to 20,000 characters; that many of them are in memory at once. */
    private static final int FEW = 20;

    private final Jdbc jdbc;

    OwnResources(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Part> partsOf(UUID account) {
        return List.of(
                part(account, new Source("resources", "r.*", "board_resource r where r.author_id = ?", "r.id", "0"),
                        OwnResources::resource),
                part(account, new Source("resourceVersions", "v.*",
                        "board_revision v join board_resource r on r.id = v.resource_id where r.author_id = ?", "v.resource_id",
                        "v.version"), OwnResources::version),
                part(account, new Source("resourceRemovals", "x.*, r.title",
                        "board_removal x join board_resource r on r.id = x.resource_id where r.author_id = ?", "x.id", "0"),
                        OwnResources::removal));
    }

    private Part part(UUID account, Source source, Jdbc.Reader<Map<String, Object>> reader) {
        long count = jdbc.list(source.counted(), List.of(account), row -> row.getLong("found")).get(0);
        return Part.<Found> paged(source.name(), count, last -> {
            UUID after = last == null ? BEFORE_ALL : last.id();
            return jdbc.list(source.paged(), List.of(account, after, after, last == null ? 0 : last.number(), FEW),
                    row -> new Found(Jdbc.uuid(row, "at_id"), row.getInt("at_number"), reader.read(row)));
        }, Found::item);
    }

    private static Map<String, Object> resource(ResultSet row) throws SQLException {
        Map<String, Object> item = text(row);
        item.put("state", lower(row.getString("state")));
        item.put("createdAt", Jdbc.instant(row, "created_at"));
        item.put("updatedAt", Jdbc.instant(row, "updated_at"));
        return item;
    }

    private static Map<String, Object> version(ResultSet row) throws SQLException {
        Map<String, Object> item = text(row);
        item.put("version", row.getInt("version"));
        item.put("at", Jdbc.instant(row, "at"));
        return item;
    }

    private static Map<String, Object> text(ResultSet row) throws SQLException {
        return PersonalData.item("title", row.getString("title"), "kind", lower(row.getString("kind")),
                "summary", row.getString("summary"), "body", row.getString("body"),
                "steps", Lines.split(row.getString("steps")), "minutes", row.getInt("minutes"),
                "source", row.getString("source"));
    }

    private static Map<String, Object> removal(ResultSet row) throws SQLException {
        return PersonalData.item("title", row.getString("title"), "at", Jdbc.instant(row, "at"),
                "rule", row.getString("rule_id"), "reason", row.getString("reason"),
                "restoredAt", row.getObject("restored_at") == null ? null : Jdbc.instant(row, "restored_at"),
                "restoreReason", row.getString("restoration_reason"));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * What is read, in the order of an id and a number.
     *
     * @param number {@code 0} where the id alone is enough
     */
    private record Source(String name, String columns, String from, String id, String number) {

        String counted() {
            return "select count(*) as found from " + from;
        }

        String paged() {
            return "select " + columns + ", " + id + " as at_id, " + number + " as at_number from " + from
                    + " and (%1$s > ? or (%1$s = ? and %2$s > ?)) order by %1$s, at_number limit ?".formatted(id, number);
        }
    }

    private record Found(UUID id, int number, Map<String, Object> item) {

        @Override
        public String toString() {
            return "Found[" + id + "]";
        }
    }
}
