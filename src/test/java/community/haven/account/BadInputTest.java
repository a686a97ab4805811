package community.haven.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import community.haven.testkit.Cast;
import community.haven.testkit.HavenTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;

/** Whatever is sent to whichever route of this package, the answer is a problem detail that quotes nothing of it. */
@HavenTest
class BadInputTest {

    private static final String JSON = "application/json";
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final List<String> ROUTES = List.of("POST /api/accounts", "PUT /api/accounts/me/guidelines",
            "PUT /api/accounts/00000000-0000-4000-8000-000000000000/role", "POST /api/sessions", "POST /api/sessions/refresh",
            "POST /api/setup", "PUT /api/accounts/me/handle", "POST /api/invitations",
            "POST /api/accounts/00000000-0000-4000-8000-000000000000/refusal", "PUT /api/accounts/me/password",
            "PUT /api/accounts/me/second-factor", "POST /api/recovery");
    private static final List<String> BODIES = List.of("{", "{\"handle\":", "[]", "7", "\"sturgeon\"", "true",
            "nonsense sturgeon",
            "{\"sturgeon\":\"sturgeon\"}", "{\"handle\":7,\"version\":7,\"role\":7,\"code\":7,\"refreshToken\":7}",
            "{\"current\":7,\"fresh\":[]}", "{\"handle\":\"sturgeon\",\"code\":\"sturgeon\",\"password\":\"sturgeon\"}",
            "{\"password\":[\"sturgeon\"],\"version\":{},\"role\":[],\"code\":{},\"refreshToken\":[]}",
            "{\"version\":\"1\",\"version\":\"2\"}", "{} {}", "{\"a\":".repeat(2_000), "\u0000", "{\"handle\":\"\\ud800\"}");

    static Stream<Arguments> routesAndBodies() {
        return ROUTES.stream().flatMap(route -> BODIES.stream().map(body -> Arguments.of(route, body)));
    }

    static List<String> routes() {
        return ROUTES;
    }

    @ParameterizedTest
    @MethodSource("routesAndBodies")
    void shouldExplainWhatItCannotRead(String route, String body) {
        assertThat(explained(send(route, JSON, body))).isIn(400, 401, 422);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void shouldExplainThatNothingIsThere(String route) {
        for (String body : List.of("null", "")) {
            assertThat(explained(send(route, JSON, body))).isIn(400, 401, 422);
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void shouldTakeJsonAlone(String route) {
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "application/xml",
                "multipart/form-data; boundary=x", "application/json-patch+json", "nonsense")) {
            assertThat(explained(send(route, type, "{}"))).as(type).isIn(400, 415);
        }
        assertThat(explained(send(route, "text/plain", "{}"))).isEqualTo(415);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void shouldRefuseWhatIsTooLarge(String route) {
        assertThat(send(route, JSON, "{\"handle\":\"" + "x".repeat(300_000) + "\"}").statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void shouldExplainOtherMethods(String route) {
        assertThat(explained(send("PATCH " + route.split(" ")[1], JSON, "{}"))).isEqualTo(405);
    }

    private static HttpResponse<String> send(String route, String type, String body) {
        String[] parts = route.split(" ");
        // Asks before it sends a large body, which the server would not read.
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + parts[1]))
                .method(parts[0], BodyPublishers.ofString(body)).header("Content-Type", type)
                .header("Authorization", "Bearer " + Cast.admin().accessToken()).expectContinue(body.length() > 100_000)
                .build();
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The status, once the answer has everything that a problem detail needs. */
    private static int explained(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonPath problem = JsonPath.from(answer.body());
        assertThat(problem.getString("type")).isEqualTo("urn:haven:problem:" + problem.getString("code"));
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(problem.getInt("status")).isEqualTo(answer.statusCode());
        assertThat(answer.body()).doesNotContain("sturgeon", "Exception", "community.haven");
        return answer.statusCode();
    }
}
