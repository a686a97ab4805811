package community.haven.meeting;

import static community.haven.meeting.MeetingState.CANCELLED;
import static community.haven.meeting.MeetingState.CLOSED;
import static community.haven.meeting.MeetingState.CLOSING;
import static community.haven.meeting.MeetingState.OPEN;
import static community.haven.meeting.MeetingState.OPENING;
import static community.haven.meeting.MeetingState.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;

/** A session of an hour. Minutes are counted from its start. */
class MeetingPolicyTest {

    private static final Instant START = Instant.parse("2026-12-01T18:00:00Z");
    private static final Instant END = at(60);

    private final MeetingPolicy policy = new MeetingPolicy(new ExplicitMeetings());

    @ParameterizedTest
    @CsvSource({
            "SCHEDULED, false, -11, SCHEDULED",
            "SCHEDULED, false, -10, OPENING",
            "SCHEDULED, true,   -1, OPENING",
            "SCHEDULED, true,    0, OPEN",
            "SCHEDULED, false,   0, OPENING",
            "OPENING,   false,  59, OPENING",
            "OPENING,   true,   30, OPEN",
            "OPENING,   false,  60, CLOSING",
            "OPEN,      true,   59, OPEN",
            "OPEN,      false,  59, OPEN",
            "OPEN,      true,   60, CLOSING",
            "OPEN,      true,   69, CLOSING",
            "OPEN,      true,   70, CLOSED",
            // Nobody looked for a while.
            "SCHEDULED, true,   69, CLOSING",
            "SCHEDULED, false,  70, CLOSED",
            "OPENING,   true, 9999, CLOSED",
            "CANCELLED, true,   30, CANCELLED",
            "CLOSED,    true,   30, CLOSED" })
    void shouldGoByTheClock(MeetingState before, boolean hostHere, int minute, MeetingState after) {
        Course course = policy.at(course(before, hostHere), at(minute));

        assertThat(course.state()).isEqualTo(after);
        assertThat(course.until()).isEqualTo(after == CLOSING ? at(70) : null);
        assertThat(policy.at(course, at(minute))).isEqualTo(course);
    }

    @Test
    void shouldCloseSoftlyWhenTheHostHasDropped() {
        Course dropped = policy.dropped(course(OPEN, true), at(20));

        assertThat(dropped.state()).isEqualTo(CLOSING);
        assertThat(dropped.hostGone()).isTrue();
        assertThat(dropped.until()).isEqualTo(at(30));
        assertThat(policy.at(dropped, at(29)).state()).isEqualTo(CLOSING);
        assertThat(policy.at(dropped, at(30)).state()).isEqualTo(CLOSED);
    }

    @ParameterizedTest
    @EnumSource(value = MeetingState.class, names = { "SCHEDULED", "OPENING", "CLOSING", "CLOSED", "CANCELLED" })
    void shouldNotCloseBecauseOfTheHostWhenItIsNotOpen(MeetingState state) {
        Instant now = state == CLOSING ? at(65) : at(-5);
        assertThat(policy.dropped(course(state, true), now).state()).isEqualTo(policy.at(course(state, false), now).state());
    }

    @Test
    void shouldOpenAgainWhenTheHostComesBackInTime() {
        Course dropped = policy.dropped(course(OPEN, true), at(55));

        assertThat(policy.cameBack(dropped, at(59)).state()).isEqualTo(OPEN);
        assertThat(policy.cameBack(dropped, at(59)).until()).isNull();
        assertThat(policy.cameBack(dropped, at(60)).state()).isEqualTo(CLOSING);
        assertThat(policy.cameBack(dropped, at(65)).state()).isEqualTo(CLOSED);
        assertThat(policy.cameBack(course(CLOSING, false), at(65)).state()).isEqualTo(CLOSING);
    }

    @Test
    void shouldOpenAsSoonAsTheHostComesLate() {
        assertThat(policy.cameBack(course(OPENING, false), at(12)).state()).isEqualTo(OPEN);
        assertThat(policy.cameBack(course(OPENING, false), at(-2)).state()).isEqualTo(OPENING);
    }

    @Test
    void shouldBeTakenOverWhileItIsOn() {
        assertThat(policy.takenOver(course(OPENING, false), at(-5)).state()).isEqualTo(OPENING);
        assertThat(policy.takenOver(course(OPENING, false), at(5)).state()).isEqualTo(OPEN);
        assertThat(policy.takenOver(course(OPEN, true), at(5)).state()).isEqualTo(OPEN);
        assertThat(policy.takenOver(policy.dropped(course(OPEN, true), at(20)), at(29)).state()).isEqualTo(OPEN);

        refuses(() -> policy.takenOver(course(SCHEDULED, false), at(-11)));
        refuses(() -> policy.takenOver(course(OPEN, true), at(60)));
        refuses(() -> policy.takenOver(policy.dropped(course(OPEN, true), at(20)), at(30)));
        refuses(() -> policy.takenOver(course(CANCELLED, false), at(5)));
    }

    @Test
    void shouldBeCancelledUntilItIsOver() {
        Stream.of(SCHEDULED, OPENING, OPEN, CLOSING)
                .forEach(state -> assertThat(policy.cancelled(course(state, true), at(-30)).state()).isEqualTo(CANCELLED));
        refuses(() -> policy.cancelled(course(CANCELLED, true), at(0)));
        refuses(() -> policy.cancelled(course(OPEN, true), at(70)));
    }

    @Test
    void shouldCallForAHostOnceAndOnlyWhenNobodyIsThere() {
        assertThat(policy.needsHost(course(OPENING, false), at(9))).isFalse();
        assertThat(policy.needsHost(course(OPENING, false), at(10))).isTrue();
        assertThat(policy.needsHost(course(OPENING, false).called(true), at(11))).isFalse();
        assertThat(policy.needsHost(course(OPEN, true), at(11))).isFalse();
        assertThat(policy.needsHost(course(CLOSING, true), at(61))).isFalse();

        Course dropped = policy.dropped(course(OPEN, true), at(20)).called(false);
        assertThat(policy.needsHost(dropped, at(20))).isTrue();
        assertThat(policy.cameBack(dropped.called(true), at(21)).called()).isFalse();
        assertThat(policy.takenOver(dropped.called(true), at(21)).called()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "-1441, 0", "-1440, 1", "-16, 1", "-15, 2", "30, 2" })
    void shouldRemindADayAndAQuarterOfAnHourBefore(int minute, int reminders) {
        assertThat(policy.remindersDue(course(SCHEDULED, false), at(minute))).isEqualTo(reminders);
    }

    @Test
    void shouldKnowWhenTheClockHasSomethingToDoNext() {
        assertThat(policy.due(course(SCHEDULED, false), at(-3000))).isEqualTo(at(-1440));
        assertThat(policy.due(course(SCHEDULED, false), at(-1440))).isEqualTo(at(-15));
        assertThat(policy.due(course(SCHEDULED, false), at(-15))).isEqualTo(at(-10));
        assertThat(policy.due(course(OPENING, false), at(-10))).isEqualTo(at(0));
        assertThat(policy.due(course(OPENING, false), at(0))).isEqualTo(at(10));
        assertThat(policy.due(course(OPENING, false), at(10))).isEqualTo(END);
        assertThat(policy.due(course(OPEN, true), at(0))).isEqualTo(END);
        assertThat(policy.due(course(CLOSING, true), at(60))).isEqualTo(at(70));
        assertThat(policy.due(course(CLOSED, true), at(70))).isNull();
    }

    private static Course course(MeetingState state, boolean hostHere) {
        Course scheduled = Course.scheduled(START, END).withHost(hostHere);
        return switch (state) {
            case CLOSING -> scheduled.closing(at(70), false);
            case SCHEDULED -> scheduled;
            default -> scheduled.in(state);
        };
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private static void refuses(ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.WRONG_STATE));
    }
}
