package community.haven.standing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import community.haven.account.PersonalData;
import community.haven.shared.Jdbc;

/** What one was told when moderators decided something, as {@link Notice#isToldOf} has it. */
@Singleton
class OwnMeasures implements PersonalData {

    private final Jdbc jdbc;

    OwnMeasures(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Few rows by nature: each is a decision of people. */
    @Override
    public List<Part> partsOf(UUID account) {
        List<Map<String, Object>> items = jdbc.list("""
                select * from measure where account_id = ?
                and (kind <> 'EXCLUDE' or seconded_at is not null or meanwhile_until is not null) order by made_at""",
                List.of(account), OwnMeasures::item);
        return List.of(new Part("measures", items.size(), items::forEach));
    }

    private static Map<String, Object> item(ResultSet row) throws SQLException {
        return PersonalData.item("kind", row.getString("kind").toLowerCase(Locale.ROOT), "rule", row.getString("rule_id"),
                "reason", row.getString("reason"), "at", Jdbc.instant(row, "made_at"), "until", moment(row, "ends_at"),
                "liftedAt", moment(row, "lifted_at"), "liftReason", row.getString("lift_reason"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : Jdbc.instant(row, column);
    }
}
