package community.haven.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.nulabinc.zxcvbn.StandardDictionaries;

class CommonPasswordsTest {

    private static final int TOP = 5_000;
    private static final int LONG_ENOUGH = 15;

    /** How people make a short password long enough. */
    static Stream<UnaryOperator<String>> stretches() {
        return Stream.of(word -> word, word -> word.toUpperCase(),
                word -> again(word, "").substring(0, Math.max(word.length(), LONG_ENOUGH)),
                word -> again(word, ""), word -> again(word, " "), word -> again(word, "-") + "!",
                word -> String.join("-", word.split("")), word -> word + "!".repeat(LONG_ENOUGH),
                word -> "....." + word + ".....", word -> word.repeat(3) + "!!!", word -> " " + word + " " + word);
    }

    @ParameterizedTest
    @MethodSource("stretches")
    void shouldKnowTheMostCommonOnesHoweverTheyAreStretched(UnaryOperator<String> stretch) throws IOException {
        List<String> top = StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
                .filter(word -> word.matches("[a-z0-9]+")).limit(TOP).toList();

        assertThat(top).hasSize(TOP).allMatch(word -> CommonPasswords.holds(stretch.apply(word)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "letmeinletmeinletmein", "Monkey123456789", "password20252026", "dragon1111111111",
            "p-a-s-s-w-o-r-d",
            "ｐａｓｓｗｏｒｄ", "iloveyouiloveyouilo", "sunshine 0987654321", "1234567890123456" })
    void shouldKnowWhatIsNothingToGuess(String password) {
        assertThat(CommonPasswords.holds(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "quiet harbour lantern 27", "monkey dragon football", "i walk by the river", "love93847561029384",
            "84759302847561029384", "нічний потяг до моря", "🌊🏔🕯🌲🎻🚲🍏🦉🐚🌙🧭🪁🎈🧶🥁", "" })
    void shouldLeaveAloneWhatPeopleThinkOf(String password) {
        assertThat(CommonPasswords.holds(password)).isFalse();
    }

    private static String again(String word, String between) {
        StringBuilder text = new StringBuilder(word);
        while (text.length() < LONG_ENOUGH || text.length() < 2 * word.length()) {
            text.append(between).append(word);
        }
        return text.toString();
    }
}
