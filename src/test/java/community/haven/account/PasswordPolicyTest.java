package community.haven.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import community.haven.account.AccountConfig.RequiredOf;

class PasswordPolicyTest {

    @ParameterizedTest
    @CsvSource({ "15, STAFF", "64, STAFF", "8, EVERYBODY", "14, EVERYBODY", "15, EVERYBODY", "64, EVERYBODY" })
    void shouldStart(int minimum, RequiredOf whom) {
        assertThat(PasswordPolicy.refusal(ExplicitConfig.with(minimum, whom))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = { 8, 12, 14 })
    void shouldRefuseShortPasswordsWithoutASecondFactor(int minimum) {
        assertThat(PasswordPolicy.refusal(ExplicitConfig.with(minimum, RequiredOf.STAFF)))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("haven.account.password.minimum=15",
                        "haven.account.second-factor.required-of=everybody"));
    }

    @ParameterizedTest
    @CsvSource({ "7, EVERYBODY", "0, EVERYBODY", "-1, STAFF", "65, STAFF", "65, EVERYBODY" })
    void shouldRefuseWhatIsNoLength(int minimum, RequiredOf whom) {
        assertThat(PasswordPolicy.refusal(ExplicitConfig.with(minimum, whom)))
                .hasValue("haven.account.password.minimum is a number from 8 to 64.");
    }

    @Test
    void shouldStartAsItComes() {
        assertThat(PasswordPolicy.refusal(ExplicitConfig.account())).isEmpty();
    }
}
