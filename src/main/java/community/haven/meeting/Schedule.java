package community.haven.meeting;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import community.haven.account.Act;
import community.haven.account.Guard;
import community.haven.account.Person;
import community.haven.audit.Audit;
import community.haven.guidelines.Grounds;
import community.haven.room.RoomChanged;
import community.haven.room.RoomOpening;
import community.haven.room.RoomState;
import community.haven.room.RoomView;
import community.haven.room.Rooms;
import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/**
 * When sessions are, decided by hosts of the room and moderators. Whoever decides holds the room, so no two are on at a time.
 */
@ApplicationScoped
class Schedule {

    private static final int BEFORE_OTHERS = 1_000;

    private final MeetingRows rows;
    private final PlaceRows placeRows;
    private final Places places;
    private final Ahead ahead;
    private final Progress progress;
    private final MeetingNotices notices;
    private final MeetingPolicy policy;
    private final Rooms rooms;
    private final Guard guard;
    private final Audit audit;
    private final Clock clock;

    Schedule(MeetingRows rows, PlaceRows placeRows, Places places, Ahead ahead, Progress progress, MeetingNotices notices,
            MeetingConfig config, Rooms rooms, Guard guard, Audit audit, Clock clock) {
        this.rows = rows;
        this.placeRows = placeRows;
        this.places = places;
        this.ahead = ahead;
        this.progress = progress;
        this.notices = notices;
        this.policy = new MeetingPolicy(config);
        this.rooms = rooms;
        this.guard = guard;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @return the first session of it
     * @throws Refusal {@code no-sessions-here}, {@code room-archived}, {@code time-taken}, {@code invalid}
     */
    @Transactional
    UUID schedule(Person person, UUID room, MeetingForm form) {
        RoomView view = moderated(person, room);
        if (view.opening() != RoomOpening.SESSIONS) {
            throw Refusal.of(ErrorCode.NO_SESSIONS_HERE);
        }
        if (view.state() == RoomState.ARCHIVED) {
            throw Refusal.of(ErrorCode.ROOM_ARCHIVED);
        }
        Series series = form.checked(person, view, clock.instant());
        rows.addSeries(series);
        UUID first = ahead.make(series).get(0).id();
        audit.record(person.id(), "meeting-scheduled", subject(series), null);
        return first;
    }

    /**
     * Changes one session that has not begun. Nobody loses a place by it.
     *
     * @throws Refusal {@code changed-meanwhile}, {@code wrong-state}, {@code time-taken}, {@code invalid}
     */
    @Transactional
    void change(Person person, UUID id, int version, MeetingChange change) {
        RoomView room = moderated(person, rows.find(id).room());
        Meeting before = rows.locked(id);
        if (before.version() != version) {
            throw Refusal.of(ErrorCode.CHANGED_MEANWHILE);
        }
        checkAhead(before);
        String reason = Grounds.reason(change.reason());
        Meeting wanted = change.of(before, room, clock.instant());
        if (wanted.equals(before.edited(before.title(), before.host(), before.places(), before.course()))) {
            // Nobody is told of a change that changes nothing.
            return;
        }
        Meeting after = changed(before, wanted);
        notices.changed(after, person.id(), reason);
        audit.record(person.id(), "meeting-changed", after.subject(), null);
    }

    /**
     * Changes the sessions of a series that have not begun.
     *
     * @throws Refusal {@code changed-meanwhile}, {@code wrong-state}, {@code time-taken}, {@code invalid}
     */
    @Transactional
    void changeSeries(Person person, UUID id, int version, SeriesChange change) {
        RoomView room = moderated(person, rows.series(id).room());
        Series before = runningSeries(id);
        if (before.version() != version) {
            throw Refusal.of(ErrorCode.CHANGED_MEANWHILE);
        }
        String reason = Grounds.reason(change.reason());
        Series series = change.of(before, room);
        rows.saveSeries(series);
        List<Meeting> after = new ArrayList<>();
        for (Meeting meeting : rows.locked(rows.idsAhead(id))) {
            after.add(changed(meeting, series));
        }
        ahead.make(series);
        notices.seriesChanged(after, person.id(), reason);
        audit.record(person.id(), "meetings-changed", subject(series), null);
    }

    /** @throws Refusal {@code wrong-state} when it is over, {@code invalid} */
    @Transactional
    void cancel(Person person, UUID id, String reason) {
        moderated(person, rows.find(id).room());
        Meeting before = rows.locked(id);
        String checked = Grounds.reason(reason);
        Meeting after = progress.take(before, before.with(policy.cancelled(before.course(), clock.instant())));
        notices.cancelled(after, person.id(), checked);
        audit.record(person.id(), "meeting-cancelled", after.subject(), null);
    }

    /** Ends a series with all its sessions that have not begun. */
    @Transactional
    void cancelSeries(Person person, UUID id, String reason) {
        moderated(person, rows.series(id).room());
        Series series = runningSeries(id);
        String checked = Grounds.reason(reason);
        rows.endSeries(id);
        List<Meeting> meetings = rows.locked(rows.idsAhead(id));
        for (int i = 0; i < meetings.size(); i++) {
            cancelOne(meetings.get(i), i == 0);
        }
        notices.seriesCancelled(meetings, person.id(), checked);
        audit.record(person.id(), "meetings-cancelled", subject(series), null);
    }

    /**
     * Nobody meets any more in a room that is closed for good. Before the room's order is locked, which comes after sessions.
     */
    void onArchived(@Observes @Priority(BEFORE_OTHERS) RoomChanged changed) {
        if (changed.state() == RoomState.ARCHIVED) {
            rows.endSeriesOf(changed.room());
            List<Meeting> meetings = rows
                    .locked(rows.notOverIn(Set.of(changed.room())).stream().map(Meeting::id).toList());
            meetings.forEach(meeting -> cancelOne(meeting, meeting.state().isOn()));
            notices.seriesCancelled(meetings, null, null);
        }
    }

    /** The room, held to commit. */
    private RoomView moderated(Person person, UUID room) {
        guard.allow(person, Act.SCHEDULE_MEETING);
        rooms.checkModerator(person, room);
        rooms.hold(room);
        return rooms.openTo(person, room);
    }

    private Series runningSeries(UUID id) {
        Series series = rows.lockedSeries(id);
        if (rows.isEnded(id)) {
            throw Refusal.of(ErrorCode.WRONG_STATE);
        }
        return series;
    }

    private void checkAhead(Meeting meeting) {
        if (policy.at(meeting.course(), clock.instant()).state() != MeetingState.SCHEDULED) {
            throw Refusal.of(ErrorCode.WRONG_STATE);
        }
    }

    private Meeting changed(Meeting before, Meeting wanted) {
        int held = placeRows.countHeld(before.id());
        if (wanted.places() < held) {
            throw Refusal.invalid("places", Reason.TOO_SMALL, held);
        }
        Course course = wanted.course();
        if (rows.isTaken(wanted.room(), wanted.id(), course.startsAt().minus(policy.pause()),
                course.endsAt().plus(policy.pause()))) {
            throw Refusal.of(ErrorCode.TIME_TAKEN);
        }
        // Whoever reads of the new time has been reminded.
        Meeting after = wanted.with(course.reminded(
                Math.max(course.reminded(), policy.remindersDue(course, clock.instant()))));
        progress.save(after);
        places.fill(after);
        return after;
    }

    private Meeting changed(Meeting before, Series series) {
        if (series.until() != null && before.day().isAfter(series.until())) {
            return cancelOne(before, false);
        }
        Instant start = series.startOn(before.day());
        Instant end = start.plusSeconds(60L * series.minutes());
        boolean isSameTime = start.equals(before.course().startsAt()) && end.equals(before.course().endsAt());
        return changed(before, before.edited(series.title(), series.host(), series.places(),
                isSameTime ? before.course() : before.course().moved(start, end)));
    }

    /** @param seen whether the room hears of it; of a whole series that is one line, not one for each week */
    private Meeting cancelOne(Meeting before, boolean seen) {
        Meeting after = before.with(before.course().in(MeetingState.CANCELLED));
        if (seen) {
            return progress.take(before, after);
        }
        progress.save(after);
        return after;
    }

    private static String subject(Series series) {
        return "room:" + series.room() + "/series:" + series.id();
    }
}
