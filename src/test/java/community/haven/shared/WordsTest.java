package community.haven.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

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
