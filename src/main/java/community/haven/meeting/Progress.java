package community.haven.meeting;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

/** Takes a session further: what is stored, what its room sees of it, and who is told. The caller holds its row. */
@Singleton
class Progress {

    private final MeetingRows rows;
    private final MeetingNotices notices;
    private final MeetingPolicy policy;
    private final Event<SessionChanged> events;
    private final Clock clock;

    Progress(MeetingRows rows, MeetingNotices notices, MeetingConfig config, Event<SessionChanged> events, Clock clock) {
        this.rows = rows;
        this.notices = notices;
        this.policy = new MeetingPolicy(config);
        this.events = events;
        this.clock = clock;
    }

    /** @return the session as it is stored now */
    Meeting take(Meeting before, Meeting after) {
        Instant now = clock.instant();
        Meeting settled = after.with(called(after, reminded(after, now), now));
        save(settled);
        if (isSeen(before, settled)) {
            events.fire(SessionChanged.of(settled));
        }
        return settled;
    }

    /** Stores a session of which nobody in the room need hear. */
    void save(Meeting meeting) {
        rows.save(meeting, policy.due(meeting.course(), clock.instant()));
    }

    /** What was missed as a whole, while no server ran, was nothing that anybody in the room saw. */
    private static boolean isSeen(Meeting before, Meeting after) {
        boolean isMissed = before.state() == MeetingState.SCHEDULED && after.state() == MeetingState.CLOSED;
        return !isMissed && (before.state() != after.state()
                || after.state().isOn() && !Objects.equals(before.leader(), after.leader()));
    }

    private Course reminded(Meeting meeting, Instant now) {
        Course course = meeting.course();
        int due = policy.remindersDue(course, now);
        if (due <= course.reminded()) {
            return course;
        }
        // Late is worse than never: a session that has begun reminds of itself.
        if (!course.state().isOver() && now.isBefore(course.startsAt())) {
            notices.reminder(meeting, due == MeetingPolicy.REMINDERS);
        }
        return course.reminded(due);
    }

    private Course called(Meeting meeting, Course course, Instant now) {
        if (!policy.needsHost(course, now)) {
            return course;
        }
        notices.needsHost(meeting);
        return course.called(true);
    }
}
