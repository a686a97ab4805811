package community.haven.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;

import community.haven.testkit.AtOnce;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Rows;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

@HavenTest
class OwnSessionsTest {

    private static final String FIREFOX = "Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0";

    @Inject
    EntityManager entities;
    @Inject
    Rows rows;

    @Test
    void shouldTellWhereSomebodyIsSignedInAndNoMoreThanTheyNeed() {
        Someone amal = Cast.member("amal");
        signIn(amal, FIREFOX).then().statusCode(200);
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        Response list = list(amal);
        list.then().statusCode(200).body("items", hasSize(2))
                .body("items.find { !it.current }.browser", is("Firefox Mobile"))
                .body("items.find { !it.current }.platform", is("Android"))
                .body("items.find { it.current }.id", is(amal.session().toString()));
        assertThat(list.<Map<String, Object>> path("items.find { !it.current }").keySet())
                .containsExactlyInAnyOrder("id", "browser", "platform", "firstSeen", "lastSeen", "current");
        assertThat(list.<Map<String, Object>> path("items.find { it.current }")).isEqualTo(Map.of(
                "id", amal.session().toString(), "firstSeen", today, "lastSeen", today, "current", true));
    }

    @Test
    void shouldNotTellOfSessionsThatAreOverOrOthers() {
        Someone amal = Cast.member("amal");
        Cast.member("bea");
        Someone signedOut = amal.again();
        Someone idle = amal.again();
        Someone old = amal.again();
        QuarkusTransaction.requiringNew().run(() -> {
            entities.find(Session.class, idle.session()).rotatedAt = Instant.now().minus(Duration.ofDays(31));
            entities.find(Session.class, old.session()).expiresAt = Instant.now().minusSeconds(1);
        });
        signedOut.asks().delete("/api/sessions/current").then().statusCode(204);
        list(amal).then().body("items.id", contains(amal.session().toString()));
    }

    @Test
    void shouldPutTheOneThatWasUsedLastFirst() {
        Someone amal = Cast.member("amal");
        Someone yesterday = amal.again();
        QuarkusTransaction.requiringNew().run(() -> entities.find(Session.class, yesterday.session()).rotatedAt = Instant.now()
                .minus(Duration.ofDays(1)));
        list(amal).then().body("items.id", contains(amal.session().toString(), yesterday.session().toString()))
                .body("items[1].lastSeen", is(LocalDate.now(ZoneOffset.UTC).minusDays(1).toString()));
    }

    @Test
    void shouldEndOneAtOnce() {
        Someone amal = Cast.member("amal");
        Someone lost = amal.again();
        Someone kept = amal.again();
        end(amal, lost.session()).then().statusCode(204);
        assertEnded(lost);
        assertLives(amal);
        assertLives(kept);
        end(amal, lost.session()).then().statusCode(404).body("code", is("not-found"));
    }

    @Test
    void shouldEndTheOneThatAsksWhenItIsNamed() {
        Someone amal = Cast.member("amal");
        end(amal, amal.session()).then().statusCode(204);
        assertEnded(amal);
    }

    @Test
    void shouldNotEndSessionsOfOthersNorSayWhetherThereAreAny() {
        Someone amal = Cast.member("amal");
        Someone bea = Cast.member("bea");
        String others = end(amal, bea.session()).then().statusCode(404).extract().asString();
        assertThat(end(amal, UUID.randomUUID()).then().statusCode(404).extract().asString()).isEqualTo(others);
        amal.asks().delete("/api/sessions/{id}", "no-id").then().statusCode(404);
        assertLives(bea);
    }

    @Test
    void shouldEndAllOthersAndGoOnHere() {
        Someone amal = Cast.member("amal");
        List<Someone> others = List.of(amal.again(), amal.again());
        Someone bea = Cast.member("bea");
        amal.asks().delete("/api/sessions").then().statusCode(204);
        others.forEach(OwnSessionsTest::assertEnded);
        assertLives(amal);
        assertLives(bea);
        list(amal).then().body("items.id", contains(amal.session().toString()));
        amal.asks().delete("/api/sessions").then().statusCode(204);
    }

    @Test
    void shouldAskOnceMoreThatItIsThemBeforeOthersEnd() {
        Someone amal = Cast.member("amal");
        Someone other = amal.again();
        rows.change("update session set proven_at = '2020-01-01' where id = ?", amal.session());

        amal.asks().delete("/api/sessions").then().statusCode(403).body("code", is("proof-needed"));
        amal.asks().delete("/api/sessions/{id}", other.session()).then().statusCode(403).body("code", is("proof-needed"));
        assertLives(other);
        amal.asks().body(Map.of("password", Cast.PASSWORD)).post("/api/sessions/current/proof").then().statusCode(204);
        amal.asks().delete("/api/sessions/{id}", other.session()).then().statusCode(204);
        assertEnded(other);
    }

    @Test
    void shouldLeaveOneWhenTwoEndEachOtherAtOnce() {
        Someone amal = Cast.member("amal");
        List<Someone> both = List.of(amal, amal.again());
        assertThat(AtOnce.times(2, i -> both.get(i).asks().delete("/api/sessions").statusCode())).allMatch(
                status -> status == 204 || status == 401);
        assertThat(both.stream().filter(someone -> list(someone).statusCode() == 200).count()).isLessThanOrEqualTo(1);
    }

    private static void assertEnded(Someone someone) {
        someone.asks().get("/api/accounts/me").then().statusCode(401).body("code", is("session-ended"));
        given().contentType(ContentType.JSON).body(Map.of("refreshToken", someone.refreshToken()))
                .post("/api/sessions/refresh").then().statusCode(401).body("code", is("session-ended"));
    }

    private static void assertLives(Someone someone) {
        someone.asks().get("/api/accounts/me").then().statusCode(200);
    }

    private static Response list(Someone someone) {
        return someone.asks().get("/api/sessions");
    }

    private static Response end(Someone someone, UUID session) {
        return someone.asks().delete("/api/sessions/{id}", session);
    }

    private static Response signIn(Someone someone, String userAgent) {
        return given().contentType(ContentType.JSON).header("User-Agent", userAgent)
                .body(Map.of("handle", someone.handle(), "password", Cast.PASSWORD, "refreshTokenIn", "body"))
                .post("/api/sessions");
    }
}
