package community.haven.room;

import static community.haven.testkit.LiveClient.code;
import static community.haven.testkit.LiveClient.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import community.haven.testkit.AtOnce;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.LiveClient;
import community.haven.testkit.Rows;
import community.haven.testkit.TestRooms;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;

/** Bea looks after a room, and amal has to be quiet there for a while. */
@HavenTest
class RoomMuteTest {

    private static final String REASON = "Three messages in a row about the same person.";
    private static final String LIFTED = "We have talked, and it is good again.";
    private static final Duration HOUR = Duration.ofHours(1);

    @TestHTTPResource("/")
    URI server;

    @Inject
    Rows rows;

    private Someone amal;
    private Someone bea;
    private Someone carlo;
    private Someone mo;
    private UUID room;

    @BeforeEach
    void beaIsAHost() {
        amal = Cast.member("amal");
        bea = Cast.member("bea");
        carlo = Cast.member("carlo");
        mo = Cast.moderator();
        room = TestRooms.joinedBy(mo, amal, bea, carlo);
        rows.makeHost(room, bea.id());
    }

    @Test
    void shouldRefuseWhatOthersWouldSeeInThatRoomAloneUntilItIsOver() {
        UUID elsewhere = TestRooms.joinedBy(mo, amal);
        muted(bea, amal);
        Response refused = say(amal, room);
        refused.then().statusCode(403).body("code", equalTo("muted-in-room"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(3_000, 3_600);
        say(amal, elsewhere).then().statusCode(201);
        say(carlo, room).then().statusCode(201);
        amal.asks().get("/api/rooms/{room}/messages", room).then().statusCode(200).body("items.type", contains("message"));

        end(amal);
        say(amal, room).then().statusCode(201);
    }

    @Test
    void shouldHoldOnASocketThatWasOpenBeforeAndLetItReadOn() {
        try (LiveClient client = LiveClient.connect(server, amal.accessToken())) {
            client.join(room, null);
            assertThat(type(client.say(room, "k1", "Hello.").join())).isEqualTo("saved");
            muted(bea, amal);
            JsonNode refused = client.say(room, "k2", "And another thing.").join();
            assertThat(code(refused)).isEqualTo("muted-in-room");
            assertThat(refused.path("retryAfterMs").asLong()).isBetween(1L, HOUR.toMillis());
            assertThat(client.say(room, "k1", "Hello.").join().path("seq").asLong()).isEqualTo(1);

            say(carlo, room);
            client.await(frame -> type(frame).equals("message") && frame.path("seq").asLong() == 2);
            assertThat(client.isOpen()).isTrue();
            lift(bea, amal).then().statusCode(204);
            assertThat(type(client.say(room, "k2", "And another thing.").join())).isEqualTo("saved");
        }
    }

    @Test
    void shouldTellThePersonAndNobodyElse() {
        muted(bea, amal);
        amal.asks().get("/api/rooms/{room}", room).then().body("mutedUntil", notNullValue()).body("member", is(true));
        carlo.asks().get("/api/rooms/{room}", room).then().body("$", not(hasKey("mutedUntil")));
        String told = "items.findAll { it.kind == 'muted-in-room' }";
        amal.asks().get("/api/accounts/me/notices").then().body(told + ".reason", contains(REASON))
                .body(told + ".rule", contains("G1")).body(told + ".room", contains(room.toString()))
                .body(told + ".until", contains(notNullValue()));
        carlo.asks().get("/api/accounts/me/notices").then().body("items", empty());
        carlo.asks().get("/api/rooms/{room}/messages", room).then().body("items", empty());

        end(amal);
        amal.asks().get("/api/rooms/{room}", room).then().body("$", not(hasKey("mutedUntil")));
        bea.asks().get("/api/rooms/{room}/mutes", room).then().body("", empty());
    }

    @Test
    void shouldShowThoseWhoLookAfterTheRoomWhoIsMuted() {
        muted(bea, amal);
        for (Someone one : List.of(bea, mo)) {
            one.asks().get("/api/rooms/{room}/mutes", room).then().statusCode(200)
                    .body("account.handle", contains(amal.handle())).body("reason", contains(REASON))
                    .body("rule", contains("G1")).body("ruleTitle", contains(notNullValue())).body("byStaff", contains(false));
        }
        carlo.asks().get("/api/rooms/{room}/mutes", room).then().statusCode(403);
    }

    @Test
    void shouldLiftItWithAReasonThatThePersonReads() {
        muted(bea, amal);
        bea.asks().body(Map.of("reason", "short")).post(path(amal) + "/lifting").then().statusCode(422);
        lift(bea, amal).then().statusCode(204);
        say(amal, room).then().statusCode(201);
        amal.asks().get("/api/accounts/me/notices").then()
                .body("items.find { it.kind == 'mute-in-room-lifted' }.reason", equalTo(LIFTED));
        lift(bea, amal).then().statusCode(409).body("code", equalTo("wrong-state"));
        muted(bea, amal);
        assertThat(acts()).containsExactly("muted-in-room", "mute-in-room-lifted", "muted-in-room");
    }

    @Test
    void shouldLeaveToStaffWhatStaffDecided() {
        muted(mo, amal);
        lift(bea, amal).then().statusCode(403).body("code", equalTo("not-allowed"));
        lift(mo, amal).then().statusCode(204);
    }

    @Test
    void shouldNotBeAWayRoundToLeaveAndComeBack() {
        muted(bea, amal);
        amal.asks().delete("/api/rooms/{room}/membership", room).then().statusCode(204);
        TestRooms.join(amal, room).then().statusCode(200).body("mutedUntil", notNullValue());
        say(amal, room).then().statusCode(403).body("code", equalTo("muted-in-room"));
    }

    @Test
    void shouldLetHostsDecideAboutMembersAloneAndNobodyAboutThemselves() {
        TestRooms.join(mo, room);
        TestRooms.appoint(mo, room, carlo);
        mute(bea, bea, HOUR).then().statusCode(403).body("code", equalTo("not-about-yourself"));
        mute(bea, carlo, HOUR).then().statusCode(403).body("code", equalTo("not-allowed"));
        mute(bea, mo, HOUR).then().statusCode(403).body("code", equalTo("not-allowed"));
        mute(amal, bea, HOUR).then().statusCode(403).body("code", equalTo("not-allowed"));
        Someone second = Cast.moderator();
        TestRooms.join(second, room);
        mute(mo, second, HOUR).then().statusCode(403).body("code", equalTo("not-allowed"));
        mute(Cast.admin(), second, HOUR).then().statusCode(201);
        mute(mo, carlo, HOUR).then().statusCode(201);
        say(carlo, room).then().statusCode(403).body("code", equalTo("muted-in-room"));
        lift(carlo, carlo).then().statusCode(403).body("code", equalTo("not-about-yourself"));
    }

    @Test
    void shouldTellNobodyWhetherSomebodyExistsWhoHasNotJoined() {
        Someone stranger = Cast.member("dana");
        mute(bea, stranger, HOUR).then().statusCode(404).body("code", equalTo("not-found"));
        bea.asks().body(request(HOUR)).post("/api/rooms/{room}/members/{account}/mute", room, UUID.randomUUID())
                .then().statusCode(404).body("code", equalTo("not-found"));
        mo.asks().body(request(HOUR)).post("/api/rooms/{room}/members/{account}/mute", UUID.randomUUID(), amal.id())
                .then().statusCode(404);
        lift(bea, stranger).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({ "bea, 168h, 201", "bea, 169h, 422", "bea, 0s, 422", "bea, -1h, 422", "mo, 169h, 201", "mo, 721h, 422" })
    void shouldBoundTheTime(String who, String lasting, int status) {
        // A moment less than a whole week, since the request takes a moment, too.
        Duration time = Duration.parse("PT" + lasting).minusSeconds(5);
        mute(who.equals("bea") ? bea : mo, amal, time).then().statusCode(status);
    }

    @Test
    void shouldRefuseAMuteThatIsNotWhole() {
        Map<String, Object> request = request(HOUR);
        request.remove("until");
        bea.asks().body(request).post(path(amal)).then().statusCode(422).body("errors.field", contains("until"));
        request = request(HOUR);
        request.put("rule", "G999");
        bea.asks().body(request).post(path(amal)).then().statusCode(422).body("code", equalTo("unknown-rule"));
        request = request(HOUR);
        request.put("reason", "short");
        bea.asks().body(request).post(path(amal)).then().statusCode(422).body("errors.field", contains("reason"));
        bea.asks().body("{\"until\":7}").post(path(amal)).then().statusCode(422);
        say(amal, room).then().statusCode(201);
        assertThat(acts()).isEmpty();
    }

    @Test
    void shouldMuteOnceWhenTwoDecideAtOnce() {
        List<Integer> answers = AtOnce.times(4, i -> mute(i % 2 == 0 ? bea : mo, amal, HOUR).statusCode());
        assertThat(answers).containsOnlyOnce(201).filteredOn(status -> status == 409).hasSize(3);
        assertThat(acts()).hasSize(1);
    }

    @Test
    void shouldKeepNothingOfWhatIsOverOnceSomebodyElseIsMuted() {
        muted(bea, amal);
        end(amal);
        muted(bea, carlo);
        assertThat(rows.count("select count(*) from room_mute where account_id = ?", amal.id())).isZero();
        muted(bea, amal);
    }

    private void muted(Someone who, Someone whom) {
        mute(who, whom, HOUR).then().statusCode(201).body("account.id", equalTo(whom.id().toString()));
    }

    private Response mute(Someone who, Someone whom, Duration lasting) {
        return who.asks().body(request(lasting)).post(path(whom));
    }

    private static Map<String, Object> request(Duration lasting) {
        return new HashMap<>(Map.of("rule", "G1", "reason", REASON, "until", Instant.now().plus(lasting).toString()));
    }

    private Response lift(Someone who, Someone whom) {
        return who.asks().body(Map.of("reason", LIFTED)).post(path(whom) + "/lifting");
    }

    private String path(Someone whom) {
        return "/api/rooms/" + room + "/members/" + whom.id() + "/mute";
    }

    /** What only time would do. */
    private void end(Someone someone) {
        rows.change("update room_mute set ends_at = now(3) - interval 1 second where account_id = ?", someone.id());
    }

    private static Response say(Someone someone, UUID where) {
        return someone.asks().body(Map.of("key", UUID.randomUUID().toString(), "text", "Hello."))
                .post("/api/rooms/{room}/messages", where);
    }

    private List<String> acts() {
        return mo.asks().queryParam("limit", 100).get("/api/audit").jsonPath()
                .getList("items.findAll { it.subject == 'room:" + room + "/account:" + amal.id() + "' }.act");
    }
}
