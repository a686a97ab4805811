package community.haven.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The data files as they are shipped. A broken one fails the build here, with its name and the reason. */
class SeedFilesTest {

    private static final String SOUND = """
            ---
            version: 1
            kind: practice
            title: A calm minute
            summary: For a minute that is too loud.
            minutes: 2
            themes: [mindfulness]
            source: "Written for Haven by its editors."
            reviewed: 2026-11-22
            steps: []
            ---
            Breathe out.
            """;

    private static Stream<String> names() {
        return SeedFiles.read().texts().keySet().stream();
    }

    private static List<Seed> seeds() {
        return SeedFiles.read().parse();
    }

    @ParameterizedTest
    @MethodSource("names")
    void shouldParse(String name) {
        Seed seed = Seed.parse(name, SeedFiles.read().texts().get(name));

        assertThat(seed.content().title().codePointCount(0, seed.content().title().length())).isLessThanOrEqualTo(80);
        assertThat(seed.content().source()).isNotBlank();
        assertThat(seed.content().body()).doesNotContain("![").doesNotContainPattern("\\]\\((?!/)")
                .doesNotContainPattern("<[a-zA-Z/]");
    }

    @Test
    void shouldHaveTitlesOfTheirOwn() {
        assertThat(seeds()).extracting(seed -> seed.content().title().toLowerCase()).doesNotHaveDuplicates();
    }

    @Test
    void shouldHaveEveryKindButMembersExperience() {
        assertThat(seeds()).extracting(seed -> seed.content().kind())
                .contains(Arrays.stream(Kind.values()).filter(kind -> kind != Kind.EXPERIENCE).toArray(Kind[]::new))
                .doesNotContain(Kind.EXPERIENCE);
    }

    @Test
    void shouldHaveEveryTheme() {
        assertThat(seeds()).flatExtracting(seed -> seed.content().themes()).contains(Theme.values());
    }

    @Test
    void shouldGivePracticesSteps() {
        assertThat(seeds()).filteredOn(seed -> seed.content().kind() == Kind.PRACTICE)
                .allSatisfy(seed -> assertThat(seed.content().steps()).as(seed.key()).hasSizeBetween(3, 9));
    }

    @Test
    void shouldHaveTheSameDigestUntilAFileChanges() {
        SeedFiles files = SeedFiles.of(Map.of("a.md", SOUND));

        assertThat(SeedFiles.of(Map.of("a.md", SOUND)).digest()).isEqualTo(files.digest());
        assertThat(SeedFiles.of(Map.of("b.md", SOUND)).digest()).isNotEqualTo(files.digest());
        assertThat(SeedFiles.of(Map.of("a.md", SOUND + "More.\n")).digest()).isNotEqualTo(files.digest());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "version: 1            | version: 0             | version is missing or below 1",
            "kind: practice        | kind: spell            | kind: unknown-value",
            "kind: practice        | kind: experience       | kind experience is for members",
            "title: A calm minute  | titel: A calm minute   | titel",
            "title: A calm minute  | title: ''              | title: missing",
            "minutes: 2            | minutes: 241           | minutes: too-large (240)",
            "minutes: 2            | minutes: soon          | Cannot deserialize",
            "[mindfulness]         | []                     | themes: missing",
            "[mindfulness]         | [mindfulness, cats]    | themes.1: unknown-value",
            "[mindfulness]         | [boundaries, boundaries] | a theme stands twice",
            "steps: []             | steps: [one, two]      | steps are neither none nor 3 to 9",
            "steps: []             | minutes: 3             | Duplicate field",
            "reviewed: 2026-11-22  | reviewed: lately       | Cannot deserialize",
            "Breathe out.          | ` `                    | body: missing",
    })
    void shouldNameFileAndReasonWhenAFileIsBroken(String sound, String broken, String reason) {
        assertThat(Seed.parse("calm-minute.md", SOUND).key()).isEqualTo("calm-minute");

        assertThatThrownBy(() -> Seed.parse("calm-minute.md", SOUND.replace(sound, broken)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("board/calm-minute.md is broken: ").hasMessageContaining(reason);
    }

    @Test
    void shouldNameTheFileWhenItHasNoFrontMatter() {
        assertThatThrownBy(() -> Seed.parse("calm-minute.md", "Breathe out."))
                .hasMessage("board/calm-minute.md is broken: it has no front matter between two lines of three dashes");
    }
}
