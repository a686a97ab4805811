package community.haven.conversation;

import static community.haven.testkit.LiveClient.code;
import static community.haven.testkit.LiveClient.frame;
import static community.haven.testkit.LiveClient.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.LiveClient;
import community.haven.testkit.Rows;
import community.haven.testkit.TestRooms;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;

/** Bea looks after a room and says something to all of it. */
@HavenTest
class AnnouncementTest {

    private static final String TEXT = "We meet again tomorrow at eight.";

    @TestHTTPResource("/")
    URI server;

    @Inject
    Rows rows;

    private Someone amal;
    private Someone bea;
    private Someone mo;
    private UUID room;

    @BeforeEach
    void beaIsAHost() {
        amal = Cast.member("amal");
        bea = Cast.member("bea");
        mo = Cast.moderator();
        room = TestRooms.joinedBy(mo, amal, bea, mo);
        rows.makeHost(room, bea.id());
    }

    @Test
    void shouldStandOutForEverybodyLiveAndLater() {
        try (LiveClient ears = joined(amal)) {
            announce(bea, "k1").then().statusCode(201);
            announce(mo, "k1").then().statusCode(201);
            JsonNode heard = ears.await(event -> type(event).equals("message"));
            assertThat(heard.path("announcement").asBoolean()).isTrue();
            assertThat(heard.path("author").path("handle").asText()).isEqualTo(bea.handle());
        }
        amal.asks().get(message(1)).then().body("text", equalTo(TEXT)).body("announcement", is(true));
        say(bea, Map.of("key", "k2", "text", "Between us.", "announcement", false)).then().statusCode(201);
        amal.asks().get(message(3)).then().body("$", not(hasKey("announcement")));
    }

    @Test
    void shouldBeSaidWhileTheRoomPausesAndInSlowMode() {
        bea.asks().body(Map.of("paused", true, "slowModeSeconds", 3_600)).put("/api/rooms/{room}/pace", room);
        announce(bea, "k1").then().statusCode(201);
        announce(bea, "k2").then().statusCode(201);
    }

    @Test
    void shouldRefuseEverybodyElse() {
        announce(amal, "k1").then().statusCode(403).body("code", equalTo("not-allowed"));
        announce(Cast.member("carlo"), "k1").then().statusCode(403).body("code", equalTo("not-a-member"));
        try (LiveClient client = joined(amal)) {
            assertThat(code(client.ask(frame("say", "room", room, "key", "k2", "text", TEXT, "announcement", true))))
                    .isEqualTo("not-allowed");
        }
        try (LiveClient client = joined(bea)) {
            assertThat(type(client.ask(frame("say", "room", room, "key", "k2", "text", TEXT, "announcement", true))))
                    .isEqualTo("saved");
        }
        bea.asks().body("{\"key\":\"k\",\"text\":\"t\",\"announcement\":1}").post(messages()).then().statusCode(422);
    }

    @Test
    void shouldRefuseAHostWhoIsMutedInTheRoom() {
        mo.asks().body(Map.of("rule", "G1", "reason", "A plain reason.", "until", Instant.now().plusSeconds(600).toString()))
                .post("/api/rooms/{room}/members/{account}/mute", room, bea.id()).then().statusCode(201);
        announce(bea, "k1").then().statusCode(403).body("code", equalTo("muted-in-room"));
    }

    @Test
    void shouldBeAMessageLikeAnyOtherInEverythingElse() {
        announce(bea, "k1").then().statusCode(201);
        announce(bea, "k1").then().statusCode(200);
        say(bea, Map.of("key", "k1", "text", TEXT)).then().statusCode(409).body("code", equalTo("key-reused"));

        mo.asks().body(Map.of("rule", "G1", "reason", "A plain reason.")).post(message(1) + "/removal").then().statusCode(200);
        amal.asks().get(message(1)).then().body("removed", is(true)).body("$", not(hasKey("announcement")));
        bea.asks().get(message(1)).then().body("announcement", is(true)).body("text", equalTo(TEXT));
        amal.asks().put("/api/accounts/me/quiet-mutes/{id}", bea.id()).then().statusCode(204);
        announce(bea, "k3").then().statusCode(201);
        amal.asks().get(message(3)).then().body("type", equalTo("quiet"));
    }

    private Response announce(Someone someone, String key) {
        return say(someone, Map.of("key", key, "text", TEXT, "announcement", true));
    }

    private Response say(Someone someone, Map<String, Object> draft) {
        return someone.asks().body(new HashMap<>(draft)).post(messages());
    }

    private String messages() {
        return "/api/rooms/" + room + "/messages";
    }

    private String message(long seq) {
        return messages() + "/" + seq;
    }

    private LiveClient joined(Someone someone) {
        LiveClient client = LiveClient.connect(server, someone.accessToken());
        client.join(room, null);
        return client;
    }
}
