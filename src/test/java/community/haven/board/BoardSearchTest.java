package community.haven.board;

import static community.haven.board.BoardKit.act;
import static community.haven.board.BoardKit.content;
import static community.haven.board.BoardKit.find;
import static community.haven.board.BoardKit.published;
import static community.haven.board.BoardKit.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;

@HavenTest
class BoardSearchTest {

    private Someone amal;

    @BeforeEach
    void people() {
        amal = Cast.member("amal");
    }

    /** A word that no other test writes. */
    private static String ownWord() {
        return Cast.handle("w").replace("-", "");
    }

    private void post(String title, String summary, String body) {
        Map<String, Object> content = content();
        content.put("title", title);
        content.put("summary", summary);
        content.put("body", body);
        published(amal, content);
    }

    /** Follows the cursors to the end, three at a time. */
    private List<String> allPages(Map<String, ?> parameters, Runnable between) {
        List<String> titles = new ArrayList<>();
        Map<String, Object> request = new HashMap<>(parameters);
        request.put("limit", 3);
        String next;
        do {
            ExtractableResponse<Response> page = find(amal, request).statusCode(200).extract();
            titles.addAll(page.path("items.title"));
            next = page.path("next");
            request.put("cursor", next);
            between.run();
        } while (next != null);
        return titles;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "WORD                          | the word itself",
            "WORD panic                    | two words",
            "panic WORD                    | order does not matter",
            "PANIC WORD                    | case does not matter",
            "pänic WORD                    | accents do not matter",
            "WORD pani                     | the beginning of a word",
            "WORD \"does not text back\"   | a phrase",
            "WORD \"he does not\"          | a phrase with short words",
            "WORD I he no                  | short words beside longer ones",
            "WORD the when will            | words that search engines like to drop",
            "WORD umbrella                 | in the steps",
            "+WORD -panic                  | signs that mean something to the database",
            "WORD* (panic) ~does @3 <>     | more of them",
            "\"WORD                        | a quotation mark that is not closed",
            "WORD' OR 1=1 --               | an attempt to break out",
            "WORD \\\\\" %_                | and another",
            "zzqxj WORD                    | a word that is nowhere beside one that is here",
            "WORD I panic when he does not text back and then cannot sleep | a whole sentence",
    })
    void shouldFind(String query, String why) {
        String word = ownWord();
        Map<String, Object> content = content("body", "When he does not text back I panic. The " + word + " will help.");
        content.put("steps", List.of("Take an umbrella."));
        content.put("title", "About " + word);
        published(amal, content);

        assertThat(titles(amal, Map.of("q", query.replace("WORD", word)))).as(why).contains("About " + word);
    }

    @ParameterizedTest
    @ValueSource(strings = { "?!", "\"\"", "💔", "zzqxjzzqxj", "+", "* *", "()" })
    void shouldFindNothingWithoutFailing(String query) {
        assertThat(titles(amal, Map.of("q", query))).isEmpty();
    }

    @Test
    void shouldFindShortWordsInTitles() {
        String word = ownWord();
        post("No, " + word, "s", "b");
        post("Notes " + word, "s", "b");

        List<String> found = allPages(Map.of("q", "no", "kind", "experience"), () -> {
        });

        assertThat(found).contains("No, " + word).doesNotContain("Notes " + word);
    }

    @Test
    void shouldPutTitlesBeforeSummariesBeforeBodiesThenByTitle() {
        String word = ownWord();
        post("C", "s", "In the body: " + word);
        post("B", "In the summary: " + word, "b");
        post("D " + word, "s", "b");
        post("a " + word, "s", "b");
        post("A", "s", "In the body: " + word);

        assertThat(titles(amal, Map.of("q", word))).containsExactly("a " + word, "D " + word, "B", "A", "C");
    }

    @Test
    void shouldPutMoreOfTheWordsFirstWhenNoneHasAll() {
        String one = ownWord();
        String two = ownWord();
        String three = ownWord();
        post("One " + one, "s", "b");
        post("Two", "s", one + " and " + two);
        post("None", "s", "b");

        assertThat(titles(amal, Map.of("q", one + " " + two + " " + three))).containsExactly("Two", "One " + one);
    }

    static Stream<Map<String, Object>> filters() {
        return Stream.of(Map.of("kind", "sign"), Map.of("theme", "boundaries"), Map.of("maxMinutes", 5),
                Map.of("kind", "sign", "theme", "boundaries", "maxMinutes", 5));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void shouldFilterWithAndWithoutWords(Map<String, Object> filter) {
        String word = ownWord();
        Map<String, Object> content = content("title", word + " fits");
        content.putAll(Map.of("kind", "sign", "themes", List.of("therapy", "boundaries"), "minutes", 5));
        published(amal, content);
        published(amal, content("title", word + " does not"));
        Map<String, Object> request = new HashMap<>(filter);

        request.put("mine", true);
        assertThat(titles(amal, request)).containsExactly(word + " fits");
        request.remove("mine");
        request.put("q", word);
        assertThat(titles(amal, request)).containsExactly(word + " fits");
    }

    @Test
    void shouldListOnesOwnInEveryStateAndNobodyElses() {
        published(Cast.member("bea"));
        String withdrawn = published(amal, content("title", "Withdrawn"));
        act(amal, withdrawn, "withdrawal").statusCode(200);
        published(amal, content("title", "Published"));
        BoardKit.post(amal, content("title", "Draft"), false).statusCode(201);

        assertThat(titles(amal, Map.of("mine", true))).containsExactly("Draft", "Published", "Withdrawn");
    }

    @Test
    void shouldKeepDraftsAndWithdrawnOnesOutOfSearch() {
        String word = ownWord();
        act(amal, published(amal, content("title", "Withdrawn " + word)), "withdrawal").statusCode(200);
        BoardKit.post(amal, content("title", "Draft " + word), false).statusCode(201);

        assertThat(titles(amal, Map.of("q", word))).isEmpty();
        assertThat(titles(Cast.moderator(), Map.of("q", word))).isEmpty();
        assertThat(titles(amal, Map.of("q", word, "mine", true))).containsExactly("Draft " + word, "Withdrawn " + word);
    }

    @Test
    void shouldReadEveryPageOnce() {
        String word = ownWord();
        IntStream.range(0, 8).forEach(i -> post(i % 2 == 0 ? "Same title" : "Title " + i + " " + word, "s", word));

        List<String> everything = titles(amal, Map.of("q", word));

        assertThat(everything).hasSize(8);
        assertThat(allPages(Map.of("q", word), () -> {
        })).isEqualTo(everything);
        assertThat(allPages(Map.of("mine", true), () -> {
        })).hasSize(8);
        assertThat(allPages(Map.of("q", word + " zzqxj"), () -> {
        })).hasSize(8);
    }

    @Test
    void shouldNeitherRepeatNorSkipWhenOthersPostBetweenPages() {
        String word = ownWord();
        IntStream.range(0, 7).forEach(i -> post("M" + i, "s", word));

        List<String> found = allPages(Map.of("q", word), () -> post("A earlier", "s", word));

        assertThat(found).containsSubsequence("M0", "M1", "M2", "M3", "M4", "M5", "M6").doesNotHaveDuplicates();
    }

    @Test
    void shouldRefuseCursorOfAnotherSearch() {
        String word = ownWord();
        IntStream.range(0, 2).forEach(i -> post("M" + i, "s", word));
        String next = find(amal, Map.of("q", word, "limit", 1)).extract().path("next");

        find(amal, Map.of("cursor", next)).statusCode(422).body("errors[0].field", equalTo("cursor"));
    }
}
