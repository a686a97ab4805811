package community.haven.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import community.haven.shared.Jdbc;

/**
 * One session.
 *
 * @param day the day of its series that it stands for, also when it has been moved
 * @param host who was named as its host; {@code null} once they have been erased
 * @param leader who looks after it now; the host, unless somebody took over
 * @param version changes with every edit, and not with what the clock does
 */
record Meeting(UUID id, UUID series, UUID room, LocalDate day, String title, UUID host, UUID leader, int places,
        Course course, int version) {

    static Meeting read(ResultSet row) throws SQLException {
        return new Meeting(Jdbc.uuid(row, "id"), Jdbc.uuid(row, "series_id"), Jdbc.uuid(row, "room_id"),
                row.getObject("day", LocalDate.class), row.getString("title"), person(row, "host_id"), person(row, "led_by"),
                row.getInt("places"), course(row), row.getInt("version"));
    }

    Instant startsAt() {
        return course.startsAt();
    }

    MeetingState state() {
        return course.state();
    }

    Meeting with(Course next) {
        return new Meeting(id, series, room, day, title, host, leader, places, next, version);
    }

    Meeting ledBy(UUID account) {
        return new Meeting(id, series, room, day, title, host, account, places, course, version);
    }

    /** Edited, and hosted by whoever is named now. */
    Meeting edited(String newTitle, UUID newHost, int newPlaces, Course newCourse) {
        return new Meeting(id, series, room, day, newTitle, newHost, Objects.equals(newHost, host) ? leader : newHost,
                newPlaces,
                newCourse, version + 1);
    }

    String subject() {
        return "room:" + room + "/meeting:" + id;
    }

    private static Course course(ResultSet row) throws SQLException {
        return new Course(MeetingState.valueOf(row.getString("state")), Jdbc.instant(row, "starts_at"),
                Jdbc.instant(row, "ends_at"), Jdbc.instant(row, "until_at"), row.getBoolean("host_gone"),
                row.getBoolean("here"), row.getInt("reminded"), row.getBoolean("called"));
    }

    private static UUID person(ResultSet row, String column) throws SQLException {
        String id = row.getString(column);
        return id == null ? null : UUID.fromString(id);
    }

    @Override
    public String toString() {
        return "Meeting[" + id + ", " + course.state() + "]";
    }
}
