package community.haven.testkit;

import static io.restassured.RestAssured.given;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/**
 * The people of the tests: amal, bea and carlo are members, mo moderates, ada is the admin. They come in by the doors that
 * everybody uses, staff with a second factor. Each call makes a new person, so that tests do not stand in one another's way;
 * only ada is always the same.
 */
public final class Cast {

    public static final String PASSWORD = "quiet harbour lantern 27";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ADMIN = "ada";

    /** Well below the life of an access token: a long run of tests outlives one. */
    private static final Duration FRESH = Duration.ofMinutes(7);

    private static Someone admin;
    private static Instant adminSince = Instant.EPOCH;

    private Cast() {
    }

    /** A new member whose handle begins with this name. */
    public static Someone member(String name) {
        String handle = handle(name);
        signUp(handle).then().statusCode(201);
        return signIn(handle);
    }

    /** A new member whose handle begins with this name, where nobody comes in without an invitation. */
    public static Someone invited(String name) {
        Map<String, Object> form = signUpForm(handle(name));
        form.put("invitation", admin().asks().body(Map.of("uses", 1, "days", 1)).post("/api/invitations").path("code"));
        stranger().body(form).post("/api/accounts").then().statusCode(201);
        return signIn((String) form.get("handle"));
    }

    /** A new moderator. */
    public static Someone moderator() {
        return moderator("mo");
    }

    /** A new moderator whose handle begins with this name. */
    public static Someone moderator(String name) {
        return promoted(name, "moderator");
    }

    /** One more admin, for tests that take the role away again. */
    public static Someone secondAdmin(String name) {
        return promoted(name, "admin");
    }

    /** The first admin, made by the set-up code. */
    public static synchronized Someone admin() {
        if (admin == null) {
            // The database outlives a restart of the application between test profiles; this class does not.
            Map<String, Object> form = signUpForm(ADMIN);
            form.put("invitation", SetupCodes.newest());
            admin = stranger().body(form).post("/api/accounts").statusCode() == 201 ? firstAdmin()
                    : signIn(ADMIN, Authenticator.next(ADMIN));
            adminSince = Instant.now();
        } else if (Instant.now().isAfter(adminSince.plus(FRESH))) {
            admin = signedIn(ADMIN, stranger().body(Map.of("refreshToken", admin.refreshToken()))
                    .post("/api/sessions/refresh"));
            adminSince = Instant.now();
        }
        return admin;
    }

    private static Someone firstAdmin() {
        Someone ada = signIn(ADMIN);
        ada.asks().body(Map.of("code", SetupCodes.newest())).post("/api/setup").then().statusCode(200);
        return Authenticator.enrol(ada);
    }

    /** A handle that nobody has yet. */
    public static String handle(String name) {
        return name + "-" + Long.toString(RANDOM.nextLong(1L << 40, 1L << 45), 36);
    }

    /** Somebody who is not signed in. */
    public static RequestSpecification stranger() {
        return given().contentType(ContentType.JSON);
    }

    public static Response signUp(String handle) {
        return signUp(handle, stranger());
    }

    /** Signs up with the request of whoever asks. */
    public static Response signUp(String handle, RequestSpecification asks) {
        return asks.body(signUpForm(handle)).post("/api/accounts");
    }

    /** What a page sends that has done its work, for tests that change something about it. */
    public static Map<String, Object> signUpForm(String handle) {
        return new HashMap<>(Map.of("handle", handle, "password", PASSWORD, "guidelinesVersion", guidelinesVersion(),
                "adult", true, "proof", SignUpWork.done()));
    }

    public static String guidelinesVersion() {
        return given().get("/api/guidelines").path("version");
    }

    /** Signs in with the password of all. */
    public static Someone signIn(String handle) {
        return signIn(handle, "");
    }

    /** Signs in with the password of all and a code. */
    public static Someone signIn(String handle, String code) {
        return signedIn(handle, trySignIn(handle, code));
    }

    private static Someone signedIn(String handle, Response signIn) {
        JsonPath answer = signIn.then().statusCode(200).extract().jsonPath();
        return new Someone(UUID.fromString(answer.getString("person.id")), handle, answer.getString("accessToken"),
                answer.getString("refreshToken"));
    }

    /** What an attempt to sign in with the password of all is answered. */
    public static Response trySignIn(String handle, String code) {
        return stranger().body(Map.of("handle", handle, "password", PASSWORD, "code", code, "refreshTokenIn", "body"))
                .post("/api/sessions");
    }

    /** Gives somebody a role, whatever else they need for it. */
    public static Someone promote(Someone someone, String role) {
        admin().asks().body(Map.of("role", role)).put("/api/accounts/{id}/role", someone.id()).then().statusCode(200);
        return someone;
    }

    private static Someone promoted(String name, String role) {
        return Authenticator.enrol(promote(member(name), role));
    }

    /** Somebody who is signed in. */
    public record Someone(UUID id, String handle, String accessToken, String refreshToken) {

        /** A request of theirs, with JSON. */
        public RequestSpecification asks() {
            return given().contentType(ContentType.JSON).auth().oauth2(accessToken);
        }

        /** The session they are signed in with. */
        public UUID session() {
            return UUID.fromString(refreshToken.substring(0, refreshToken.indexOf('.')));
        }

        /**
         * A request that waits to be told to go on before it sends what may be too large: who is refused has nothing to send.
         */
        public RequestSpecification asksFirst() {
            return asks().config(RestAssured.config().httpClient(
                    HttpClientConfig.httpClientConfig().setParam("http.protocol.expect-continue", true)));
        }

        /** The same person in one more session. */
        public Someone again() {
            Response answer = trySignIn(handle, "");
            return answer.statusCode() == 403 ? signIn(handle, code()) : signedIn(handle, answer);
        }

        /** A code for those who are asked for one: of the new recovery codes, since the app has one in half a minute only. */
        public String code() {
            return asks().post("/api/accounts/me/recovery-codes").then().statusCode(201).extract().path("recoveryCodes[0]");
        }
    }
}
