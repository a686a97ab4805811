package community.haven.meeting;

import static community.haven.meeting.MeetingState.CANCELLED;
import static community.haven.meeting.MeetingState.CLOSED;
import static community.haven.meeting.MeetingState.CLOSING;
import static community.haven.meeting.MeetingState.OPEN;
import static community.haven.meeting.MeetingState.OPENING;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;

/**
 * How a session goes, as plain questions of a {@link Course} and a moment:
 *
 * <pre>
 * scheduled → opening → open ⇄ closing → closed
 *                 └───────────────↗
 * cancelled, from wherever it is not over
 * </pre>
 */
final class MeetingPolicy {

    static final int REMINDERS = 2;

    private final MeetingConfig config;

    MeetingPolicy(MeetingConfig config) {
        this.config = config;
    }

    /** What the clock has made of it by now, however long nobody looked. A session that was missed as a whole is closed. */
    Course at(Course course, Instant now) {
        Course next = step(course, now);
        return next.equals(course) ? course : at(next, now);
    }

    /** Whoever leads it is in the room; that ends a soft close that came by their absence. */
    Course cameBack(Course course, Instant now) {
        Course current = at(course.withHost(true), now);
        return current.state() == CLOSING && current.hostGone() && now.isBefore(current.endsAt())
                ? current.in(OPEN).called(false)
                : current;
    }

    /** Whoever leads it has been gone for longer than a short drop. */
    Course dropped(Course course, Instant now) {
        Course current = at(course, now).withHost(false);
        return current.state() == OPEN ? current.closing(now.plus(config.closing()), true) : current;
    }

    /**
     * Somebody looks after it from now on.
     *
     * @throws Refusal {@code wrong-state} unless it is opening, open, or closing before its time
     */
    Course takenOver(Course course, Instant now) {
        Course current = at(course, now);
        boolean isPossible = current.state() == OPENING || current.state() == OPEN
                || current.state() == CLOSING && now.isBefore(current.endsAt());
        if (!isPossible) {
            throw Refusal.of(ErrorCode.WRONG_STATE);
        }
        Course led = current.withHost(true).called(false);
        return now.isBefore(led.startsAt()) ? led : led.in(OPEN);
    }

    /** @throws Refusal {@code wrong-state} when it is over */
    Course cancelled(Course course, Instant now) {
        if (at(course, now).state().isOver()) {
            throw Refusal.of(ErrorCode.WRONG_STATE);
        }
        return course.in(CANCELLED);
    }

    /** Whether it is time to tell others that it needs a host. */
    boolean needsHost(Course course, Instant now) {
        return !course.called() && (course.state() == OPENING && !now.isBefore(course.startsAt().plus(config.hostWait()))
                || course.state() == CLOSING && course.hostGone());
    }

    /** How many reminders should have been sent by now. */
    int remindersDue(Course course, Instant now) {
        if (!now.isBefore(course.startsAt().minus(config.shortlyBefore()))) {
            return REMINDERS;
        }
        return now.isBefore(course.startsAt().minus(config.dayBefore())) ? 0 : 1;
    }

    /** When people can write, for a session that begins then. */
    Instant opens(Instant startsAt) {
        return startsAt.minus(config.opening());
    }

    /** How far apart the end of one and the start of the next are at least, so that only one is on at a time. */
    Duration pause() {
        return config.opening().plus(config.closing());
    }

    /** When the clock has something to do next; {@code null} when never again. */
    Instant due(Course course, Instant now) {
        return moments(course).filter(moment -> moment.isAfter(now)).min(Instant::compareTo).orElse(null);
    }

    private Stream<Instant> moments(Course course) {
        Instant start = course.startsAt();
        return switch (course.state()) {
            case SCHEDULED -> Stream.of(start.minus(config.dayBefore()), start.minus(config.shortlyBefore()), opens(start));
            // The reminder may come after the soft opening.
            case OPENING -> Stream.of(start.minus(config.shortlyBefore()), start, start.plus(config.hostWait()),
                    course.endsAt());
            case OPEN -> Stream.of(course.endsAt());
            case CLOSING -> Stream.of(course.until());
            case CLOSED, CANCELLED -> Stream.empty();
        };
    }

    private Course step(Course course, Instant now) {
        Instant graceEnd = course.endsAt().plus(config.closing());
        return switch (course.state()) {
            case SCHEDULED -> now.isBefore(opens(course.startsAt())) ? course : course.in(OPENING);
            case OPENING -> !now.isBefore(course.endsAt()) ? course.closing(graceEnd, false)
                    : course.hostHere() && !now.isBefore(course.startsAt()) ? course.in(OPEN) : course;
            case OPEN -> now.isBefore(course.endsAt()) ? course : course.closing(graceEnd, false);
            case CLOSING -> now.isBefore(course.until()) ? course : course.in(CLOSED);
            case CLOSED, CANCELLED -> course;
        };
    }
}
