package community.haven.guidelines;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;

import org.junit.jupiter.api.Test;

import community.haven.testkit.HavenTest;

@HavenTest
class GuidelinesResourceTest {

    @Test
    void shouldServeTheGuidelinesToAnybody() {
        when().get("/api/guidelines").then().statusCode(200)
                .body("version", matchesPattern("\\d{4}-\\d{2}-\\d{2}"))
                .body("markdown", containsString("# Haven community guidelines"))
                .body("rules.id", hasItem("G1"));
    }
}
