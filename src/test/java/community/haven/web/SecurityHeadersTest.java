package community.haven.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import community.haven.testkit.HavenTest;

@HavenTest
class SecurityHeadersTest {

    @ParameterizedTest
    @ValueSource(strings = { "/", "/rooms/anything", "/api/guidelines", "/api/rooms", "/api/none", "/static/none.js",
            "/q/health" })
    void shouldGuardEveryAnswer(String path) {
        given().get(path).then()
                .header("Content-Security-Policy", equalTo(SecurityHeaders.PAGE_POLICY))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Permissions-Policy", containsString("camera=()"))
                .header("Cross-Origin-Opener-Policy", "same-origin");
    }

    @Test
    void shouldAllowNothingInlineAndNothingFromElsewhere() {
        assertThat(SecurityHeaders.PAGE_POLICY).startsWith("default-src 'none'").doesNotContain("unsafe")
                .doesNotContain("http");
    }

    @Test
    void shouldRelaxOnlyWhatTheDocsNeedAndOnlyThere() {
        String policy = given().get("/api/docs/").then().statusCode(200).extract().header("Content-Security-Policy");
        assertThat(policy.replace(" 'unsafe-inline'", "")).isEqualTo(SecurityHeaders.PAGE_POLICY);
    }

    @Test
    void shouldNotBeStoredWhenItComesFromTheApi() {
        given().get("/api/guidelines").then().header("Cache-Control", "no-store");
        given().get("/api/none").then().header("Cache-Control", "no-store");
    }

    @Test
    void shouldBeKeptForGoodWhenItsNameChangesWithItsContent() {
        Matcher script = Pattern.compile("src=\"(/static/bundle/app[^\"]*\\.js)\"").matcher(given().get("/").asString());
        assertThat(script.find()).isTrue();
        given().get(script.group(1)).then().statusCode(200).header("Cache-Control", containsString("immutable"));
        given().get("/static/bundle/none.js").then().statusCode(404).header("Cache-Control", "no-cache");
    }

    @Test
    void shouldAskForTlsOnlyWhereThereIsTls() {
        assertThat(given().get("/").header("Strict-Transport-Security")).isNull();
        for (String path : new String[] { "/", "/api/guidelines", "/api/none", "/static/none.js", "/q/health" }) {
            given().header("X-Forwarded-Proto", "https").get(path).then()
                    .header("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/rooms/3f1e", "/board?kind=help", "/sign-up", "/somewhere/else" })
    void shouldServeThePageAtEveryAddressOfThePage(String path) {
        given().get(path).then().statusCode(200).contentType(startsWith("text/html")).body(containsString("<haven-app>"))
                .header("Cache-Control", "no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/none", "/api", "/api/rooms/none/none/none" })
    void shouldAnswerWithAProblemWhenTheApiHasNoSuchAddress(String path) {
        given().get(path).then().statusCode(404).contentType("application/problem+json").body("code", equalTo("not-found"));
    }

    @Test
    void shouldSayWhereLeavingQuicklyLeads() {
        given().get("/api/page").then().statusCode(200).body("leaveTo", equalTo("about:blank"));
    }
}
