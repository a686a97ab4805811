package community.haven.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import community.haven.testkit.AtOnce;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.restassured.path.json.JsonPath;

@DisabledOnOs(value = WINDOWS, disabledReason = "Windows has no POSIX permissions to look at")
class KeysTest {

    @TempDir
    Path folder;

    private final SetClock clock = new SetClock();
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
        assertThat(permissions(keys.resolve("device.secret"))).isEqualTo("rw-------");
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

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "[]", "{}", "{\"keys\":[]}", "{\"keys\":[1]}", "{\"keys\":[{\"kty\":\"EC\"}]}",
            "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"a\",\"k\":\"AAAA\"}]}" })
    void shouldRefuseToStartWhenAKeyIsDamaged(String content) throws Exception {
        open();
        Files.writeString(keys.resolve("signing.jwks"), content);
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

    @Test
    void shouldRefuseToStartWithAKeyThatCannotSign() throws Exception {
        String all = open().signing().toPublicJson();
        Files.writeString(keys.resolve("signing.jwks"), all);
        assertThatThrownBy(this::open).isInstanceOf(ConfigurationException.class).hasMessageContaining("damaged");
    }

    @Test
    void shouldLetANewKeyTakeOverWhenTheOldOneHasGrownOld() throws Exception {
        Keys server = open();
        String first = server.keyId();
        PublicKey verifying = server.publicKey(first);
        clock.pass(Duration.ofDays(90).minusSeconds(1));
        server.renew();
        assertThat(server.keyId()).isEqualTo(first);
        clock.pass(Duration.ofSeconds(1));
        server.renew();
        assertThat(server.keyId()).isNotEqualTo(first);
        assertThat(server.publicKey(first)).isEqualTo(verifying);
        assertThat(permissions(keys.resolve("signing.jwks"))).isEqualTo("rw-------");
        assertThat(open().keyId()).isEqualTo(server.keyId());
        assertThat(open().publicKey(first)).isEqualTo(verifying);
    }

    @Test
    void shouldKeepOfAnOldKeyOnlyWhatVerifiesAndOnlyWhileSomethingCanBeVerified() throws Exception {
        Keys server = open();
        String first = server.keyId();
        clock.pass(Duration.ofDays(90));
        server.renew();
        List<Map<String, Object>> set = JsonPath.from(keys.resolve("signing.jwks").toFile()).getList("keys");
        assertThat(set).hasSize(2);
        assertThat(set.get(0)).containsKey("d").containsEntry("kid", server.keyId());
        assertThat(set.get(1)).doesNotContainKey("d").containsEntry("kid", first);
        clock.pass(Duration.ofDays(1));
        server.renew();
        assertThat(server.publicKey(first)).isNotNull();
        clock.pass(Duration.ofMinutes(11));
        server.renew();
        assertThat(server.publicKey(first)).isNull();
        assertThat(keys.resolve("signing.jwks")).content().doesNotContain(first);
    }

    @Test
    void shouldRotateAtTheStart() {
        String first = open().keyId();
        clock.pass(Duration.ofDays(200));
        assertThat(open().keyId()).isNotEqualTo(first);
    }

    @Test
    void shouldGoByTheAgeOfTheFileWhenAKeyDoesNotTellItsOwn() throws Exception {
        String first = open().keyId();
        Path file = keys.resolve("signing.jwks");
        Files.writeString(file, Files.readString(file).replaceAll(",?\"iat\":\\d+", ""));
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(Duration.ofDays(89))));
        assertThat(open().keyId()).isEqualTo(first);
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(Duration.ofDays(90))));
        assertThat(open().keyId()).isNotEqualTo(first);
    }

    @Test
    void shouldAgreeWhenServersThatShareTheFolderStartAtOnce() {
        List<Keys> first = AtOnce.times(8, i -> open());
        assertThat(first).extracting(Keys::keyId).containsOnly(open().keyId());
        assertThat(first).extracting(Keys::refreshSecret).containsOnly(open().refreshSecret());
        clock.pass(Duration.ofDays(90));
        List<Keys> second = AtOnce.times(8, i -> {
            first.get(i).renew();
            return first.get(i);
        });
        assertThat(second).extracting(Keys::keyId).containsOnly(open().keyId());
        assertThat(JsonPath.from(keys.resolve("signing.jwks").toFile()).getList("keys")).hasSize(2);
    }

    @Test
    void shouldFindTheKeyThatAnotherServerMade() {
        Keys one = open();
        Keys other = open();
        String first = one.keyId();
        one.renew(Duration.ZERO);
        assertThat(other.publicKey(one.keyId())).isEqualTo(one.publicKey(one.keyId()));
        assertThat(other.keyId()).isEqualTo(one.keyId());
        assertThat(other.publicKey(first)).isNotNull();
    }

    @Test
    void shouldNotLookIntoTheFolderForEveryNameThatSomebodyMakesUp() {
        Keys one = open();
        Keys other = open();
        assertThat(other.publicKey("made-up")).isNull();
        one.renew(Duration.ZERO);
        assertThat(other.publicKey(one.keyId())).isNull();
        clock.pass(Duration.ofSeconds(5));
        assertThat(other.publicKey(one.keyId())).isNotNull();
    }

    @Test
    void shouldGoOnWithTheKeysItHasWhenTheFileIsDamagedMeanwhile() throws Exception {
        Keys server = open();
        String first = server.keyId();
        Files.writeString(keys.resolve("signing.jwks"), "{");
        clock.pass(Duration.ofDays(90));
        server.renew();
        assertThat(server.publicKey("made-up")).isNull();
        assertThat(server.keyId()).isEqualTo(first);
        assertThat(server.publicKey(first)).isNotNull();
        assertThat(keys.resolve("signing.jwks")).hasContent("{");
    }

    private Keys open() {
        return new Keys(new Settings(keys, Duration.ofDays(90)), ExplicitConfig.account(), clock);
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void permit(Path path, String permissions) throws Exception {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private record Settings(Path folder, Duration rotateAfter) implements KeysConfig {
    }
}
