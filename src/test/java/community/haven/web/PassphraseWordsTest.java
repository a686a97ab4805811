package community.haven.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The words of the passphrase maker: enough of them, each once, and short enough to be typed. */
class PassphraseWordsTest {

    @Test
    void shouldBeTwoToTheEleventhShortWordsEachOnce() throws IOException {
        List<String> words = words();

        assertThat(words).hasSize(2_048).doesNotHaveDuplicates().isSorted().allMatch(word -> word.matches("[a-z]{3,8}"));
    }

    @Test
    void shouldHoldNothingThatHurts() throws IOException {
        assertThat(words()).doesNotContain("abandon", "absence", "alone", "anxious", "blood", "break", "crazy", "cry", "dead",
                "death", "divorce", "end", "enemy", "ex", "fight", "ghost", "goodbye", "gun", "hate", "hurt", "ill", "kill",
                "knife", "leave", "leaving", "left", "lonely", "lose", "lost", "love", "lover", "marriage", "pain", "partner",
                "poison", "reject", "rope", "sad", "scar", "sick", "silence", "silent", "split", "tears", "trauma", "war",
                "weapon", "wound");
    }

    private static List<String> words() throws IOException {
        var lines = new ObjectMapper().readTree(PassphraseWordsTest.class.getResource("/web/app/words/passphrase.json"))
                .path("words");
        return StreamSupport.stream(lines.spliterator(), false).flatMap(line -> Arrays.stream(line.textValue().split(" ")))
                .toList();
    }
}
