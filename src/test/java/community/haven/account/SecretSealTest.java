package community.haven.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretSealTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private final UUID amal = UUID.randomUUID();

    @TempDir
    Path folder;
    @TempDir
    Path otherFolder;

    @Test
    void shouldOpenWhatTheSameKeySealedAfterARestart() {
        byte[] sealed = seal(folder).seal(amal, SECRET);

        assertThat(seal(folder).open(amal, sealed)).hasValue(SECRET);
    }

    @Test
    void shouldSealTheSameInAnotherWayEachTimeAndFitItsColumn() {
        SecretSeal seal = seal(folder);

        assertThat(seal.seal(amal, SECRET)).hasSizeLessThanOrEqualTo(64).isNotEqualTo(seal.seal(amal, SECRET));
        assertThat(new String(seal.seal(amal, SECRET), StandardCharsets.ISO_8859_1)).doesNotContain("1234567");
    }

    @Test
    void shouldNotOpenForAnotherAccountOrWithAnotherKeyOrWhenAltered() {
        byte[] sealed = seal(folder).seal(amal, SECRET);
        byte[] altered = Arrays.copyOf(sealed, sealed.length);
        altered[20] ^= 1;

        assertThat(seal(folder).open(UUID.randomUUID(), sealed)).isEmpty();
        assertThat(seal(otherFolder).open(amal, sealed)).isEmpty();
        assertThat(seal(folder).open(amal, altered)).isEmpty();
    }

    private static SecretSeal seal(Path folder) {
        return new SecretSeal(new Settings(folder.resolve("keys"), Duration.ofDays(90)));
    }

    private record Settings(Path folder, Duration rotateAfter) implements KeysConfig {
    }
}
