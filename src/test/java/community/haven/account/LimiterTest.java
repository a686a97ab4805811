package community.haven.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import community.haven.shared.Refusal;

class LimiterTest {

    private static final Rate RATE = Rate.parse("3/30s");

    private final SetClock clock = new SetClock();
    private final Limiter limiter = new Limiter(clock);

    @Test
    void shouldRefuseWhenAllTriesAreTaken() {
        takeAll();
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> limiter.take("a", RATE));
        assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(10));
        assertThatCode(() -> limiter.take("b", RATE)).doesNotThrowAnyException();
    }

    @Test
    void shouldSayHowManyTriesAreLeft() {
        assertThat(limiter.left("a", RATE)).isEqualTo(3);
        limiter.take("a", RATE);
        assertThat(limiter.left("a", RATE)).isEqualTo(2);
        limiter.take("a", RATE);
        limiter.take("a", RATE);
        assertThat(limiter.left("a", RATE)).isZero();
        clock.pass(Duration.ofSeconds(10));
        assertThat(limiter.left("a", RATE)).isEqualTo(1);
        clock.pass(Duration.ofHours(1));
        assertThat(limiter.left("a", RATE)).isEqualTo(3);
    }

    @Test
    void shouldLetInAgainAfterTheTimeItNamed() {
        takeAll();
        for (int knocks = 0; knocks < 50; knocks++) {
            assertThatThrownBy(() -> limiter.take("a", RATE)).isInstanceOf(Refusal.class);
        }
        clock.pass(Duration.ofSeconds(10));
        assertThatCode(() -> limiter.take("a", RATE)).doesNotThrowAnyException();
        assertThatThrownBy(() -> limiter.take("a", RATE)).isInstanceOf(Refusal.class);
    }

    @Test
    void shouldStartAnewWhenForgotten() {
        takeAll();
        limiter.forget("a");
        assertThatCode(this::takeAll).doesNotThrowAnyException();
    }

    @Test
    void shouldGiveNothingBackEarlyWhenItForgetsWhatIsOver() {
        takeAll();
        limiter.forgetWhatIsBack();
        assertThatThrownBy(() -> limiter.take("a", RATE)).isInstanceOf(Refusal.class);
        clock.pass(RATE.within());
        limiter.forgetWhatIsBack();
        assertThatCode(this::takeAll).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "10", "0/1m", "10/", "10/1d", "-1/1m", "ten/1m", "10/0s" })
    void shouldRefuseRatesThatSayNothing(String text) {
        assertThatThrownBy(() -> Rate.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldCountAnIpv6NetworkAsOneAddress() {
        assertThat(ClientAddress.network("2001:db8:1:2::1")).isEqualTo(ClientAddress.network("2001:db8:1:2:ffff:1:2:3"))
                .isNotEqualTo(ClientAddress.network("2001:db8:1:3::1"));
        assertThat(ClientAddress.network("203.0.113.5")).isNotEqualTo(ClientAddress.network("203.0.113.6"));
        assertThat(ClientAddress.network("_hidden")).isEqualTo(ClientAddress.network(null));
    }

    private void takeAll() {
        for (int tries = 0; tries < RATE.tries(); tries++) {
            limiter.take("a", RATE);
        }
    }
}
