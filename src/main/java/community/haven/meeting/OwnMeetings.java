package community.haven.meeting;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import community.haven.account.PersonalData;
import community.haven.shared.Jdbc;

/**
 * Where one comes, waits or is the host, and that one has a calendar address. Places go with the membership of their room, the
 * rest with the account. Few rows by nature: what is over is forgotten.
 */
@Singleton
class OwnMeetings implements PersonalData {

    private final Jdbc jdbc;

    OwnMeetings(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Part> partsOf(UUID account) {
        return List.of(part("meetings", jdbc.list(
                """
                        select r.name, m.title, m.starts_at, case when p.held then 'place' when p.held is null then 'host' else 'waiting' end
                            as part, p.asked_at
                        from meeting m join room r on r.id = m.room_id
                        left join meeting_place p on p.meeting_id = m.id and p.account_id = ?
                        where p.account_id is not null or m.host_id = ? or m.led_by = ? order by m.starts_at, m.id""",
                List.of(account, account, account),
                row -> PersonalData.item("room", row.getString("name"), "title", row.getString("title"), "startsAt",
                        Jdbc.instant(row, "starts_at"), "part", row.getString("part"), "at", Jdbc.instant(row, "asked_at")))),
                part("meetingSeries", jdbc.list("""
                        select r.name, s.title, w.asked_at, s.host_id = ? as host from meeting_series s
                        join room r on r.id = s.room_id
                        left join meeting_regular w on w.series_id = s.id and w.account_id = ?
                        where w.account_id is not null or s.host_id = ? order by r.name, s.title""",
                        List.of(account, account, account),
                        row -> PersonalData.item("room", row.getString("name"), "title", row.getString("title"), "host",
                                row.getBoolean("host"), "at", Jdbc.instant(row, "asked_at")))),
                part("calendar", jdbc.list("select made_at, titles from calendar where account_id = ?", List.of(account),
                        row -> PersonalData.item("at", Jdbc.instant(row, "made_at"), "titles", row.getBoolean("titles")))));
    }

    private static Part part(String name, List<Map<String, Object>> items) {
        return new Part(name, items.size(), items::forEach);
    }
}
