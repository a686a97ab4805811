package community.haven.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import community.haven.shared.FieldError;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

class WrittenTest {

    @ParameterizedTest
    @ValueSource(strings = { "Ð tiếng Việt", "שָׁלוֹם", "हिन्दी में", "ภาษาไทย", "👩‍👩‍👧 and 🏳️‍🌈", "مرحبا بك", "می‌خواهم",
            "𝒜 four-byte", "e\u0301 is one letter" })
    void shouldKeepWhatPeopleReallyWrite(String text) {
        assertThat(Written.block("text", text, 1, 100))
                .isEqualTo(java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC));
    }

    @Test
    void shouldBringComposedAndDecomposedLettersToOneForm() {
        assertThat(Written.line("name", "Zoe\u0308", 1, 10)).isEqualTo("Zo\u00eb");
    }

    @Test
    void shouldKeepLinesOfABlockAndJoinThoseOfALine() {
        assertThat(Written.block("text", " one\r\ntwo\u2028three\tfour ", 1, 100)).isEqualTo("one\ntwo\nthree\tfour");
        assertThat(Written.line("name", " one\r\ntwo \u00a0 three ", 1, 100)).isEqualTo("one two three");
    }

    @Test
    void shouldDropCharactersThatNobodySees() {
        assertThat(Written.block("text", "a\0b\u0007c\u202Ed\uFEFFe\uFFFEf", 1, 100)).isEqualTo("abcdef");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "   ", "\0", "\u200b\u200d", "\u3164", "\u0301" })
    void shouldTakeTextWithNothingVisibleAsMissing(String text) {
        assertThat(refusalOf(text)).isEqualTo(new FieldError("text", Reason.MISSING, null));
    }

    @Test
    void shouldTakeNullAsMissing() {
        assertThat(refusalOf(null)).isEqualTo(new FieldError("text", Reason.MISSING, null));
    }

    @Test
    void shouldCountCodePointsNotBytes() {
        assertThat(Written.block("text", "🌿".repeat(20), 1, 20)).hasSize(40);
        assertThat(refusalOf("🌿".repeat(21))).isEqualTo(new FieldError("text", Reason.TOO_LONG, 20));
    }

    @Test
    void shouldRefuseHugeTextBeforeLookingAtIt() {
        assertThat(refusalOf("\ud800".repeat(1_000_000)).reason()).isEqualTo(Reason.TOO_LONG);
    }

    @Test
    void shouldRefuseLoneSurrogates() {
        assertThat(refusalOf("a\ud83db").reason()).isEqualTo(Reason.BROKEN_CHARACTERS);
    }

    @Test
    void shouldRefuseStackedMarks() {
        assertThat(refusalOf("a" + "\u0335".repeat(7)).reason()).isEqualTo(Reason.TOO_MANY_MARKS);
    }

    @ParameterizedTest
    @CsvSource({ "ab,TOO_SHORT,3", "abc,,", })
    void shouldKnowTheLeastLength(String text, Reason reason, Integer limit) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> Written.line("text", text, 3, 20));
        if (reason == null) {
            assertThat(refusal).isNull();
        } else {
            assertThat(refusal.fields()).containsExactly(new FieldError("text", reason, limit));
        }
    }

    @Test
    void shouldReadNothingWrittenAsNullWhereItMayBe() {
        assertThat(Written.optionalLine("topic", " ", 10)).isNull();
        assertThat(Written.optionalBlock("topic", null, 10)).isNull();
    }

    @Test
    void shouldNeverQuoteWhatWasWritten() {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> Written.block("text", "secret".repeat(9), 1, 20));
        assertThat(refusal.toString() + refusal.fields()).doesNotContain("secret");
    }

    private static FieldError refusalOf(String text) {
        return catchThrowableOfType(Refusal.class, () -> Written.block("text", text, 1, 20)).fields().get(0);
    }
}
