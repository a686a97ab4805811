package community.haven.conversation;

import static community.haven.testkit.LiveClient.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import community.haven.account.PersonalTraces.Leaver;
import community.haven.testkit.AtOnce;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.LiveClient;
import community.haven.testkit.Rows;
import community.haven.testkit.TestRooms;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;

/** Bea looks after a room and pins what amal says there. */
@HavenTest
class PinTest {

    private static final Map<String, Object> GROUNDS = Map.of("rule", "G1", "reason", "A plain reason.");

    @TestHTTPResource("/")
    URI server;

    @Inject
    Rows rows;

    @Inject
    Purge purge;

    @Inject
    ErasedWords erasedWords;

    private Someone amal;
    private Someone bea;
    private Someone mo;
    private UUID room;

    @BeforeEach
    void beaIsAHostAndAmalHasSaidSomething() {
        amal = Cast.member("amal");
        bea = Cast.member("bea");
        mo = Cast.moderator();
        room = TestRooms.joinedBy(mo, amal, bea);
        rows.makeHost(room, bea.id());
        for (int i = 1; i <= 4; i++) {
            say(amal, "Number " + i + ".");
        }
    }

    @Test
    void shouldStandAtTheTopForEverybodyUntilItIsUnpinned() {
        pin(bea, 1).then().statusCode(200).body("message.seq", contains(1));
        pin(mo, 3).then().statusCode(200).body("message.seq", contains(3, 1)).body("seq", contains(6, 5));
        pins(amal).then().statusCode(200).body("message.text", contains("Number 3.", "Number 1."))
                .body("message.author.handle", contains(amal.handle(), amal.handle()));
        unpin(bea, 3).then().statusCode(200).body("message.seq", contains(1));
        history().then().body("items.type", contains("message", "message", "message", "message", "pinned", "pinned",
                "unpinned"));
        assertThat(acts()).containsExactly("message-unpinned", "message-pinned", "message-pinned");
    }

    @Test
    void shouldTellThoseWhoAreThere() {
        try (LiveClient client = joined(amal, null)) {
            pin(bea, 2);
            unpin(bea, 2);
            JsonNode last = client.await(frame -> type(frame).equals("unpinned"));
            assertThat(last.path("target").asLong()).isEqualTo(2);
            assertThat(client.received(room)).extracting(LiveClient::type).containsExactly("pinned", "unpinned");
        }
    }

    @Test
    void shouldChangeNothingTheSecondTime() {
        pin(bea, 1);
        pin(mo, 1).then().statusCode(200).body("message.seq", contains(1));
        unpin(bea, 2).then().statusCode(200).body("message.seq", contains(1));
        history().then().body("head", equalTo(5));
        assertThat(acts()).containsExactly("message-pinned");
    }

    @Test
    void shouldHoldThreeHoweverManyPinAtOnce() {
        List<Integer> answers = AtOnce.times(4, i -> pin(i % 2 == 0 ? bea : mo, i + 1).statusCode());
        assertThat(answers).containsOnlyOnce(409).filteredOn(status -> status == 200).hasSize(3);
        pins(amal).then().body("", hasSize(3));
        int left = answers.indexOf(409) + 1;
        pin(bea, left).then().statusCode(409).body("code", equalTo("too-many-pins"));
        unpin(bea, left == 1 ? 2 : 1).then().statusCode(200);
        pin(bea, left).then().statusCode(200).body("", hasSize(3));
    }

    @Test
    void shouldRefuseWhoeverDoesNotLookAfterTheRoomOrIsMutedThere() {
        pin(amal, 1).then().statusCode(403).body("code", equalTo("not-allowed"));
        unpin(amal, 1).then().statusCode(403).body("code", equalTo("not-allowed"));
        pins(Cast.member("carlo")).then().statusCode(403).body("code", equalTo("not-a-member"));
        mo.asks().body(Map.of("rule", "G1", "reason", "A plain reason.", "until", Instant.now().plusSeconds(600).toString()))
                .post("/api/rooms/{room}/members/{account}/mute", room, bea.id()).then().statusCode(201);
        pin(bea, 1).then().statusCode(403).body("code", equalTo("muted-in-room"));
        unpin(bea, 1).then().statusCode(403).body("code", equalTo("muted-in-room"));
        mo.asks().body(Map.of("reason", "It is good again.")).post("/api/rooms/{room}/members/{account}/mute/lifting", room,
                bea.id()).then().statusCode(204);
        mo.asks().body(Map.of("kind", "mute", "rule", "G1", "reason", "A plain reason.", "until",
                Instant.now().plusSeconds(600).toString())).post("/api/accounts/{id}/measures", bea.id())
                .then().statusCode(201);
        pin(bea, 1).then().statusCode(403).body("code", equalTo("muted"));
        pins(amal).then().body("", empty());
    }

    @Test
    void shouldRefuseWhatCannotBePinned() {
        pin(bea, 99).then().statusCode(404).body("code", equalTo("not-found"));
        pin(bea, 1);
        pin(bea, 5).then().statusCode(404).body("code", equalTo("not-found"));
        remove(2);
        pin(bea, 2).then().statusCode(409).body("code", equalTo("already-removed"));
        TestRooms.edit(mo, room, Map.of("state", "archived"));
        pin(bea, 3).then().statusCode(409).body("code", equalTo("room-archived"));
    }

    @Test
    void shouldKeepFromAReaderWhatTheyDoNotWishToSee() {
        pin(bea, 1);
        Someone carlo = Cast.member("carlo");
        TestRooms.join(carlo, room);
        carlo.asks().put("/api/accounts/me/quiet-mutes/{id}", amal.id()).then().statusCode(204);
        pins(carlo).then().statusCode(200).body("", empty());
        pins(bea).then().body("", hasSize(1));
    }

    @Test
    void shouldBePinnedNoLongerOnceItIsRemovedAndNotComeBackByItself() {
        pin(bea, 1);
        pin(bea, 2);
        remove(1);
        pins(bea).then().body("message.seq", contains(2));
        mo.asks().body(Map.of("reason", "It was in order.")).post(message(1) + "/restoration").then().statusCode(200);
        pins(bea).then().body("message.seq", contains(2));
        assertThat(byTheOrder()).isEqualTo(pinned());
    }

    @Test
    void shouldBePinnedNoLongerOnceItsAuthorTakesItBack() {
        pin(bea, 1);
        pin(bea, 2);
        amal.asks().delete(message(1)).then().statusCode(204);
        pins(bea).then().body("message.seq", contains(2));
        assertThat(byTheOrder()).isEqualTo(pinned());
    }

    @Test
    void shouldBePinnedNoLongerOnceItsAuthorIsErased() {
        say(bea, "Mine.");
        pin(bea, 1);
        pin(bea, 5);
        erasedWords.erasePart(new Leaver(amal.id(), true), 100);
        pins(bea).then().body("message.seq", contains(5));
        assertThat(byTheOrder()).isEqualTo(pinned());
        assertThat(rows.count("select count(*) from pin where room_id = ?", room)).isEqualTo(1);
    }

    @Test
    void shouldBePinnedNoLongerOnceTheRoomDoesNotKeepItAndTellWhoComesBack() {
        pin(bea, 1);
        pin(bea, 4);
        rows.change("update entry set at = at - interval 31 day where room_id = ? and seq <= 2", room);
        purge.run();
        pins(bea).then().body("message.seq", contains(4));
        try (LiveClient client = joined(amal, 6L)) {
            assertThat(client.received(room)).extracting(LiveClient::type).containsExactly("unpinned");
            assertThat(client.received(room).get(0).path("target").asLong()).isEqualTo(1);
        }
        purge.run();
        history().then().body("head", equalTo(7));
    }

    /** What somebody has pinned who goes by the events alone. */
    private List<Long> byTheOrder() {
        List<Long> pinned = new ArrayList<>();
        try (LiveClient client = joined(amal, 0L)) {
            for (JsonNode event : client.received(room)) {
                if (type(event).equals("pinned")) {
                    pinned.add(0, event.path("target").asLong());
                } else if (type(event).equals("unpinned")) {
                    pinned.remove(event.path("target").asLong());
                }
            }
        }
        return pinned;
    }

    /** What somebody is told who comes anew. */
    private List<Long> pinned() {
        return pins(bea).jsonPath().getList("message.seq", Long.class);
    }

    private Response pin(Someone someone, long seq) {
        return someone.asks().put(message(seq) + "/pin");
    }

    private Response unpin(Someone someone, long seq) {
        return someone.asks().delete(message(seq) + "/pin");
    }

    private Response pins(Someone someone) {
        return someone.asks().get("/api/rooms/{room}/pins", room);
    }

    private Response history() {
        return bea.asks().get("/api/rooms/{room}/messages", room);
    }

    private void remove(long seq) {
        mo.asks().body(GROUNDS).post(message(seq) + "/removal").then().statusCode(200);
    }

    private void say(Someone someone, String text) {
        someone.asks().body(Map.of("key", UUID.randomUUID().toString(), "text", text)).post("/api/rooms/{room}/messages", room)
                .then().statusCode(201);
    }

    private String message(long seq) {
        return "/api/rooms/" + room + "/messages/" + seq;
    }

    private LiveClient joined(Someone someone, Long after) {
        LiveClient client = LiveClient.connect(server, someone.accessToken());
        client.join(room, after);
        return client;
    }

    private List<String> acts() {
        return mo.asks().queryParam("limit", 100).get("/api/audit").jsonPath()
                .getList("items.findAll { it.subject.startsWith('message:" + room + "/') }.act");
    }
}
