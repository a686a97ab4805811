package community.haven.room;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import community.haven.account.Person;
import community.haven.shared.Jdbc;

/** What ties people to rooms, and so who may know of a room at all. */
@Singleton
class TieRows {

    /** Of {@code room r}, with parameters :staff, :account and :now: that somebody may know of it. */
    static final String KNOWN = """
            (r.visibility <> 'INVITATION' or :staff
            or exists (select 1 from membership m where m.room_id = r.id and m.account_id = :account)
            or exists (select 1 from room_request q where q.room_id = r.id and q.account_id = :account)
            or exists (select 1 from room_removal x where x.room_id = r.id and x.account_id = :account
                and (x.until is null or x.until > :now)))""";

    private final Jdbc jdbc;
    private final Clock clock;

    TieRows(Jdbc jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether there is such a room, as far as this person may know. One question for both, so that no answer takes longer. */
    boolean knows(Person person, UUID room) {
        String known = KNOWN.replaceAll(":\\w+", "?");
        return !jdbc.list("select r.id from room r where r.id = ? and " + known,
                List.of(room, person.isStaff(), person.id(), person.id(), person.id(), Instant.now(clock)),
                row -> Jdbc.uuid(row, "id")).isEmpty();
    }

    Tie of(Membership who) {
        return of(who.account(), List.of(who.room())).get(who.room());
    }

    /** For each of these rooms. */
    Map<UUID, Tie> of(UUID account, Collection<UUID> rooms) {
        if (rooms.isEmpty()) {
            return Map.of();
        }
        return jdbc.list(
                """
                        select r.id, m.joined_at, q.*, x.rule_id, x.reason, x.removed_at, x.until, h.from_id, h.to_id, h.offered_at from room r
                        left join membership m on m.room_id = r.id and m.account_id = ?
                        left join room_request q on q.room_id = r.id and q.account_id = ?
                        left join room_removal x on x.room_id = r.id and x.account_id = ? and (x.until is null or x.until > ?)
                        left join room_hand_over h on h.room_id = r.id and ? in (h.from_id, h.to_id)
                        where\s"""
                        + Jdbc.any("r.id = ?", rooms.size()),
                Stream.concat(Stream.of(account, account, account, Instant.now(clock), account), rooms.stream()).toList(),
                row -> Map.entry(Jdbc.uuid(row, "id"), read(row))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Tie read(ResultSet row) throws SQLException {
        return new Tie(row.getObject("joined_at") != null, row.getObject("asked_at") == null ? null : RequestRows.read(row),
                row.getObject("removed_at") == null ? null : RemovalRows.read(row),
                row.getObject("offered_at") == null ? null : OfferRows.read(row));
    }
}
