package community.haven.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeCodeTest {

    /** Of RFC 6238, appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({ "59, 94287082", "1111111109, 07081804", "1111111111, 14050471", "1234567890, 89005924",
            "2000000000, 69279037", "20000000000, 65353130" })
    void shouldKnowTheCodesOfTheStandard(long second, String eightDigits) {
        Instant at = Instant.ofEpochSecond(second);

        assertThat(TimeCode.step(SECRET, eightDigits.substring(2), at, 0)).hasValue(second / 30);
    }

    @ParameterizedTest
    @CsvSource({ "-60, false", "-31, false", "-30, true", "0, true", "29, true", "59, true", "60, false", "90, false" })
    void shouldTakeTheCodesOfOneStepEitherSide(long seconds, boolean taken) {
        Instant beginning = Instant.ofEpochSecond(1_111_111_110);
        long step = beginning.getEpochSecond() / 30;

        assertThat(TimeCode.step(SECRET, "050471", beginning.plusSeconds(seconds), 0))
                .isEqualTo(taken ? OptionalLong.of(step) : OptionalLong.empty());
    }

    @Test
    void shouldTakeNoStepThatIsNotAfterTheNewestThatWasUsed() {
        Instant at = Instant.ofEpochSecond(1_111_111_111);
        long step = at.getEpochSecond() / 30;

        assertThat(TimeCode.step(SECRET, "050471", at, step - 1)).hasValue(step);
        assertThat(TimeCode.step(SECRET, "050471", at, step)).isEmpty();
        assertThat(TimeCode.step(SECRET, "050471", at, step + 1)).isEmpty();
    }

    @Test
    void shouldReadACodeAsPeopleCopyIt() {
        assertThat(TimeCode.step(SECRET, " 050 471\n", Instant.ofEpochSecond(1_111_111_111), 0)).isPresent();
        assertThat(TimeCode.hasForm(" 050 471\n")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "05047", "0504711", "O50471", "\u0660\u0665\u0660\u0664\u0667\u0661", "AAAA-AAAA-AAAA-AAAA" })
    void shouldTakeNothingElseForACode(String typed) {
        assertThat(TimeCode.hasForm(typed)).isFalse();
        assertThat(TimeCode.step(SECRET, typed, Instant.ofEpochSecond(1_111_111_111), 0)).isEmpty();
    }
}
