package community.haven.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import community.haven.shared.Jdbc;

/** Who one is here, without anything that opens a door: no password, no codes, no keys of sessions. */
@Singleton
class OwnAccount implements PersonalData {

    private final Jdbc jdbc;

    OwnAccount(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Part> partsOf(UUID account) {
        return List.of(
                part("account", """
                        select a.*, f.confirmed_at, (select count(*) from recovery_code c where c.account_id = a.id) as codes
                        from account a left join second_factor f on f.account_id = a.id where a.id = ?""", account,
                        OwnAccount::person),
                part("agreements", "select * from agreement where account_id = ? order by agreed_at", account,
                        row -> PersonalData.item("version", row.getString("version"), "at", Jdbc.instant(row, "agreed_at"))),
                part("emails", "select * from email where account_id = ?", account, OwnAccount::email),
                part("introduction", "select * from newcomer where account_id = ?", account,
                        row -> PersonalData.item("text", row.getString("introduction"), "at", Jdbc.instant(row, "asked_at"),
                                "reason", row.getString("reason"))),
                part("invitations", "select * from invitation where maker = ? order by created_at", account,
                        row -> PersonalData.item("note", row.getString("note"), "usesLeft", row.getInt("uses_left"),
                                "createdAt", Jdbc.instant(row, "created_at"), "until", Jdbc.instant(row, "expires_at"))),
                part("sessions", "select * from session where account_id = ? order by created_at", account,
                        OwnAccount::session),
                part("quietMutes", """
                        select m.since, if(a.state in ('ACTIVE', 'WAITING'), a.handle, null) as handle
                        from quiet_mute m join account a on a.id = m.muted_id where m.account_id = ? order by m.since""",
                        account,
                        row -> PersonalData.item("handle", row.getString("handle"), "at", Jdbc.instant(row, "since"))));
    }

    /** Few rows by nature: nobody has many sessions. */
    private Part part(String name, String sql, UUID account, Jdbc.Reader<Map<String, Object>> reader) {
        List<Map<String, Object>> items = jdbc.list(sql, List.of(account), reader);
        return new Part(name, items.size(), items::forEach);
    }

    private static Map<String, Object> person(ResultSet row) throws SQLException {
        return PersonalData.item("id", row.getString("id"), "handle", row.getString("handle"),
                "role", lower(row.getString("role")), "state", lower(row.getString("state")),
                "joinedAt", Jdbc.instant(row, "created_at"), "adultAt", Jdbc.instant(row, "adult_at"),
                "nameChangedAt", moment(row, "handle_changed_at"),
                "secondFactorSince", moment(row, "confirmed_at"), "recoveryCodesLeft", row.getInt("codes"));
    }

    private static Map<String, Object> session(ResultSet row) throws SQLException {
        return PersonalData.item("browser", row.getString("browser"), "platform", row.getString("platform"),
                "signedInAt", Jdbc.instant(row, "created_at"), "lastUsedAt", Jdbc.instant(row, "rotated_at"),
                "endsAt", Jdbc.instant(row, "expires_at"), "endedAt", moment(row, "ended_at"));
    }

    private static Map<String, Object> email(ResultSet row) throws SQLException {
        return PersonalData.item("email", row.getString("address"), "confirmedAt", moment(row, "confirmed_at"),
                "unconfirmedEmail", row.getString("pending"), "at", moment(row, "asked_at"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : Jdbc.instant(row, column);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
