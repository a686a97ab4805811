package community.haven.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.runtime.configuration.ConfigurationException;

@DisabledOnOs(value = WINDOWS, disabledReason = "Windows has no POSIX permissions to look at")
class KeysTest {

    @TempDir
    Path folder;

    private Path keys;

    @BeforeEach
    void setUp() {
        keys = folder.resolve("keys");
    }

    @Test
    void shouldFindTheSameKeysAgainWhenStartedASecondTime() {
        Keys first = open();
        Keys second = open();
        assertThat(second.keyId()).isEqualTo(first.keyId());
        assertThat(second.signingKey()).isEqualTo(first.signingKey());
        assertThat(second.publicKey(first.keyId())).isEqualTo(first.publicKey(first.keyId()));
        assertThat(second.refreshSecret()).hasSize(32).isEqualTo(first.refreshSecret());
    }

    @Test
    void shouldMakeFilesThatOnlyTheirOwnerCanOpen() throws Exception {
        open();
        assertThat(permissions(keys)).isEqualTo("rwx------");
        assertThat(permissions(keys.resolve("signing.jwks"))).isEqualTo("rw-------");
        assertThat(permissions(keys.resolve("refresh.secret"))).isEqualTo("rw-------");
    }

    @Test
    void shouldRefuseToStartWhenOthersCanReadAKey() throws Exception {
        open();
        permit(keys.resolve("signing.jwks"), "rw-r-----");
        assertThatThrownBy(this::open).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Others than the owner").hasMessageContaining("chmod 600");
    }

    @Test
    void shouldRefuseToStartWhenOthersCanOpenTheFolder() throws Exception {
        open();
        permit(keys, "rwx-----x");
        assertThatThrownBy(this::open).isInstanceOf(ConfigurationException.class).hasMessageContaining("chmod 700");
    }

    @Test
    void shouldRefuseToStartWhenAKeyIsDamaged() throws Exception {
        open();
        Files.writeString(keys.resolve("signing.jwks"), "{\"keys\":[]}");
        assertThatThrownBy(this::open).isInstanceOf(ConfigurationException.class).hasMessageContaining("damaged");
    }

    @Test
    void shouldRefuseToStartWhenTheRefreshSecretIsShortened() throws Exception {
        open();
        Files.writeString(keys.resolve("refresh.secret"), "AAAA");
        assertThatThrownBy(this::open).isInstanceOf(ConfigurationException.class).hasMessageContaining("damaged");
    }

    @Test
    void shouldKnowNoKeyButItsOwn() {
        Keys ours = open();
        assertThat(ours.publicKey("somebody-else")).isNull();
        assertThat(ours.publicKey(null)).isNull();
    }

    private Keys open() {
        return new Keys(new Folder(keys));
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void permit(Path path, String permissions) throws Exception {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private record Folder(Path folder) implements KeysConfig {
    }
}
