package community.haven.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import community.haven.account.DueErasures;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.LiveClient;
import community.haven.testkit.Rows;
import community.haven.testkit.TestRooms;
import community.haven.testkit.Traces;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;

/** Bea looks after a room and takes amal out of it. */
@HavenTest
class MemberRemovalTest {

    private static final String REASON = "You wrote about others by name, twice.";

    @TestHTTPResource("/")
    URI haven;

    @Inject
    Rows rows;

    @Inject
    Traces traces;

    @Inject
    DueErasures erasures;

    private Someone mo;
    private Someone amal;
    private Someone bea;
    private Someone carlo;
    private UUID room;

    @BeforeEach
    void beaLooksAfterARoom() {
        mo = Cast.moderator();
        amal = Cast.member("amal");
        bea = Cast.member("bea");
        carlo = Cast.member("carlo");
        room = TestRooms.joinedBy(mo, amal, bea, carlo);
        TestRooms.appoint(mo, room, bea);
    }

    @Test
    void shouldTellThemTheRuleTheReasonAndTheWayBack() {
        remove(bea, amal, null).then().statusCode(204);
        amal.asks().get("/api/accounts/me/notices").then().body("items.kind", contains("room-removed"))
                .body("items[0].rule", equalTo("G5")).body("items[0].ruleTitle", notNullValue())
                .body("items[0].reason", equalTo(REASON)).body("items[0].next", containsString("still a member of Haven"))
                .body("items[0].next", containsString("ask to come back"));
        amal.asks().get("/api/rooms/{room}", room).then().body("membership", equalTo("none"))
                .body("removal.reason", equalTo(REASON)).body("removal.rule", equalTo("G5")).body("removal.until", nullValue());
        assertThat(acts()).containsExactly("member-removed on G5");
    }

    @Test
    void shouldStopTheirListeningAtOnceAndLetOthersSeeNothing() {
        try (LiveClient gone = LiveClient.connect(haven, amal.accessToken());
                LiveClient stays = LiveClient.connect(haven, carlo.accessToken())) {
            gone.join(room, null);
            stays.join(room, null);
            remove(bea, amal, null).then().statusCode(204);
            gone.await(frame -> LiveClient.type(frame).equals("left") && !frame.has("ref"));
            say("After they have gone.");
            stays.await(frame -> frame.path("text").asText().equals("After they have gone."));
            assertThat(stays.received(room)).hasSize(1);
            assertThat(gone.received(room)).isEmpty();
        }
        amal.asks().get("/api/rooms/{room}/messages", room).then().statusCode(403).body("code", equalTo("not-a-member"));
        carlo.asks().get("/api/rooms/{room}", room).then().body("removal", nullValue());
    }

    @Test
    void shouldKeepThemFromComingInByThemselvesButNotFromAsking() {
        remove(bea, amal, null).then().statusCode(204);
        TestRooms.join(amal, room).then().statusCode(403).body("code", equalTo("removed-from-room"));
        ask(amal).then().statusCode(200).body("membership", equalTo("asked"));
        bea.asks().get("/api/rooms/{room}/requests", room).then().body("items.handle", contains(amal.handle()))
                .body("items[0].removal.reason", equalTo(REASON));
        bea.asks().post("/api/rooms/{room}/requests/{id}/approval", room, amal.id()).then().statusCode(204);
        amal.asks().get("/api/rooms/{room}", room).then().body("membership", equalTo("member")).body("removal", nullValue());
    }

    @Test
    void shouldLetThemAskEvenWhereTheRoomIsHiddenAndClosed() {
        TestRooms.edit(mo, room, Map.of("visibility", "invitation"));
        remove(bea, amal, null).then().statusCode(204);
        bea.asks().body(Map.of()).put("/api/rooms/{room}/newcomers", room).then().statusCode(200);
        ask(amal).then().statusCode(200).body("membership", equalTo("asked"));
    }

    @Test
    void shouldEndByItselfWhenItsTimeIsOver() {
        remove(bea, amal, Instant.now().plus(1, ChronoUnit.DAYS)).then().statusCode(204);
        amal.asks().get("/api/rooms/{room}", room).then().body("removal.until", notNullValue());
        rows.change("update room_removal set until = '2020-01-01' where account_id = ?", amal.id());
        amal.asks().get("/api/rooms/{room}", room).then().body("removal", nullValue());
        TestRooms.join(amal, room).then().statusCode(200);
    }

    @Test
    void shouldGiveTheirPlaceToWhoeverWaits() {
        TestRooms.edit(mo, room, Map.of("capacity", 3));
        Someone dede = Cast.member("dede");
        ask(dede).then().body("membership", equalTo("waiting"));
        remove(bea, amal, null).then().statusCode(204);
        dede.asks().get("/api/rooms/{room}", room).then().body("membership", equalTo("member"));
    }

    @Test
    void shouldDecideNeitherAboutOneselfNorAboutOthersWhoLookAfterPeople() {
        TestRooms.join(mo, room).then().statusCode(200);
        TestRooms.appoint(mo, room, carlo);
        remove(bea, bea, null).then().statusCode(403).body("code", equalTo("not-about-yourself"));
        remove(bea, carlo, null).then().statusCode(403).body("code", equalTo("not-allowed"));
        remove(bea, mo, null).then().statusCode(403).body("code", equalTo("not-allowed"));
        remove(amal, carlo, null).then().statusCode(403).body("code", equalTo("not-allowed"));
        remove(mo, carlo, null).then().statusCode(204);
        bea.asks().get("/api/rooms/{room}", room).then().body("hosts.handle", contains(bea.handle()));
    }

    @Test
    void shouldNeedARuleAReasonAndATimeThatMakesSense() {
        Instant now = Instant.now();
        Map<String, Object> grounds = Map.of("rule", "G5", "reason", REASON);
        bea.asks().body(Map.of("rule", "G99", "reason", REASON)).post(path(amal)).then().statusCode(422)
                .body("code", equalTo("unknown-rule"));
        bea.asks().body(Map.of("rule", "G5", "reason", "short")).post(path(amal)).then().statusCode(422)
                .body("errors.field", contains("reason"));
        for (Instant wrong : List.of(now.minusSeconds(5), now.plus(400, ChronoUnit.DAYS))) {
            Map<String, Object> body = new HashMap<>(grounds);
            body.put("until", wrong.toString());
            bea.asks().body(body).post(path(amal)).then().statusCode(422).body("errors.field", contains("until"));
        }
        remove(bea, Cast.member("dede"), null).then().statusCode(404);
        amal.asks().get("/api/rooms/{room}", room).then().body("membership", equalTo("member"));
        assertThat(acts()).isEmpty();
    }

    @Test
    void shouldShowThoseWhoLookAfterTheRoomWhoIsInIt() {
        bea.asks().queryParam("limit", 2).get("/api/rooms/{room}/members", room).then().statusCode(200)
                .body("items.handle", contains(amal.handle(), bea.handle())).body("items.host", contains(false, true));
        String next = bea.asks().queryParam("limit", 2).get("/api/rooms/{room}/members", room).path("next");
        bea.asks().queryParam("limit", 2).queryParam("cursor", next).get("/api/rooms/{room}/members", room).then()
                .body("items.handle", contains(carlo.handle())).body("next", nullValue());
        amal.asks().get("/api/rooms/{room}/members", room).then().statusCode(403);
        mo.asks().get("/api/rooms/{room}/members", room).then().body("items", hasSize(3));
    }

    @Test
    void shouldLeaveNothingOfWhoeverIsErased() {
        remove(bea, amal, null).then().statusCode(204);
        amal.asks().body(Map.of("note", "heron by the water")).put("/api/rooms/{room}/request", room).then().statusCode(200);
        mo.asks().body(Map.of("uses", 1, "days", 1, "note", "a heron of mine")).post("/api/rooms/{room}/invitations", room)
                .then().statusCode(201);
        bea.asks().body(Map.of("uses", 1, "days", 1, "note", "a heron of hers")).post("/api/rooms/{room}/invitations", room)
                .then().statusCode(201);
        for (Someone leaver : List.of(amal, bea)) {
            leaver.asks().body(Map.of("messages", "go", "now", true)).post("/api/accounts/me/erasure").then().statusCode(202);
        }
        erasures.run();
        assertThat(traces.of(amal.id())).containsExactly("audit_line.subject");
        assertThat(traces.of(bea.id())).containsExactly("audit_line.actor", "audit_line.subject");
        assertThat(traces.of("heron by the water")).isEmpty();
        assertThat(traces.of("a heron of hers")).isEmpty();
        assertThat(traces.of("a heron of mine")).containsExactly("room_invitation.note");
    }

    private Response remove(Someone by, Someone about, Instant until) {
        Map<String, Object> body = new HashMap<>(Map.of("rule", "G5", "reason", REASON));
        if (until != null) {
            body.put("until", until.toString());
        }
        return by.asks().body(body).post(path(about));
    }

    private String path(Someone about) {
        return "/api/rooms/" + room + "/members/" + about.id() + "/removal";
    }

    private Response ask(Someone who) {
        return who.asks().body(Map.of()).put("/api/rooms/{room}/request", room);
    }

    private void say(String text) {
        bea.asks().body(Map.of("key", UUID.randomUUID().toString(), "text", text)).post("/api/rooms/{room}/messages", room)
                .then().statusCode(201);
    }

    private List<String> acts() {
        return mo.asks().queryParam("limit", 100).get("/api/audit").jsonPath().getList(
                "items.findAll { it.subject == 'room:" + room + "/account:" + amal.id()
                        + "' }.collect { it.act + ' on ' + it.rule }");
    }
}
