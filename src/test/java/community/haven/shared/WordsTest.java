package community.haven.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @ValueSource(strings = { "confirm", "reset", "password-changed", "recovery-code-used", "recovery-codes-renewed",
            "second-factor-added", "second-factor-removed", "address-gone" })
    void shouldSayKindlyAndPlainlyWhatALetterIsAbout(String letter) {
        assertThat(Words.mailSubject(letter)).isNotBlank().doesNotContain("!")
                .doesNotContainIgnoringCase("haven", "attachment", "support", "anxi", "password", "{");
        assertThat(Words.mailText(letter)).startsWith("Hello").contains("{site}", "{link}").doesNotContain("!", "<", "http");
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void shouldSayWhatHappenedAndWhatToDoNextForEveryCode(ErrorCode code) {
        assertThat(Words.title(code)).isNotBlank().endsWith(".").doesNotContain("!");
        assertThat(Words.next(code)).isNotBlank().endsWith(".").doesNotContain("!");
    }

    @ParameterizedTest
    @EnumSource(FieldError.Reason.class)
    void shouldHaveASentenceForEveryReason(FieldError.Reason reason) {
        assertThat(new FieldError("field", reason, 7).message()).isNotBlank().endsWith(".").doesNotContain("{");
    }
}
