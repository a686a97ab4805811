package community.haven.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

class RotationTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    private final Session session = Session.of(UUID.randomUUID(), Device.UNKNOWN, START, START.plus(Duration.ofDays(180)));

    @Test
    void shouldGoOnWhenTheTokenIsTheNewest() {
        session.generation = 3;
        assertThat(rotation(3, Duration.ofDays(29))).isEqualTo(Rotation.NEXT);
    }

    @Test
    void shouldAnswerAgainWhenTheTokenWasTheNewestAMomentAgo() {
        session.generation = 3;
        assertThat(rotation(2, Duration.ofSeconds(10))).isEqualTo(Rotation.AGAIN);
    }

    @Test
    void shouldSeeATheftWhenTheTokenIsOlder() {
        session.generation = 3;
        assertThat(rotation(2, Duration.ofMillis(10_001))).isEqualTo(Rotation.STOLEN);
        assertThat(rotation(1, Duration.ofSeconds(1))).isEqualTo(Rotation.STOLEN);
    }

    @Test
    void shouldBeOverWhenNobodyCameForTooLong() {
        assertThat(rotation(0, Duration.ofDays(30))).isEqualTo(Rotation.NEXT);
        assertThat(rotation(0, Duration.ofDays(30).plusMillis(1))).isEqualTo(Rotation.OVER);
    }

    @Test
    void shouldBeOverWhenItsWholeTimeHasPassed() {
        session.rotatedAt = START.plus(Duration.ofDays(179));
        assertThat(rotation(0, Duration.ofDays(180))).isEqualTo(Rotation.NEXT);
        assertThat(rotation(0, Duration.ofDays(180).plusMillis(1))).isEqualTo(Rotation.OVER);
    }

    @Test
    void shouldStayOverOnceEnded() {
        session.generation = 3;
        session.endedAt = START;
        assertThat(rotation(3, Duration.ofSeconds(1))).isEqualTo(Rotation.OVER);
        assertThat(rotation(1, Duration.ofSeconds(1))).isEqualTo(Rotation.OVER);
    }

    @Test
    void shouldBeOverWhenTheDatabaseIsOlderThanTheToken() {
        assertThat(rotation(1, Duration.ofSeconds(1))).isEqualTo(Rotation.OVER);
    }

    private Rotation rotation(int generation, Duration after) {
        return Rotation.of(session, generation, START.plus(after), ExplicitConfig.LIFETIME);
    }
}
