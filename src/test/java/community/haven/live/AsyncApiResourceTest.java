package community.haven.live;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;

import org.junit.jupiter.api.Test;

import community.haven.testkit.HavenTest;
import io.restassured.response.Response;

@HavenTest
class AsyncApiResourceTest {

    @Test
    void shouldServeTheDescriptionToAnybody() throws IOException {
        Response answer = when().get("/api/asyncapi");

        answer.then().statusCode(200);
        try (InputStream in = AsyncApiResource.class.getResourceAsStream(AsyncApiResource.DOCUMENT)) {
            assertThat(answer.asByteArray()).isEqualTo(in.readAllBytes());
        }
    }

    @Test
    void shouldServeItAsTheDescriptionOfTheRest() {
        Response rest = given().accept("*/*").get("/api/openapi");
        Response live = given().accept("*/*").get("/api/asyncapi");

        assertThat(live.contentType()).isEqualTo(rest.contentType());
        assertThat(live.header("Cache-Control")).isEqualTo(rest.header("Cache-Control"));
    }
}
