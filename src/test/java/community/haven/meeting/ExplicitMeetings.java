package community.haven.meeting;

import java.time.Duration;

/** The usual times, said aloud. */
record ExplicitMeetings() implements MeetingConfig {

    @Override
    public Duration opening() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Duration closing() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Duration hostWait() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Duration dayBefore() {
        return Duration.ofHours(24);
    }

    @Override
    public Duration shortlyBefore() {
        return Duration.ofMinutes(15);
    }

    @Override
    public Duration ahead() {
        return Duration.ofDays(56);
    }

    @Override
    public Duration kept() {
        return Duration.ofDays(7);
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration aheadEvery() {
        return Duration.ofHours(1);
    }
}
