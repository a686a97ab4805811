package community.haven.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({ "amal@mail.example, amal@mail.example", "'  Amal.B+haven@Mail.EXAMPLE ', Amal.B+haven@mail.example",
            "o'neill_1@sub.mail.example, o'neill_1@sub.mail.example", "a@b.co, a@b.co",
            "amal@b\u00fccher.example, amal@xn--bcher-kva.example", "x@1and1.example, x@1and1.example" })
    void shouldTakeWhatPeopleHave(String typed, String address) {
        assertThat(EmailAddress.of("email", typed).text()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = { "amal", "amal@", "@mail.example", "amal@mail", "amal@localhost", "amal@127.0.0.1",
            "amal@[127.0.0.1]", "amal@mail..example", "amal@-mail.example", ".amal@mail.example", "amal.@mail.example",
            "a..b@mail.example", "amal@mail.example.", "amal bea@mail.example", "amal@mail.example, bea@mail.example",
            "amal@mail.example;bea@mail.example", "Amal <amal@mail.example>", "amal@mail.example>", "amal@bea@mail.example",
            "\"amal\"@mail.example", "\"a\\\r\nBcc: bea@mail.example\"@mail.example", "amal(bea)@mail.example",
            "amal@mail.example\r\nBcc: bea@mail.example", "amal\r\nBcc:bea@mail.example", "amal\n@mail.example",
            "amal%0d%0aBcc:bea@mail.example ,x@mail.example", "amal\u0000@mail.example", "amal\u2028@mail.example",
            "amal@mail.example\u0000", "\u00e4mal@mail.example", "amal@mail\u3002example\r\nX: y", "amal@ma_il.example" })
    void shouldRefuseWhatIsNoAddressOrHidesMoreThanOne(String typed) {
        assertThat(refusal(typed).fields()).singleElement().matches(error -> error.reason() == Reason.NO_EMAIL_ADDRESS);
    }

    @Test
    void shouldRefuseWhatIsMissingOrTooLong() {
        assertThat(refusal(null).fields()).singleElement().matches(error -> error.reason() == Reason.MISSING);
        assertThat(refusal(" ").fields()).singleElement().matches(error -> error.reason() == Reason.MISSING);
        assertThat(refusal("a".repeat(250) + "@b.example").fields()).singleElement()
                .matches(error -> error.reason() == Reason.TOO_LONG);
        assertThat(refusal("a".repeat(65) + "@b.example").fields()).singleElement()
                .matches(error -> error.reason() == Reason.NO_EMAIL_ADDRESS);
        assertThat(EmailAddress.of("email", "a".repeat(64) + "@b.example").text()).hasSize(74);
    }

    @Test
    void shouldNotShowItselfInALog() {
        assertThat(EmailAddress.of("email", "amal@mail.example")).hasToString("EmailAddress[]");
    }

    private static Refusal refusal(String typed) {
        return catchThrowableOfType(Refusal.class, () -> EmailAddress.of("email", typed));
    }
}
