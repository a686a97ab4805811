package community.haven.live;

import static community.haven.testkit.LiveClient.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.LiveClient;
import community.haven.testkit.Scene;
import community.haven.testkit.TestRooms;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;

/** Amal does not wish to see bea any more, and bea shall never know. */
@HavenTest
class QuietMuteTest {

    private static final String WORDS = "What amal does not want to read.";

    @TestHTTPResource("/")
    URI server;

    private Someone amal;
    private Someone bea;
    private Someone mo;
    private UUID room;

    @BeforeEach
    void threePeopleInARoom() {
        amal = Cast.member("amal");
        bea = Cast.member("bea");
        mo = Cast.moderator();
        room = TestRooms.joinedBy(mo, amal, bea);
    }

    @Test
    void shouldKeepTheirWordsFromTheHistoryAndNobodyElses() {
        post(bea, WORDS);
        post(amal, "Mine.");
        mute(amal, bea).then().statusCode(204);

        history(amal).then().body("items.type", contains("quiet", "message")).body("items[0].size()", equalTo(4));
        assertThat(history(amal).asString()).doesNotContain(WORDS).doesNotContain(bea.handle()).contains("Mine.");
        amal.asks().get("/api/rooms/{room}/messages/1", room).then().statusCode(200).body("type", equalTo("quiet"));
        assertThat(history(mo).asString()).contains(WORDS);
    }

    @Test
    void shouldKeepTheirWordsFromTheSocketLiveAndOnResume() {
        try (LiveClient ears = connect(amal); LiveClient mouth = connect(bea); LiveClient witness = connect(mo)) {
            ears.join(room, null);
            mouth.join(room, null);
            witness.join(room, null);
            mute(amal, bea);
            ears.await(frame -> type(frame).equals("quietChanged"));
            ears.join(room, null);

            mouth.say(room, "k1", WORDS).join();
            ears.await(frame -> frame.path("seq").asLong() == 1);
            witness.await(frame -> frame.path("text").asText().equals(WORDS));
            assertThat(mouth.await(frame -> type(frame).equals("message")).path("text").asText()).isEqualTo(WORDS);
            assertThat(ears.received(room)).extracting(LiveClient::type).containsExactly("quiet");
        }
        try (LiveClient later = connect(amal)) {
            later.join(room, 0L);
            assertThat(later.received(room)).extracting(LiveClient::type).containsExactly("quiet");
        }
    }

    @Test
    void shouldKeepAMessageQuietThatIsRestored() {
        post(bea, WORDS);
        mute(amal, bea);
        try (LiveClient ears = connect(amal)) {
            ears.join(room, null);
            mo.asks().body(Map.of("rule", "G1", "reason", "A plain reason.")).post("/api/rooms/{room}/messages/1/removal", room)
                    .then().statusCode(200);
            mo.asks().body(Map.of("reason", "It was in order.")).post("/api/rooms/{room}/messages/1/restoration", room)
                    .then().statusCode(200);
            ears.await(frame -> frame.path("seq").asLong() == 3);

            assertThat(ears.received(room)).extracting(LiveClient::type).containsExactly("removed", "quiet");
            assertThat(history(amal).asString()).doesNotContain(WORDS);
        }
    }

    @Test
    void shouldShowEverythingAgainAfterwards() {
        post(bea, WORDS);
        mute(amal, bea);
        try (LiveClient ears = connect(amal); LiveClient mouth = connect(bea)) {
            ears.join(room, null);
            mouth.join(room, null);
            amal.asks().delete(path(bea)).then().statusCode(204);
            ears.await(frame -> type(frame).equals("quietChanged"));
            ears.join(room, null);
            mouth.say(room, "k2", "Hello again.").join();

            ears.await(frame -> frame.path("text").asText().equals("Hello again."));
            assertThat(history(amal).asString()).contains(WORDS);
            amal.asks().get("/api/accounts/me/quiet-mutes").then().body("items", empty());
        }
    }

    @Test
    void shouldLeaveTheirResourcesOffTheBoard() {
        String id = publish(bea);
        mute(amal, bea);

        amal.asks().get("/api/resources/{id}", id).then().statusCode(404);
        amal.asks().queryParam("kind", "experience").queryParam("limit", 100).get("/api/resources").then()
                .statusCode(200).body("items.id", not(hasItem(id)));
        amal.asks().queryParam("q", "quiet walk").get("/api/resources").then().statusCode(200)
                .body("items.id", not(hasItem(id)));
        mo.asks().get("/api/resources/{id}", id).then().statusCode(200);
        String editors = amal.asks().get("/api/resources").then().body("items.author.role", hasItem("editors"))
                .extract().path("items[0].id");
        amal.asks().get("/api/resources/{id}", editors).then().statusCode(200);
    }

    @Test
    void shouldNotChangeAByteOfWhatTheOtherGets() {
        post(amal, "Before.");
        List<String> paths = List.of("/api/accounts/me", "/api/accounts/me/quiet-mutes", "/api/rooms/" + room,
                "/api/rooms/" + room + "/messages", "/api/resources?mine=true");
        List<String> before = paths.stream().map(path -> bea.asks().get(path).asString()).toList();
        try (LiveClient muted = connect(bea)) {
            muted.join(room, 0L);
            int frames = muted.frames().size();
            mute(amal, bea).then().statusCode(204);
            assertThat(paths.stream().map(path -> bea.asks().get(path).asString()).toList()).isEqualTo(before);

            JsonNode saved = muted.say(room, "k1", WORDS).join();
            muted.await(frame -> frame.path("text").asText().equals(WORDS));
            assertThat(type(saved)).isEqualTo("saved");
            assertThat(muted.frames().subList(frames, muted.frames().size())).extracting(LiveClient::type)
                    .containsExactlyInAnyOrder("saved", "message");
        }
    }

    @Test
    void shouldNotHideAnythingFromStaff() {
        post(bea, WORDS);
        mute(mo, bea).then().statusCode(204);

        assertThat(history(mo).asString()).contains(WORDS);
    }

    @Test
    void shouldListWhomOneHasMutedOnceEach() {
        mute(amal, bea);
        mute(amal, bea).then().statusCode(204);

        amal.asks().get("/api/accounts/me/quiet-mutes").then().statusCode(200)
                .body("items.handle", contains(bea.handle())).body("items.id", contains(bea.id().toString()));
    }

    @Test
    void shouldRefuseOneselfAndNobody() {
        mute(amal, amal).then().statusCode(422).body("errors.field", contains("id"));
        amal.asks().put("/api/accounts/me/quiet-mutes/{id}", UUID.randomUUID()).then().statusCode(404);
        amal.asks().delete("/api/accounts/me/quiet-mutes/{id}", UUID.randomUUID()).then().statusCode(204);
    }

    private Response mute(Someone who, Someone whom) {
        return who.asks().put(path(whom));
    }

    private static String path(Someone whom) {
        return "/api/accounts/me/quiet-mutes/" + whom.id();
    }

    private Response history(Someone reader) {
        return reader.asks().get("/api/rooms/{room}/messages", room);
    }

    private void post(Someone author, String text) {
        author.asks().body(Map.of("key", UUID.randomUUID().toString(), "text", text)).post("/api/rooms/{room}/messages", room)
                .then().statusCode(201);
    }

    private static String publish(Someone author) {
        Map<String, Object> form = new HashMap<>(Scene.resourceForm());
        form.put("publish", true);
        return author.asks().body(form).post("/api/resources").then().statusCode(201).extract().path("id");
    }

    private LiveClient connect(Someone someone) {
        return LiveClient.connect(server, someone.accessToken());
    }
}
