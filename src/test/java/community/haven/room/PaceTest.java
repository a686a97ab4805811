package community.haven.room;

import static community.haven.testkit.LiveClient.code;
import static community.haven.testkit.LiveClient.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.LiveClient;
import community.haven.testkit.Rows;
import community.haven.testkit.TestRooms;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** Bea looks after a room and slows it down. */
@HavenTest
class PaceTest {

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
        room = TestRooms.joinedBy(mo, amal, bea);
        rows.makeHost(room, bea.id());
    }

    @Test
    void shouldLetHostsAndStaffSpeakWhileTheRoomPausesAndEverybodyRead() {
        TestRooms.join(mo, room);
        set(bea, Map.of("paused", true)).then().statusCode(200).body("state", equalTo("paused"));

        say(amal).then().statusCode(409).body("code", equalTo("room-paused"));
        say(bea).then().statusCode(201);
        say(mo).then().statusCode(201);
        amal.asks().get("/api/rooms/{room}/messages", room).then().statusCode(200)
                .body("items.type", contains("roomChanged", "message", "message"));
        try (LiveClient client = joined(amal)) {
            assertThat(code(client.say(room, "k1", "Hello.").join())).isEqualTo("room-paused");
        }
        set(mo, Map.of("paused", false)).then().statusCode(200).body("state", equalTo("open"));
        say(amal).then().statusCode(201);
    }

    @Test
    void shouldLeaveTimeBetweenTwoMessagesOfOnePersonInSlowMode() {
        slow(30);
        say(amal).then().statusCode(201);
        Response refused = say(amal);
        refused.then().statusCode(429).body("code", equalTo("slow-mode"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(20, 30);
        say(mo, TestRooms.joinedBy(mo, mo)).then().statusCode(201);

        rows.change("update entry set at = at - interval 20 second where room_id = ?", room);
        assertThat(Integer.parseInt(say(amal).header("Retry-After"))).isBetween(1, 10);
        rows.change("update entry set at = at - interval 10 second where room_id = ?", room);
        say(amal).then().statusCode(201);
    }

    @Test
    void shouldTellTheTimeThatIsLeftOverTheSocket() {
        slow(60);
        try (LiveClient client = joined(amal)) {
            assertThat(type(client.say(room, "k1", "Hello.").join())).isEqualTo("saved");
            JsonNode refused = client.say(room, "k2", "Hello again.").join();
            assertThat(code(refused)).isEqualTo("slow-mode");
            assertThat(refused.path("retryAfterMs").asLong()).isBetween(1L, 60_000L);
        }
    }

    @Test
    void shouldLetOneThroughOfManyThatComeAtOnce() {
        slow(60);
        try (LiveClient client = joined(amal)) {
            var answers = IntStream.range(0, 10).mapToObj(i -> client.say(room, "k" + i, "Hello " + i))
                    .toList().stream().map(CompletableFuture::join).toList();
            assertThat(answers).filteredOn(answer -> type(answer).equals("saved")).hasSize(1);
            assertThat(answers).filteredOn(answer -> code(answer).equals("slow-mode")).hasSize(9);
        }
        assertThat(rows.count("select count(*) from entry where room_id = ? and kind = 'MESSAGE'", room)).isEqualTo(1);
    }

    @Test
    void shouldAnswerARepeatedSendWithItsFirstResultInSlowMode() {
        slow(3_600);
        Map<String, Object> draft = Map.of("key", "one", "text", "Are you there?");
        int seq = amal.asks().body(draft).post("/api/rooms/{room}/messages", room).then().statusCode(201).extract().path("seq");
        amal.asks().body(draft).post("/api/rooms/{room}/messages", room).then().statusCode(200).body("seq", equalTo(seq));
        try (LiveClient client = joined(amal)) {
            assertThat(client.say(room, "one", "Are you there?").join().path("seq").asInt()).isEqualTo(seq);
        }
    }

    @Test
    void shouldNotSlowDownWhoeverLooksAfterTheRoom() {
        TestRooms.join(mo, room);
        slow(3_600);
        for (Someone one : new Someone[] { bea, bea, mo, mo }) {
            say(one).then().statusCode(201);
        }
    }

    @Test
    void shouldCountFromWhatWasSaidBeforeItBecameSlow() {
        say(amal).then().statusCode(201);
        slow(60);
        say(amal).then().statusCode(429);
        slow(0);
        say(amal).then().statusCode(201);
    }

    @Test
    void shouldTellEverybodyInTheOrderOfTheRoomAndPutItOnRecord() {
        try (LiveClient client = joined(amal)) {
            set(bea, Map.of("slowModeSeconds", 30, "paused", true)).then().statusCode(200).body("slowModeSeconds", is(30));
            JsonNode event = client.await(frame -> type(frame).equals("roomChanged"));
            assertThat(event.path("slowModeSeconds").asInt()).isEqualTo(30);
            assertThat(event.path("state").asText()).isEqualTo("paused");
        }
        amal.asks().get("/api/rooms/{room}", room).then().body("slowModeSeconds", is(30)).body("state", is("paused"));
        assertThat(acts()).containsExactly("room-pace-changed");
    }

    @Test
    void shouldLeaveWhatIsNotSetAsItIsAndTellNothingWhenNothingChanges() {
        slow(30);
        set(bea, Map.of("paused", true)).then().statusCode(200).body("slowModeSeconds", is(30));
        set(bea, Map.of("slowModeSeconds", 30, "paused", true)).then().statusCode(200);
        set(bea, Map.of()).then().statusCode(200);
        JsonPath history = amal.asks().get("/api/rooms/{room}/messages", room).jsonPath();
        assertThat(history.<Integer> getList("items.slowModeSeconds")).containsExactly(30, 30);
        assertThat(acts()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({ "-1, too-small", "1, too-small", "9, too-small", "3601, too-large", "2147483647, too-large" })
    void shouldRefuseATimeThatIsTooShortOrTooLong(int seconds, String reason) {
        set(bea, Map.of("slowModeSeconds", seconds)).then().statusCode(422)
                .body("errors.field", contains("slowModeSeconds")).body("errors.reason", contains(reason));
        amal.asks().get("/api/rooms/{room}", room).then().body("slowModeSeconds", is(0));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "null", "[]", "{\"paused\":1}", "{\"slowModeSeconds\":\"30\"}", "{\"slowModeSeconds\":1.5}",
            "{\"slowModeSeconds\":99999999999}", "{\"state\":\"open\"}" })
    void shouldRefuseWhatIsNoPace(String body) {
        assertThat(bea.asks().body(body).put("/api/rooms/{room}/pace", room).statusCode()).isIn(400, 422);
    }

    @Test
    void shouldRefuseWhoeverDoesNotLookAfterTheRoomAndARoomThatHasClosed() {
        set(amal, Map.of("paused", true)).then().statusCode(403).body("code", equalTo("not-allowed"));
        bea.asks().body(Map.of("paused", true)).put("/api/rooms/{room}/pace", UUID.randomUUID()).then().statusCode(403);
        mo.asks().body(Map.of("paused", true)).put("/api/rooms/{room}/pace", UUID.randomUUID()).then().statusCode(404);
        TestRooms.edit(mo, room, Map.of("state", "archived"));
        set(bea, Map.of("paused", false)).then().statusCode(409).body("code", equalTo("room-archived"));
    }

    private void slow(int seconds) {
        set(bea, Map.of("slowModeSeconds", seconds)).then().statusCode(200);
    }

    private Response set(Someone someone, Map<String, Object> pace) {
        return someone.asks().body(pace).put("/api/rooms/{room}/pace", room);
    }

    private Response say(Someone someone) {
        return say(someone, room);
    }

    private static Response say(Someone someone, UUID where) {
        return someone.asks().body(new HashMap<>(Map.of("key", UUID.randomUUID().toString(), "text", "Hello.")))
                .post("/api/rooms/{room}/messages", where);
    }

    private LiveClient joined(Someone someone) {
        LiveClient client = LiveClient.connect(server, someone.accessToken());
        client.join(room, null);
        return client;
    }

    private List<String> acts() {
        return mo.asks().queryParam("limit", 100).get("/api/audit").jsonPath()
                .getList("items.findAll { it.subject == 'room:" + room + "' && it.act.startsWith('room-pace') }.act");
    }
}
