package community.haven.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignUpPolicyTest {

    @Test
    void shouldRefuseToBeOpenWithoutAnyBarrier() {
        assertThat(SignUpPolicy.refusal(config(SignUpMode.OPEN, false, 1))).hasValueSatisfying(
                sentence -> assertThat(sentence).contains("haven.account.sign-up.proof.required=true", "mode=invitation"));
    }

    @ParameterizedTest
    @EnumSource(value = SignUpMode.class, names = "OPEN", mode = EnumSource.Mode.EXCLUDE)
    void shouldDoWithoutWorkWherePeopleDecide(SignUpMode mode) {
        assertThat(SignUpPolicy.refusal(config(mode, false, 1))).isEmpty();
        assertThat(SignUpPolicy.asksForProof(config(mode, false, 1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = { 0, -1, 10_000_000 })
    void shouldRefuseADifficultyThatIsNone(long difficulty) {
        assertThat(SignUpPolicy.refusal(config(SignUpMode.OPEN, true, difficulty))).isPresent();
    }

    @Test
    void shouldAskForWorkUnlessThereIsAnInvitation() {
        assertThat(SignUpPolicy.asksForProof(config(SignUpMode.OPEN, true, 1))).isTrue();
        assertThat(SignUpPolicy.asksForProof(config(SignUpMode.APPROVAL, true, 1))).isTrue();
        assertThat(SignUpPolicy.asksForProof(config(SignUpMode.INVITATION, true, 1))).isFalse();
    }

    private static SignUpConfig config(SignUpMode mode, boolean required, long difficulty) {
        return new Explicit(mode, InvitationsBy.ADMIN, Duration.ofDays(14),
                new ExplicitProof(required, difficulty, Duration.ofMinutes(20)));
    }

    private record Explicit(SignUpMode mode, InvitationsBy invitationsBy, Duration farewell,
            SignUpConfig.Proof proof) implements SignUpConfig {
    }

    private record ExplicitProof(boolean required, long difficulty, Duration life) implements SignUpConfig.Proof {
    }
}
