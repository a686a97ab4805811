package community.haven.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import community.haven.account.TimeCursor;
import community.haven.shared.ErrorCode;
import community.haven.shared.Jdbc;
import community.haven.shared.Refusal;

/**
 * Sessions and their series. Rows are locked in this order: room, series, meeting, the room's order, account. Plain SQL, since
 * the clock, the writer of messages and the people all look at the same rows and none may go by what was true before.
 */
@Singleton
class MeetingRows {

    private static final String READ = """
            select m.*, p.account_id is not null as here from meeting m
            left join meeting_presence p on p.room_id = m.room_id and p.account_id = m.led_by where\s""";
    private static final String NOT_OVER = "m.state not in ('CLOSED', 'CANCELLED')";
    private static final String NEXT = " and (m.starts_at > ? or (m.starts_at = ? and m.id > ?))"
            + " order by m.starts_at, m.id limit ?";

    private final Jdbc jdbc;

    MeetingRows(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    Meeting find(UUID id) {
        return one(jdbc.list(READ + "m.id = ?", List.of(id), Meeting::read));
    }

    /** Holds one session to commit. */
    Meeting locked(UUID id) {
        lock(List.of(id));
        return find(id);
    }

    /** Holds sessions to commit, all in the same order, and reads those that are there. */
    List<Meeting> locked(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        lock(ids);
        return jdbc.list(READ + Jdbc.any("m.id = ?", ids.size()) + " order by m.starts_at, m.id", ids, Meeting::read);
    }

    private void lock(Collection<UUID> ids) {
        jdbc.list("select id from meeting where " + Jdbc.any("id = ?", ids.size()) + " order by id for update wait 5", ids,
                row -> row.getString("id"));
    }

    List<UUID> due(Instant now, int limit) {
        return jdbc.list("select id from meeting where due_at <= ? order by due_at limit ?", List.of(now, limit),
                row -> Jdbc.uuid(row, "id"));
    }

    /** What is not over in a room, and what was cancelled and would still be to come. */
    List<Meeting> upcoming(UUID room, Instant now, TimeCursor after, int limit) {
        return jdbc.list(READ + "m.room_id = ? and (" + NOT_OVER + " or m.state = 'CANCELLED' and m.ends_at > ?)" + NEXT,
                List.of(room, now, after.at(), after.at(), after.id(), limit), Meeting::read);
    }

    /** The same of all rooms, where somebody is the host, has a place or waits for one. */
    List<Meeting> upcomingOf(UUID account, Instant now, TimeCursor after, int limit) {
        return jdbc.list(READ + "(m.host_id = ? or m.led_by = ? or exists (select 1 from meeting_place o"
                + " where o.meeting_id = m.id and o.account_id = ?)) and (" + NOT_OVER
                + " or m.state = 'CANCELLED' and m.ends_at > ?)" + NEXT,
                List.of(account, account, account, now, after.at(), after.at(), after.id(), limit), Meeting::read);
    }

    /** What somebody comes to or looks after, and would have since a moment, whatever has become of it. */
    List<Meeting> heldBy(UUID account, Instant since, int limit) {
        return jdbc.list(READ + """
                m.ends_at > ? and (m.host_id = ? or m.led_by = ? or exists (select 1 from meeting_place o
                where o.meeting_id = m.id and o.account_id = ? and o.held)) order by m.starts_at, m.id limit ?""",
                List.of(since, account, account, account, limit), Meeting::read);
    }

    /** Sessions of these rooms that are not over, in their order. */
    List<Meeting> notOverIn(Collection<UUID> rooms) {
        return jdbc.list(READ + NOT_OVER + " and (" + Jdbc.any("m.room_id = ?", rooms.size())
                + ") order by m.starts_at, m.id", rooms, Meeting::read);
    }

    /** Sessions of a series that have not begun, in their order. */
    List<UUID> idsAhead(UUID series) {
        return jdbc.list("select id from meeting where series_id = ? and state = 'SCHEDULED' order by starts_at",
                List.of(series), row -> Jdbc.uuid(row, "id"));
    }

    /** Whether another session of this room would be on at the same time. */
    boolean isTaken(UUID room, UUID except, Instant from, Instant to) {
        return !jdbc.list("select m.id from meeting m where m.room_id = ? and m.id <> ? and " + NOT_OVER
                + " and m.starts_at < ? and m.ends_at > ? limit 1", List.of(room, except, to, from),
                row -> row.getString("id")).isEmpty();
    }

    /** False when its series has one for that day already. */
    boolean add(Meeting meeting, Instant due) {
        Course course = meeting.course();
        return jdbc.update("""
                insert ignore into meeting (id, series_id, room_id, day, title, host_id, led_by, starts_at, ends_at, places,
                    state, reminded, due_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", meeting.id(), meeting.series(),
                meeting.room(), meeting.day(), meeting.title(), meeting.host(), meeting.leader(), course.startsAt(),
                course.endsAt(), meeting.places(), course.state(), course.reminded(), due) > 0;
    }

    void save(Meeting meeting, Instant due) {
        Course course = meeting.course();
        jdbc.update("""
                update meeting set title = ?, host_id = ?, led_by = ?, starts_at = ?, ends_at = ?, places = ?, state = ?,
                    until_at = ?, host_gone = ?, reminded = ?, called = ?, due_at = ?, version = ? where id = ?""",
                meeting.title(), meeting.host(), meeting.leader(), course.startsAt(), course.endsAt(), meeting.places(),
                course.state(), course.until(), course.hostGone(), course.reminded(), course.called(), due, meeting.version(),
                meeting.id());
    }

    Series lockedSeries(UUID id) {
        return one(jdbc.list("select * from meeting_series where id = ? for update wait 5", List.of(id), Series::read));
    }

    Series series(UUID id) {
        return one(jdbc.list("select * from meeting_series where id = ?", List.of(id), Series::read));
    }

    /** The series of these sessions, by their ids. */
    Map<UUID, Series> seriesOf(Collection<Meeting> meetings) {
        List<UUID> ids = meetings.stream().map(Meeting::series).distinct().toList();
        return ids.isEmpty() ? Map.of()
                : jdbc.list("select * from meeting_series where " + Jdbc.any("id = ?", ids.size()), ids, Series::read).stream()
                        .collect(Collectors.toMap(Series::id, series -> series));
    }

    /** The days for which a series has a session, whatever has become of it. */
    Set<LocalDate> daysOf(UUID series) {
        return Set.copyOf(jdbc.list("select day from meeting where series_id = ?", List.of(series),
                row -> row.getObject("day", LocalDate.class)));
    }

    /** Series that may need sessions to be made ahead. */
    List<UUID> weeklySeries() {
        return jdbc.list("select id from meeting_series where weekly and not ended", List.of(), row -> Jdbc.uuid(row, "id"));
    }

    /** Whether it has been cancelled as a whole. */
    boolean isEnded(UUID series) {
        return !jdbc.list("select id from meeting_series where id = ? and ended", List.of(series), row -> row.getString("id"))
                .isEmpty();
    }

    void addSeries(Series series) {
        jdbc.update("""
                insert into meeting_series (id, room_id, title, host_id, first_at, zone, minutes, places, weekly, until_day)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", series.id(), series.room(), series.title(), series.host(),
                series.firstAt(), series.zone().getId(), series.minutes(), series.places(), series.weekly(), series.until());
    }

    void saveSeries(Series series) {
        jdbc.update("""
                update meeting_series set title = ?, host_id = ?, first_at = ?, minutes = ?, places = ?, until_day = ?,
                    version = ? where id = ?""", series.title(), series.host(), series.firstAt(), series.minutes(),
                series.places(), series.until(), series.version(), series.id());
    }

    void endSeries(UUID series) {
        jdbc.update("update meeting_series set ended = true, version = version + 1 where id = ?", series);
    }

    void endSeriesOf(UUID room) {
        jdbc.update("update meeting_series set ended = true, version = version + 1 where room_id = ? and not ended", room);
    }

    /** Deletes sessions that ended before a moment, and series of which nothing is left and nothing comes. */
    void deleteEndedBefore(Instant moment, int limit) {
        jdbc.update("delete from meeting where ends_at < ? and state in ('CLOSED', 'CANCELLED') limit ?", moment, limit);
        jdbc.update("""
                delete from meeting_series where (ended or not weekly or until_day < ?)
                and not exists (select 1 from meeting m where m.series_id = meeting_series.id)""", moment);
    }

    /** Of a host who is in the room. Once is as good as twice. */
    void addPresence(UUID room, UUID account, Instant since) {
        jdbc.update("""
                insert into meeting_presence (room_id, account_id, since) values (?, ?, ?)
                on duplicate key update since = values(since)""", room, account, since);
    }

    void endPresence(UUID room, UUID account) {
        jdbc.update("delete from meeting_presence where room_id = ? and account_id = ?", room, account);
    }

    void endPresenceBefore(Instant moment) {
        jdbc.update("delete from meeting_presence where since < ?", moment);
    }

    private static <T> T one(List<T> found) {
        return Optional.of(found).filter(rows -> !rows.isEmpty()).map(rows -> rows.get(0))
                .orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND));
    }
}
