package community.haven.ops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabasePolicyTest {

    private static final String VERSION = "11.8.2-MariaDB-ubu2404";

    @ParameterizedTest
    @ValueSource(strings = { "10.7.1-MariaDB", "10.11.6-MariaDB-0+deb12u1", VERSION, "12.0.2-MariaDB", "5.5.5-10.7.1-MariaDB" })
    void shouldTakeMariaDbWithTheUuidType(String version) {
        assertThat(DatabasePolicy.refusal(new DatabaseFacts(version, "utf8mb4", 1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "10.6.21-MariaDB, utf8mb4, 10.7 or newer",
            "5.5.68-MariaDB,  utf8mb4, 10.7 or newer",
            "8.4.5,           utf8mb4, something else",
            "11.4.5-MariaDB,  utf8mb3, character set utf8mb3",
            "11.4.5-MariaDB,  latin1,  character set latin1" })
    void shouldRefuseWhatItCannotRunOn(String version, String charset, String reason) {
        assertThat(DatabasePolicy.refusal(new DatabaseFacts(version, charset, 1))).hasValueSatisfying(
                sentence -> assertThat(sentence).contains(reason));
    }

    @Test
    void shouldSeeNoDangerWhenEveryCommitIsWrittenOut() {
        assertThat(DatabasePolicy.danger(new DatabaseFacts(VERSION, "utf8mb4", 1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 2, 3 })
    void shouldSeeDangerWhenCommitsAreWrittenOutLater(int flush) {
        assertThat(DatabasePolicy.danger(new DatabaseFacts(VERSION, "utf8mb4", flush))).isPresent();
    }
}
