package community.haven.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import community.haven.testkit.Cast;
import community.haven.testkit.HavenTest;
import community.haven.testkit.LiveClient;
import community.haven.testkit.LogWatch;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What opens an account appears where it belongs and nowhere else: not in the log, not in an answer that says no. */
@HavenTest
class SecretsTest {

    private static final String WRONG = "wrong harbour lantern 28";
    private static final String FRESH = "slow river under 9 bridges";

    @TestHTTPResource("/")
    URI server;

    private final List<String> secrets = new ArrayList<>(List.of(Cast.PASSWORD, WRONG, FRESH));
    private final List<Response> refusals = new ArrayList<>();

    @Test
    void shouldAppearInNoLogAndInNoError() {
        try (LogWatch log = new LogWatch()) {
            String handle = Cast.handle("amal");
            List<String> codes = Cast.signUp(handle).then().statusCode(201).extract().path("recoveryCodes");
            secrets.addAll(codes);
            Response page = json().body(Map.of("handle", handle, "password", Cast.PASSWORD)).post("/api/sessions");
            secrets.add(page.getCookie("haven-refresh"));
            secrets.add(page.getCookie("haven-device"));
            Response app = signIn(handle, Cast.PASSWORD);
            remember(page);
            remember(app);

            Response next = refresh(app.path("refreshToken"));
            remember(next);
            remember(refresh(next.path("refreshToken")));
            useInWrongPlaces(app, page);
            refusals.add(refresh(app.path("refreshToken")));
            refusals.add(refresh(next.path("refreshToken")));
            refusals.add(signIn(handle, WRONG));
            comeBack(handle, codes);
            listen(page.path("accessToken"), next.path("accessToken"));

            assertThat(refusals).allSatisfy(answer -> assertThat(answer.statusCode()).isBetween(400, 499));
            assertThat(refusals).extracting(Response::asString).noneMatch(this::tells);
            assertThat(refusals).extracting(answer -> answer.getHeaders().toString()).noneMatch(this::tells);
            assertThat(log.lines()).noneMatch(this::tells);
        }
    }

    private void useInWrongPlaces(Response app, Response page) {
        String access = app.path("accessToken");
        String refresh = app.path("refreshToken");
        refusals.add(given().auth().oauth2(refresh).get("/api/accounts/me"));
        refusals.add(given().auth().oauth2(access.substring(0, access.length() - 5) + "AAAAA").get("/api/accounts/me"));
        refusals.add(given().auth().oauth2(access + "." + refresh).get("/api/accounts/me"));
        refusals.add(given().queryParam("access_token", access).get("/api/accounts/me"));
        refusals.add(given().get("/api/rooms/{id}", access));
        refusals.add(refresh(access));
        refusals.add(json().body("{\"refreshToken\": \"" + refresh).post("/api/sessions/refresh"));
        refusals.add(json().body(Map.of("refreshToken", List.of(refresh))).post("/api/sessions/refresh"));
        refusals.add(json().body(Map.of(refresh, access)).post("/api/sessions/refresh"));
        refusals.add(json().body(Map.of("handle", access, "password", refresh)).post("/api/sessions"));
        refusals.add(json().body("{\"password\": {\"" + Cast.PASSWORD + "\": 1}}").post("/api/sessions"));
        refusals.add(json().cookie("haven-refresh", page.getCookie("haven-refresh")).header("Origin", "https://evil.example")
                .post("/api/sessions/refresh"));
        refusals.add(json().auth().oauth2(access).body(Map.of("current", WRONG, "fresh", FRESH))
                .put("/api/accounts/me/password"));
        refusals.add(json().auth().oauth2(access).body(Map.of("code", refresh)).post("/api/setup"));
    }

    private void comeBack(String handle, List<String> codes) {
        refusals.add(recover(handle, codes.get(0) + "X", FRESH));
        refusals.add(recover(handle, codes.get(0), "short"));
        recover(handle, codes.get(0), FRESH).then().statusCode(204);
        refusals.add(recover(handle, codes.get(0), FRESH));
    }

    private void listen(String... ended) {
        for (String token : ended) {
            assertThat(LiveClient.refusal(server, LiveClient.origin(server), "haven.v1", "bearer-token-carrier",
                    LiveClient.carrier(token))).isEqualTo(401);
            assertThat(LiveClient.refusal(server, LiveClient.origin(server), "haven.v1", "bearer-token-carrier",
                    LiveClient.carrier(token + "x"))).isEqualTo(401);
        }
        String living = Cast.member("bea").accessToken();
        secrets.add(living);
        try (LiveClient client = LiveClient.connect(server, living)) {
            client.ask(LiveClient.frame("renew", "token", ended[0]));
            client.ask(LiveClient.frame("renew", "token", living));
        }
    }

    private void remember(Response signedIn) {
        signedIn.then().statusCode(200);
        for (String name : List.of("accessToken", "refreshToken", "deviceToken")) {
            String token = signedIn.path(name);
            if (token != null) {
                secrets.add(token);
            }
        }
    }

    /** The part of a token that proves something is enough. */
    private boolean tells(String text) {
        return secrets.stream().map(secret -> secret.substring(secret.lastIndexOf('.') + 1)).anyMatch(text::contains);
    }

    private static Response signIn(String handle, String password) {
        return json().body(Map.of("handle", handle, "password", password, "refreshTokenIn", "body")).post("/api/sessions");
    }

    private static Response refresh(String token) {
        return json().body(Map.of("refreshToken", token)).post("/api/sessions/refresh");
    }

    private static Response recover(String handle, String code, String password) {
        return json().body(Map.of("handle", handle, "code", code, "password", password)).post("/api/recovery");
    }

    private static RequestSpecification json() {
        return given().contentType(ContentType.JSON);
    }
}
