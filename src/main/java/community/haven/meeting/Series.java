package community.haven.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import community.haven.shared.Jdbc;

/**
 * What was scheduled, once or every week.
 *
 * @param firstAt by the clock on the wall of its zone
 * @param host {@code null} once they have been erased
 * @param until the last day on which there may be a session; {@code null} for open-ended
 */
record Series(UUID id, UUID room, String title, UUID host, LocalDateTime firstAt, ZoneId zone, int minutes, int places,
        boolean weekly, LocalDate until, int version) {

    static Series read(ResultSet row) throws SQLException {
        String host = row.getString("host_id");
        return new Series(Jdbc.uuid(row, "id"), Jdbc.uuid(row, "room_id"), row.getString("title"),
                host == null ? null : UUID.fromString(host), row.getObject("first_at", LocalDateTime.class),
                ZoneId.of(row.getString("zone")), row.getInt("minutes"), row.getInt("places"), row.getBoolean("weekly"),
                row.getObject("until_day", LocalDate.class), row.getInt("version"));
    }

    /** The days of its sessions that begin after one moment and not after another; the first one however far off it is. */
    List<LocalDate> days(Instant after, Instant end) {
        Stream<LocalDate> days = weekly ? Stream.iterate(firstAt.toLocalDate(), day -> day.plusWeeks(1))
                : Stream.of(firstAt.toLocalDate());
        return days.takeWhile(day -> day.equals(firstAt.toLocalDate()) || !startOn(day).isAfter(end))
                .takeWhile(day -> until == null || !day.isAfter(until))
                .filter(day -> startOn(day).isAfter(after)).toList();
    }

    /** When the session of a day begins: at the same time on the wall, whatever the clocks have been changed to. */
    Instant startOn(LocalDate day) {
        return day.atTime(firstAt.toLocalTime()).atZone(zone).toInstant();
    }

    Meeting on(LocalDate day) {
        Instant start = startOn(day);
        return new Meeting(UUID.randomUUID(), id, room, day, title, host, host, places,
                Course.scheduled(start, start.plusSeconds(60L * minutes)), 0);
    }

    @Override
    public String toString() {
        return "Series[" + id + "]";
    }
}
