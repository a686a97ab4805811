package community.haven.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import community.haven.testkit.Cast;
import community.haven.testkit.HavenTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What a page of another site can make the browser of somebody who is signed in here send: none of it does anything. */
@HavenTest
class ForeignPagesTest {

    private static final String FOREIGN = "https://evil.example";

    @TestHTTPResource("/")
    URI server;

    private String handle;
    private String cookie;

    @BeforeEach
    void signIn() {
        handle = Cast.handle("amal");
        Cast.signUp(handle).then().statusCode(201);
        cookie = given().contentType(ContentType.JSON).body(Map.of("handle", handle, "password", Cast.PASSWORD))
                .post("/api/sessions").then().statusCode(200).extract().cookie("haven-refresh");
    }

    @ParameterizedTest
    @CsvSource({ "POST, /api/sessions", "POST, /api/sessions/refresh", "POST, /api/recovery",
            "POST, /api/password-resets/completion", "DELETE, /api/sessions",
            "GET, /api/sessions", "GET, /api/accounts/me", "PUT, /api/accounts/me/password", "GET, /api/guidelines", "GET, /" })
    void shouldNotBeToldThatTheyMayReadOrSendAnything(String method, String path) {
        Response before = given().header("Origin", FOREIGN).header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "authorization,content-type").options(path);
        Response itself = given().header("Origin", FOREIGN).request(method, path);
        for (Response answer : new Response[] { before, itself }) {
            assertThat(answer.getHeaders().asList()).noneMatch(header -> header.getName().startsWith("Access-Control-"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
            "text/plain;charset=application/json" })
    void shouldSendNoFormThatIsUnderstood(String type) throws Exception {
        String body = "{\"handle\": \"%s\", \"password\": \"%s\"}".formatted(handle, Cast.PASSWORD);
        for (String path : new String[] { "/api/sessions", "/api/sessions/refresh", "/api/recovery" }) {
            HttpResponse<String> answer = send(path, body, "Content-Type", type);
            assertThat(answer.statusCode()).isEqualTo(415);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
        assertStillSignedIn();
    }

    @ParameterizedTest
    @ValueSource(strings = { "cross-site", "same-site" })
    void shouldNotUseTheCookieEvenWithoutSayingWhatTheySend(String site) throws Exception {
        for (String[] header : new String[][] { { "Sec-Fetch-Site", site }, { "Origin", FOREIGN }, { "Origin", "null" } }) {
            for (String body : new String[] { "", "{}" }) {
                HttpResponse<String> answer = send("/api/sessions/refresh", body, header);
                assertThat(answer.statusCode()).isEqualTo(403);
                assertThat(answer.body()).contains("foreign-origin");
                assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            }
        }
        assertStillSignedIn();
    }

    @Test
    void shouldNotSignAnybodyInOrLeaveADeviceBehind() {
        String code = Cast.signUp(Cast.handle("mallory")).path("recoveryCodes[0]");
        for (String path : new String[] { "/api/sessions", "/api/recovery" }) {
            given().header("Origin", FOREIGN).contentType(ContentType.JSON)
                    .body(path.endsWith("recovery")
                            ? Map.of("handle", handle, "code", code, "password", Cast.PASSWORD)
                            : Map.of("handle", handle, "password", Cast.PASSWORD))
                    .post(path).then().statusCode(403).body("code", is("foreign-origin")).header("Set-Cookie", nullValue());
        }
    }

    @Test
    void shouldDoNothingByTheCookieThatNeedsAToken() {
        withCookie().get("/api/sessions").then().statusCode(401);
        withCookie().delete("/api/sessions").then().statusCode(401);
        withCookie().delete("/api/sessions/current").then().statusCode(401);
        withCookie().get("/api/accounts/me").then().statusCode(401);
        withCookie().get("/api/sessions/refresh").then().statusCode(405);
        assertStillSignedIn();
    }

    /** With nothing but these headers and the cookie; a type that is not named is not sent either. */
    private HttpResponse<String> send(String path, String body, String... headers) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path)).header("Cookie", "haven-refresh=" + cookie)
                .headers(headers).POST(HttpRequest.BodyPublishers.ofString(body)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private RequestSpecification withCookie() {
        return given().cookie("haven-refresh", cookie);
    }

    private void assertStillSignedIn() {
        String next = withCookie().contentType(ContentType.JSON).post("/api/sessions/refresh").then().statusCode(200).extract()
                .cookie("haven-refresh");
        assertThat(next).contains(".1.");
    }
}
