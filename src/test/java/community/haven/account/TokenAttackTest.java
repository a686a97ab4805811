package community.haven.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.is;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.function.UnaryOperator;

import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Inject;

import org.jose4j.jws.EcdsaUsingShaAlgorithm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

/** Every token here differs in one thing from one that is good. */
@HavenTest
class TokenAttackTest {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    @Inject
    Keys keys;
    @Inject
    Sessions sessions;

    private Someone amal;
    private String session;

    @BeforeEach
    void signIn() {
        amal = Cast.member("amal");
        session = part(amal.accessToken(), 1).getString("sid");
    }

    @Test
    void shouldTakeWhatIsGood() {
        assertThat(status(signed(claims -> claims))).isEqualTo(200);
        assertThat(status(amal.accessToken())).isEqualTo(200);
    }

    @Test
    void shouldPutNothingIntoTheTokenThatCouldGrowOld() {
        assertThat(part(amal.accessToken(), 1).getMap("$").keySet())
                .containsExactlyInAnyOrder("iss", "aud", "sub", "sid", "token_type", "iat", "exp", "jti");
        assertThat(part(amal.accessToken(), 0).getString("alg")).isEqualTo("ES256");
        assertThat(part(amal.accessToken(), 0).getString("kid")).isEqualTo(keys.keyId());
    }

    @Test
    void shouldRefuseUnsignedTokens() {
        String payload = amal.accessToken().split("\\.")[1];
        for (String algorithm : new String[] { "none", "None", "NONE", "nOnE", "" }) {
            String header = encoded("{\"alg\":\"%s\",\"kid\":\"%s\",\"typ\":\"JWT\"}".formatted(algorithm, keys.keyId()));
            refuse(header + "." + payload + ".");
            refuse(header + "." + payload + "." + amal.accessToken().split("\\.")[2]);
        }
        refuse(amal.accessToken().substring(0, amal.accessToken().lastIndexOf('.') + 1));
    }

    @Test
    void shouldRefuseThePublicKeyAsASharedSecret() {
        byte[] publicKey = keys.publicKey(keys.keyId()).getEncoded();
        refuse(claims().jws().algorithm(SignatureAlgorithm.HS256).keyId(keys.keyId())
                .sign(new SecretKeySpec(publicKey, "HmacSHA256")));
        refuse(claims().jws().algorithm(SignatureAlgorithm.HS256).keyId(keys.keyId())
                .sign(new SecretKeySpec(keys.refreshSecret(), "HmacSHA256")));
        String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(publicKey)
                + "\n-----END PUBLIC KEY-----\n";
        for (String published : new String[] { pem, keys.signing().toPublicJson() }) {
            refuse(claims().jws().algorithm(SignatureAlgorithm.HS256).keyId(keys.keyId())
                    .sign(new SecretKeySpec(published.getBytes(StandardCharsets.UTF_8), "HmacSHA256")));
        }
    }

    @Test
    void shouldRefuseOtherAlgorithmsAndKeys() throws Exception {
        PrivateKey rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        refuse(claims().jws().algorithm(SignatureAlgorithm.RS256).keyId(keys.keyId()).sign(rsa));
        PrivateKey foreign = curve("secp256r1").getPrivate();
        refuse(claims().jws().algorithm(SignatureAlgorithm.ES256).keyId(keys.keyId()).sign(foreign));
        refuse(claims().jws().algorithm(SignatureAlgorithm.ES256).keyId("another").sign(foreign));
        refuse(claims().jws().algorithm(SignatureAlgorithm.ES256).sign(foreign));
        refuse(claims().jws().algorithm(SignatureAlgorithm.ES384).keyId(keys.keyId()).sign(curve("secp384r1").getPrivate()));
    }

    @Test
    void shouldRefuseKeysThatTheTokenBringsAlong() throws Exception {
        KeyPair foreign = curve("secp256r1");
        String jwk = org.jose4j.jwk.PublicJsonWebKey.Factory.newPublicJwk(foreign.getPublic()).toJson();
        refuse(claims().jws().algorithm(SignatureAlgorithm.ES256).keyId(keys.keyId())
                .header("jwk", new org.jose4j.json.internal.json_simple.parser.JSONParser().parse(jwk))
                .header("jku", "http://localhost/keys").sign(foreign.getPrivate()));
    }

    @Test
    void shouldRefuseKeysThatTheTokenPointsTo() throws Exception {
        KeyPair foreign = curve("secp256r1");
        for (String pointer : new String[] { "\"jku\":\"http://localhost/keys\"", "\"x5u\":\"http://localhost/certificate\"",
                "\"x5c\":[\"" + Base64.getEncoder().encodeToString(foreign.getPublic().getEncoded()) + "\"]",
                "\"x5t\":\"AAAA\"" }) {
            refuse(raw("{\"alg\":\"ES256\",\"kid\":\"%s\",%s}".formatted(keys.keyId(), pointer), foreign.getPrivate()));
            refuse(raw("{\"alg\":\"ES256\",%s}".formatted(pointer), foreign.getPrivate()));
        }
    }

    @Test
    void shouldTakeTheNameOfAKeyForANameAndNothingElse() throws Exception {
        String name = keys.keyId();
        PrivateKey foreign = curve("secp256r1").getPrivate();
        assertThat(status(raw("{\"alg\":\"ES256\",\"kid\":\"%s\"}".formatted(name), keys.signingKey()))).isEqualTo(200);
        for (String kid : new String[] { "\"../../../../../../dev/null\"", "\"/dev/null\"", "\"signing.jwks\"",
                "\"file:///dev/null\"", "\"' or '1'='1\"", "\"x' union select 'AAAA' -- \"", "\"; cat /etc/passwd\"", "\"\"",
                "\" \"", "null", "7", "true", "[]", "[\"" + name + "\"]", "{\"kid\":\"" + name + "\"}", "\"" + name + " \"",
                "\"" + name + "\\u0000\"", "\"" + name.toUpperCase() + "x\"", "\"" + "a".repeat(8_000) + "\"" }) {
            refuse(raw("{\"alg\":\"ES256\",\"kid\":" + kid + "}", keys.signingKey()));
            refuse(raw("{\"alg\":\"ES256\",\"kid\":" + kid + "}", foreign));
        }
    }

    @Test
    void shouldRefuseHeadersThatItDoesNotUnderstand() throws Exception {
        String name = keys.keyId();
        for (String header : new String[] { "{\"alg\":\"ES256\",\"kid\":\"%s\",\"crit\":[\"x\"],\"x\":1}",
                "{\"alg\":[\"ES256\"],\"kid\":\"%s\"}", "{\"alg\":null,\"kid\":\"%s\"}", "{\"alg\":\"es256\",\"kid\":\"%s\"}",
                "{\"kid\":\"%s\"}", "{\"alg\":\"none\",\"alg\":\"ES256\",\"kid\":\"%s\"}", "[]", "null", "7", "", "{" }) {
            refuse(raw(header.formatted(name), keys.signingKey()));
        }
        refuse(raw("{\"alg\":\"ES256\",\"kid\":\"%s\"}".formatted(name), keys.signingKey()) + "." + encoded("x") + ".x");
        refuse(encoded("{\"alg\":\"dir\",\"enc\":\"A128GCM\",\"kid\":\"%s\"}".formatted(name)) + "..AAAA.AAAA.AAAA");
    }

    @Test
    void shouldRefuseOurOwnKeyWithoutItsName() {
        refuse(claims().jws().algorithm(SignatureAlgorithm.ES256).sign(keys.signingKey()));
        refuse(claims().jws().algorithm(SignatureAlgorithm.ES256).keyId("another").sign(keys.signingKey()));
    }

    @Test
    void shouldRefuseOtherIssuersAndAudiences() {
        refuse(signed(claims -> claims.issuer("another")));
        refuse(signed(claims -> claims.issuer("Haven")));
        refuse(signed(claims -> claims.audience("another")));
        refuse(signed(claims -> claims.remove("aud")));
        refuse(signed(claims -> claims.remove("iss")));
    }

    @Test
    void shouldRefuseOtherTimes() {
        Instant now = Instant.now();
        refuse(signed(claims -> claims.issuedAt(now.minusSeconds(300)).expiresAt(now.minusSeconds(12))));
        refuse(signed(claims -> claims.issuedAt(now.plusSeconds(30)).expiresAt(now.plusSeconds(100))));
        refuse(signed(claims -> claims.issuedAt(now).expiresAt(now.plusSeconds(3_600))));
        refuse(signed(claims -> claims.issuedAt(now).expiresAt(Instant.ofEpochSecond(99_999_999_999L))));
        refuse(signed(claims -> claims.claim("nbf", now.plusSeconds(60).getEpochSecond())));
        refuse(signed(claims -> claims.issuedAt(now).expiresAt(now.minusSeconds(60))));
    }

    @ParameterizedTest
    @ValueSource(strings = { "exp=-1", "exp=\"soon\"", "exp=[4102444800]", "exp=1e99", "exp=null", "iat=\"now\"", "iat=null",
            "iat=-1", "iat={}", "aud=[]", "aud=7", "aud=null", "aud={\"haven-api\":1}", "iss=[\"haven\"]", "iss=null",
            "iss=\"\"",
            "sub=7", "sub=null", "sub=[]", "sid=null", "sid=[]", "sid={}", "token_type=[\"access\"]", "token_type=null",
            "nbf=\"soon\"" })
    void shouldRefuseClaimsOfAnotherType(String claim) throws Exception {
        String name = claim.substring(0, claim.indexOf('='));
        String payload = new String(Base64.getUrlDecoder().decode(amal.accessToken().split("\\.")[1]), StandardCharsets.UTF_8);
        String others = payload.replaceFirst("\"" + name + "\":(\"[^\"]*\"|\\d+),?", "").replace(",}", "}");
        refuse(raw("{\"alg\":\"ES256\",\"kid\":\"%s\"}".formatted(keys.keyId()),
                "{\"" + name + "\":" + claim.substring(name.length() + 1) + "," + others.substring(1), keys.signingKey()));
    }

    @Test
    void shouldRefuseOtherKindsOfToken() {
        refuse(signed(claims -> claims.claim("token_type", "refresh")));
        refuse(signed(claims -> claims.remove("token_type")));
        refuse(signed(claims -> claims.claim("token_type", true)));
        refuse(amal.refreshToken());
    }

    @Test
    void shouldRefuseOtherPeopleAndSessions() {
        Someone bea = Cast.member("bea");
        refuse(signed(claims -> claims.subject(bea.id().toString())));
        refuse(signed(claims -> claims.subject(UUID.randomUUID().toString())));
        refuse(signed(claims -> claims.claim("sid", UUID.randomUUID().toString())));
        refuse(signed(claims -> claims.remove("sid")));
        refuse(signed(claims -> claims.subject("not-an-id")));
        refuse(signed(claims -> claims.claim("sid", "not-an-id")));
        refuse(signed(claims -> claims.claim("sid", 7)));
    }

    @Test
    void shouldTakeNoRoleFromTheToken() {
        String token = signed(claims -> claims.groups("admin").claim("role", "admin"));
        given().auth().oauth2(token).get("/api/accounts/me").then().statusCode(200).body("role", is("member"));
        given().auth().oauth2(token).queryParam("handle", amal.handle()).get("/api/accounts").then().statusCode(403);
    }

    @Test
    void shouldRefuseWhatWasAltered() throws Exception {
        String[] parts = amal.accessToken().split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        refuse(parts[0] + "." + encoded(payload.replace("\"access\"", "\"Access\"")) + "." + parts[2]);
        refuse(parts[0] + "." + encoded(payload + " ") + "." + parts[2]);
        refuse(parts[0] + "." + parts[1] + "." + BASE64.encodeToString(new byte[64]));
        refuse(parts[0] + "." + parts[1] + "." + parts[2].substring(4));
        refuse(parts[0] + "." + Cast.member("bea").accessToken().split("\\.")[1] + "." + parts[2]);
        for (String claim : new String[] { "iss", "aud", "sub", "sid", "exp", "jti" }) {
            String altered = payload.replaceFirst("(?<=\"" + claim + "\":\"?)(?=[^\"])", "9");
            refuse(parts[0] + "." + encoded(altered) + "." + parts[2]);
        }
        byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
        refuse(parts[0] + "." + parts[1] + "."
                + BASE64.encodeToString(EcdsaUsingShaAlgorithm.convertConcatenatedToDer(signature)));
    }

    @Test
    void shouldRefuseWhatIsNoToken() {
        for (String token : new String[] { "x", "a.b.c", "....", "e30.e30.e30", "x".repeat(5_000) }) {
            refuse(token);
        }
        for (String header : new String[] { "Bearer", "Bearer ", "Basic YTpi", "bearer" }) {
            given().header("Authorization", header).get("/api/accounts/me").then().statusCode(401)
                    .body("code", is("not-signed-in"));
        }
    }

    @Test
    void shouldNotReadTokensFromTheAddressOrACookie() {
        given().queryParam("access_token", amal.accessToken()).get("/api/accounts/me").then().statusCode(401);
        given().cookie("Bearer", amal.accessToken()).get("/api/accounts/me").then().statusCode(401);
    }

    @Test
    void shouldStillOpenPublicDoorsToABadToken() {
        given().auth().oauth2("x").get("/api/guidelines").then().statusCode(200);
    }

    private JwtClaimsBuilder claims() {
        return Jwt.claims().issuer("haven").audience("haven-api").subject(amal.id().toString()).claim("sid", session)
                .claim("token_type", "access").claim("jti", UUID.randomUUID().toString())
                .issuedAt(Instant.now()).expiresAt(Instant.now().plusSeconds(300));
    }

    private String signed(UnaryOperator<JwtClaimsBuilder> change) {
        return change.apply(claims()).jws().algorithm(SignatureAlgorithm.ES256).keyId(keys.keyId()).sign(keys.signingKey());
    }

    /** By both doors: with a request, and to renew an open socket. */
    private void refuse(String token) {
        given().auth().oauth2(token).get("/api/accounts/me").then().statusCode(401)
                .contentType("application/problem+json");
        assertThat(catchThrowableOfType(Refusal.class, () -> sessions.verify(token)).code())
                .isIn(ErrorCode.NOT_SIGNED_IN, ErrorCode.SESSION_ENDED);
    }

    /** Signed as it should be, with any header. */
    private String raw(String header, PrivateKey key) throws Exception {
        String payload = amal.accessToken().split("\\.")[1];
        return raw(header, new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8), key);
    }

    private static String raw(String header, String payload, PrivateKey key) throws Exception {
        String content = encoded(header) + "." + encoded(payload);
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key);
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + BASE64.encodeToString(signature.sign());
    }

    private static int status(String token) {
        return given().auth().oauth2(token).get("/api/accounts/me").statusCode();
    }

    private static KeyPair curve(String name) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(name));
        return generator.generateKeyPair();
    }

    private static JsonPath part(String token, int index) {
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(token.split("\\.")[index]), StandardCharsets.UTF_8));
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
