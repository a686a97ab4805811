package community.haven.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import community.haven.testkit.ByRealLimits;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.LiveClient;
import community.haven.testkit.TestRooms;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

/** Twenty messages at once, then one each few minutes: nobody has to wait who speaks as people do. */
@HavenTest
@TestProfile(ByRealLimits.class)
class LimitsTest {

    private static final int MESSAGES = 20;

    @TestHTTPResource("/")
    URI haven;

    private Someone mo;
    private Someone amal;
    private UUID room;

    @BeforeEach
    void meet() {
        mo = Cast.moderator();
        amal = Cast.member("amal");
        room = TestRooms.joinedBy(mo, amal);
    }

    @Test
    void shouldAskWhoeverSaysVeryMuchToWait() {
        useUp(amal, room);
        say(amal, room, "one-more").then().statusCode(429).body("code", equalTo("too-many-requests"))
                .header("Retry-After", matchesPattern("1\\d\\d"))
                .header("RateLimit-Policy", "\"messages\";q=20;w=3600").header("RateLimit", "\"messages\";r=0");
        try (LiveClient socket = LiveClient.connect(haven, amal.accessToken())) {
            socket.join(room, null);
            JsonNode answer = socket.say(room, "one-more", "Hello.").join();
            assertThat(LiveClient.code(answer)).isEqualTo("too-many-requests");
            assertThat(answer.get("retryAfterMs").asLong()).isBetween(1L, 180_000L);
        }
    }

    @Test
    void shouldLetThemSpeakInAnotherRoomAndOthersInThisOne() {
        Someone bea = Cast.member("bea");
        UUID other = TestRooms.joinedBy(mo, amal);
        TestRooms.join(bea, room);
        useUp(amal, room);
        say(amal, other, "elsewhere").then().statusCode(201);
        say(bea, room, "somebody-else").then().statusCode(201);
    }

    @Test
    void shouldAnswerAKeyThatIsStoredAlready() {
        useUp(amal, room);
        say(amal, room, "key-0").then().statusCode(200).body("seq", equalTo(1));
    }

    @Test
    void shouldCostNothingToBeRefusedForAnotherReason() {
        TestRooms.edit(mo, room, Map.of("state", "paused"));
        for (int i = 0; i < MESSAGES; i++) {
            say(amal, room, "paused-" + i).then().statusCode(409);
        }
        TestRooms.edit(mo, room, Map.of("state", "open"));
        say(amal, room, "at-last").then().statusCode(201).header("RateLimit", "\"messages\";r=" + (MESSAGES - 1));
    }

    @Test
    void shouldHoldNobodyBackWhoLooksAfterTheRoom() {
        TestRooms.join(mo, room);
        TestRooms.appoint(mo, room, amal);
        for (Someone someone : List.of(amal, mo)) {
            useUp(someone, room);
            say(someone, room, "one-more").then().statusCode(201);
        }
        assertThat(say(mo, room, "and-more").header("RateLimit")).isNull();
        UUID other = TestRooms.joinedBy(mo, amal);
        useUp(amal, other);
        say(amal, other, "one-more").then().statusCode(429);
    }

    @Test
    void shouldLimitSupportAndTakingBackAsWell() {
        Someone bea = Cast.member("bea");
        TestRooms.join(bea, room);
        useUp(amal, room);
        List<Integer> given = IntStream.range(0, 31)
                .map(i -> bea.asks().put("/api/rooms/{room}/messages/{seq}/support/{kind}", room, i / 5 + 1,
                        SupportKind.values()[i % 5].wire()).statusCode())
                .boxed().toList();
        assertThat(given.subList(0, 30)).containsOnly(204);
        assertThat(given.get(30)).isEqualTo(429);
        bea.asks().put("/api/rooms/{room}/messages/1/support/me-too", room).then().statusCode(204)
                .header("RateLimit", "\"support\";r=0");
        assertThat(bea.asks().get("/api/rooms/{room}/messages/7", room).<Object> path("support")).isNull();
        amal.asks().delete("/api/rooms/{room}/messages/1", room).then().statusCode(204)
                .header("RateLimit-Policy", "\"retractions\";q=20;w=3600").header("RateLimit", "\"retractions\";r=19");
    }

    @Test
    void shouldBeAnnouncedAtTheBeginningOfAConnection() {
        try (LiveClient socket = LiveClient.connect(haven, amal.accessToken())) {
            JsonNode limits = socket.await(frame -> LiveClient.type(frame).equals("welcome")).get("limits");
            assertThat(limits.at("/messages/count").asInt()).isEqualTo(MESSAGES);
            assertThat(limits.at("/messages/seconds").asInt()).isEqualTo(3_600);
            assertThat(limits.at("/support/count").asInt()).isEqualTo(30);
        }
    }

    private static void useUp(Someone someone, UUID room) {
        for (int i = 0; i < MESSAGES; i++) {
            say(someone, room, "key-" + i).then().statusCode(201);
        }
    }

    private static Response say(Someone someone, UUID room, String key) {
        return someone.asks().body(Map.of("key", key, "text", "Hello.")).post("/api/rooms/{room}/messages", room);
    }
}
