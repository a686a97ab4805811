package community.haven.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "panic                   | +panic*",
            "panic attack            | +panic* +attack*",
            "panic panic             | +panic*",
            "I panic                 | +panic*",
            "don’t worry             | +don* +worry*",
            "\"inner child\" work    | +\"inner child\" +inner* +child* +work*",
            "“inner child”           | +\"inner child\" +inner* +child*",
            "\"panic\"               | +panic*",
            "\"inner child           | +inner* +child*",
            "+panic -fear ~x (a) @5 >< * | +panic* +fear*",
            "fear\\\" +\"\" *        | +fear*",
    })
    void shouldAskForAllWords(String query, String expected) {
        assertThat(Terms.of(query).all()).isEqualTo(expected);
    }

    @Test
    void shouldTakeWordsOnlyWhenAnyWillDo() {
        assertThat(Terms.of("\"inner child\" no fear").any()).isEqualTo("inner* child* fear*");
    }

    @ParameterizedTest
    @ValueSource(strings = { "no", "I", "no I", "\"I am\"" })
    void shouldKeepShortWordsApart(String query) {
        assertThat(Terms.of(query).onlyShort()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "?!", "\"\"", "💔", "+-*" })
    void shouldBeEmptyWhenThereAreNoWords(String query) {
        assertThat(Terms.of(query).isEmpty()).isTrue();
    }
}
