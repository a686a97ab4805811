package community.haven.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import community.haven.account.Keys;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.LiveClient;
import community.haven.testkit.LogWatch;
import io.quarkus.test.common.http.TestHTTPResource;

/** Who may open the socket. */
@HavenTest
class UpgradeTest {

    @TestHTTPResource("/")
    URI server;

    @Inject
    Keys keys;

    private Someone amal;

    @BeforeEach
    void amalIsSignedIn() {
        amal = Cast.member("amal");
    }

    @Test
    void shouldOpenForAMemberOnOurOwnPage() {
        try (LiveClient client = LiveClient.connect(server, amal.accessToken())) {
            assertThat(client.isOpen()).isTrue();
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "null", "https://evil.example", "https://{host}", "http://{host}.evil.example",
            "http://evil{host}", "http://{host}/", "http://localhost" })
    void shouldRefuseForeignPages(String origin) {
        String sent = origin == null ? null : origin.replace("{host}", server.getAuthority());
        assertThat(LiveClient.refusal(server, sent, "haven.v1", "bearer-token-carrier", carrier(amal.accessToken())))
                .isEqualTo(403);
    }

    @Test
    void shouldRefuseAnOriginSmuggledInBesideTheRealOne() {
        assertThat(LiveClient.refusal(server, "https://evil.example", "haven.v1", carrier(amal.accessToken()),
                LiveClient.header("Origin", LiveClient.origin(server)))).isEqualTo(403);
    }

    @Test
    void shouldRefuseAnotherProtocol() {
        assertThat(LiveClient.refusal(server, LiveClient.origin(server), "bearer-token-carrier", carrier(amal.accessToken())))
                .isEqualTo(400);
    }

    @Test
    void shouldRefuseWhoeverIsNotSignedIn() {
        assertThat(LiveClient.refusal(server, LiveClient.origin(server), "haven.v1")).isEqualTo(401);
    }

    @Test
    void shouldRefuseTokensThatAreNotGood() throws GeneralSecurityException {
        Tokens tokens = new Tokens(keys);
        try (LogWatch log = new LogWatch()) {
            assertThat(refusalOf("nonsense")).isEqualTo(401);
            assertThat(log.troubles()).isEmpty();
        }
        assertThat(refusalOf(amal.accessToken() + "x")).isEqualTo(401);
        assertThat(refusalOf(tokens.ending(amal, Tokens.in(-60)))).isEqualTo(401);
        assertThat(refusalOf(tokens.signed(amal, Tokens.in(60), anotherKey()))).isEqualTo(401);
        assertThat(refusalOf(amal.refreshToken())).isEqualTo(401);
    }

    @Test
    void shouldRefuseATokenWhoseSessionHasEnded() {
        amal.asks().delete("/api/sessions/current").then().statusCode(204);
        assertThat(refusalOf(amal.accessToken())).isEqualTo(401);
    }

    private int refusalOf(String token) {
        return LiveClient.refusal(server, LiveClient.origin(server), "haven.v1", "bearer-token-carrier", carrier(token));
    }

    private static String carrier(String token) {
        return LiveClient.carrier(token);
    }

    private static PrivateKey anotherKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair().getPrivate();
    }
}
