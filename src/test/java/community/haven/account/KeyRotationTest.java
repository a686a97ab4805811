package community.haven.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.LiveClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** A new signing key takes over while people are signed in. */
@HavenTest
class KeyRotationTest {

    private static final String SET = "/.well-known/jwks.json";

    @Inject
    Keys keys;
    @TestHTTPResource("/")
    URI server;

    @Test
    void shouldSignNobodyOut() {
        Someone amal = Cast.member("amal");
        String before = keys.keyId();
        assertThat(keyOf(amal.accessToken())).isEqualTo(before);
        try (LiveClient open = LiveClient.connect(server, amal.accessToken())) {
            keys.renew(Duration.ZERO);
            amal.asks().get("/api/accounts/me").then().statusCode(200);
            Response next = given().contentType(ContentType.JSON).body(Map.of("refreshToken", amal.refreshToken()))
                    .post("/api/sessions/refresh");
            next.then().statusCode(200);
            assertThat(keyOf(next.path("accessToken"))).isEqualTo(keys.keyId()).isNotEqualTo(before);
            given().auth().oauth2(next.path("accessToken")).get("/api/accounts/me").then().statusCode(200);
            assertThat(LiveClient.type(open.ask(LiveClient.frame("renew", "token", next.path("accessToken")))))
                    .isEqualTo("renewed");
        }
        assertThat(keyOf(Cast.signIn(amal.handle()).accessToken())).isEqualTo(keys.keyId());
    }

    @Test
    void shouldServeWhatVerifiesAndNothingThatSigns() throws Exception {
        Someone amal = Cast.member("amal");
        String before = keys.keyId();
        keys.renew(Duration.ZERO);
        Response set = given().get(SET);
        set.then().statusCode(200).contentType(ContentType.JSON).header("Cache-Control", "public, max-age=300")
                .body("keys.kid", hasItems(keys.keyId(), before)).body("keys[0].kid", is(keys.keyId()))
                .body(not(containsString("\"d\"")));
        assertThat(set.<List<Map<String, Object>>> path("keys")).allSatisfy(key -> assertThat(key.keySet())
                .contains("kty", "crv", "x", "y", "kid", "use", "alg").isSubsetOf("kty", "crv", "x", "y", "kid", "use", "alg",
                        "iat", "exp"));
        JsonWebKeySet published = new JsonWebKeySet(set.asString());
        for (String token : List.of(amal.accessToken(), Cast.signIn(amal.handle()).accessToken())) {
            JsonWebSignature signed = new JsonWebSignature();
            signed.setCompactSerialization(token);
            signed.setKey(new VerificationJwkSelector().select(signed, published.getJsonWebKeys()).getKey());
            assertThat(signed.verifySignature()).isTrue();
        }
    }

    @Test
    void shouldServeTheKeySetToAnybodyAndNothingElseBesideIt() {
        given().accept("application/jwk-set+json").get(SET).then().statusCode(200).contentType("application/jwk-set+json");
        given().get("/.well-known/none").then().statusCode(404).header("Cache-Control", "no-cache");
    }

    private static String keyOf(String token) {
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(token.split("\\.")[0]), StandardCharsets.UTF_8))
                .getString("kid");
    }
}
