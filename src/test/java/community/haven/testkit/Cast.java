package community.haven.testkit;

import static io.restassured.RestAssured.given;

import java.security.SecureRandom;
import java.util.Map;
import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/**
 * The people of the tests: amal, bea and carlo are members, mo moderates, ada is the admin. They come in by the doors that
 * everybody uses. Each call makes a new person, so that tests do not stand in one another's way; only ada is always the same.
 */
public final class Cast {

    public static final String PASSWORD = "quiet harbour lantern 27";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ADMIN = "ada";

    private static Someone admin;

    private Cast() {
    }

    /** A new member whose handle begins with this name. */
    public static Someone member(String name) {
        String handle = handle(name);
        signUp(handle).then().statusCode(201);
        return signIn(handle);
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
            if (signUp(ADMIN).statusCode() == 201) {
                signIn(ADMIN).asks().body(Map.of("code", SetupCodes.newest())).post("/api/setup").then().statusCode(200);
            }
            admin = signIn(ADMIN);
        }
        return admin;
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
        return asks
                .body(Map.of("handle", handle, "password", PASSWORD, "guidelinesVersion", guidelinesVersion(), "adult", true))
                .post("/api/accounts");
    }

    public static String guidelinesVersion() {
        return given().get("/api/guidelines").path("version");
    }

    /** Signs in with the password of all. */
    public static Someone signIn(String handle) {
        JsonPath answer = given().contentType(ContentType.JSON)
                .body(Map.of("handle", handle, "password", PASSWORD, "refreshTokenIn", "body"))
                .post("/api/sessions").then().statusCode(200).extract().jsonPath();
        return new Someone(UUID.fromString(answer.getString("person.id")), handle, answer.getString("accessToken"),
                answer.getString("refreshToken"));
    }

    private static Someone promoted(String name, String role) {
        Someone someone = member(name);
        admin().asks().body(Map.of("role", role)).put("/api/accounts/{id}/role", someone.id()).then().statusCode(200);
        return someone;
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

        /** The same person in one more session. */
        public Someone again() {
            return signIn(handle);
        }
    }
}
