package community.haven.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;

/** What was good once may not be good any more. */
class AccessTokenReaderTest {

    @TempDir
    Path folder;

    private Keys keys;
    private AccessTokens tokens;
    private String token;

    @BeforeEach
    void issue() {
        keys = new Keys(new Settings(folder, Duration.ofDays(90)), ExplicitConfig.account(), Clock.systemUTC());
        tokens = new AccessTokens(keys, ExplicitConfig.account(), Clock.systemUTC());
        Instant now = Instant.now();
        token = tokens.issue(Session.of(UUID.randomUUID(), Device.UNKNOWN, now, now.plus(Duration.ofDays(1)))).text();
    }

    @Test
    void shouldVerifyATokenOnce() throws ParseException {
        AccessTokenReader reader = at(Duration.ZERO);
        assertThat(read(reader)).isSameAs(read(reader));
    }

    @Test
    void shouldVerifyATokenAgainThatHasEnded() throws ParseException {
        AccessTokenReader reader = at(ExplicitConfig.TOKEN.life());
        assertThat(read(reader)).isNotSameAs(read(reader));
    }

    @Test
    void shouldRefuseATokenWhoseKeyHasGone() throws Exception {
        AccessTokenReader reader = at(Duration.ZERO);
        read(reader);
        Files.delete(folder.resolve("signing.jwks"));
        assertThat(keys.publicKey("made-up")).as("asked for, it makes the server look again").isNull();
        assertThatThrownBy(() -> read(reader)).isInstanceOf(ParseException.class);
    }

    @Test
    void shouldRefuseASignatureThatDiffersFromOneThatWasGood() throws ParseException {
        AccessTokenReader reader = at(Duration.ZERO);
        read(reader);
        int signature = token.lastIndexOf('.') + 1;
        token = token.substring(0, signature) + (token.charAt(signature) == 'A' ? 'B' : 'A') + token.substring(signature + 1);
        assertThatThrownBy(() -> read(reader)).isInstanceOf(ParseException.class);
    }

    private JWTCallerPrincipal read(AccessTokenReader reader) throws ParseException {
        return reader.parse(token, tokens.demands());
    }

    private AccessTokenReader at(Duration later) {
        return new AccessTokenReader(keys, tokens, Clock.offset(Clock.systemUTC(), later));
    }

    private record Settings(Path folder, Duration rotateAfter) implements KeysConfig {
    }
}
