package community.haven.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import community.haven.testkit.AtOnce;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Rows;
import community.haven.testkit.TestRooms;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** A room by request that bea looks after; amal would like to come in. */
@HavenTest
class RequestTest {

    private static final String REASON = "This week the room is for those who began together.";

    @Inject
    Rows rows;

    private Someone mo;
    private Someone amal;
    private Someone bea;
    private UUID room;

    @BeforeEach
    void beaLooksAfterARoomByRequest() {
        mo = Cast.moderator();
        amal = Cast.member("amal");
        bea = Cast.member("bea");
        room = TestRooms.joinedBy(mo, bea);
        TestRooms.appoint(mo, room, bea);
        TestRooms.edit(mo, room, Map.of("visibility", "request"));
    }

    @Test
    void shouldAskInsteadOfJoining() {
        TestRooms.join(amal, room).then().statusCode(409).body("code", equalTo("room-by-request"));
        ask(amal, "I would like to.").body("membership", equalTo("asked")).body("askedAt", notNullValue());
        amal.asks().get("/api/rooms/{room}/messages", room).then().statusCode(403);
        requests(bea).body("items.handle", contains(amal.handle())).body("items.note", contains("I would like to."))
                .body("items.state", contains("asked"));
    }

    @Test
    void shouldLetInAndTellThem() {
        ask(amal, null);
        decide(bea, amal, "approval").then().statusCode(204);
        amal.asks().get("/api/rooms/{room}", room).then().body("membership", equalTo("member")).body("askedAt", nullValue());
        amal.asks().get("/api/rooms/{room}/messages", room).then().statusCode(200);
        notices(amal).body("items.kind", contains("room-let-in")).body("items[0].about", notNullValue());
        requests(bea).body("items", empty());
        assertThat(acts(amal)).containsExactly("join-approved");
    }

    @Test
    void shouldSayNoWithAReasonAndLetThemAskAgain() {
        ask(amal, "Hello.");
        decide(bea, amal, "refusal").then().statusCode(204);
        amal.asks().get("/api/rooms/{room}", room).then().body("membership", equalTo("none"));
        notices(amal).body("items.kind", contains("room-not-let-in")).body("items.reason", contains(REASON));
        assertThat(acts(amal)).containsExactly("join-refused");
        ask(amal, null).body("membership", equalTo("asked"));
    }

    @Test
    void shouldTellTheHostOnceWhileTheyHaveNotLooked() {
        ask(amal, null);
        ask(Cast.member("carlo"), null);
        assertThat(kinds(bea)).containsOnlyOnce("room-asked");
        String at = notices(bea).extract().path("items[0].at");
        bea.asks().body(Map.of("upTo", at)).put("/api/accounts/me/notices/read").then().statusCode(204);
        ask(Cast.member("dede"), null);
        assertThat(kinds(bea)).filteredOn("room-asked"::equals).hasSize(2);
        assertThat(kinds(mo)).doesNotContain("room-asked");
    }

    @Test
    void shouldTellModeratorsWhereNobodyLooksAfterTheRoom() {
        mo.asks().delete("/api/rooms/{room}/hosts/{id}", room, bea.id()).then().statusCode(200);
        ask(amal, null);
        assertThat(kinds(mo)).contains("room-asked");
    }

    @Test
    void shouldKeepTheirTurnAndTheNewerNoteWhenTheyAskAgain() {
        ask(amal, "First.");
        ask(Cast.member("carlo"), null);
        ask(amal, "Second.");
        requests(bea).body("items", hasSize(2)).body("items[0].note", equalTo("Second."));
    }

    @Test
    void shouldLetWhoeverIsWelcomeWaitForAPlace() {
        TestRooms.edit(mo, room, Map.of("capacity", 2));
        Someone carlo = Cast.member("carlo");
        ask(amal, null);
        ask(carlo, null);
        decide(bea, carlo, "approval").then().statusCode(204);
        decide(bea, amal, "approval").then().statusCode(204);
        amal.asks().get("/api/rooms/{room}", room).then().body("membership", equalTo("waiting"));
        assertThat(kinds(amal)).containsExactly("room-let-in-later");
        carlo.asks().delete("/api/rooms/{room}/membership", room).then().statusCode(204);
        amal.asks().get("/api/rooms/{room}", room).then().body("membership", equalTo("member"));
        assertThat(kinds(amal)).containsExactly("room-let-in", "room-let-in-later");
    }

    @Test
    void shouldLetInWhoeverAskedWhenTheDoorOpens() {
        ask(amal, "Hello.");
        TestRooms.edit(mo, room, Map.of("visibility", "open"));
        amal.asks().get("/api/rooms/{room}", room).then().body("membership", equalTo("member"));
        assertThat(kinds(amal)).containsExactly("room-let-in");
    }

    @Test
    void shouldDecideOnceWhenManyDecideAtOnce() {
        ask(amal, null);
        List<Integer> answers = AtOnce.times(6, i -> decide(i % 2 == 0 ? bea : mo, amal, "approval").statusCode());
        assertThat(answers).containsOnlyOnce(204).filteredOn(status -> status == 409).hasSize(5);
        assertThat(kinds(amal)).containsExactly("room-let-in");
    }

    @Test
    void shouldRefuseWhoDoesNotLookAfterTheRoom() {
        ask(amal, null);
        decide(amal, amal, "approval").then().statusCode(403).body("code", equalTo("not-allowed"));
        Someone carlo = Cast.member("carlo");
        decide(carlo, amal, "refusal").then().statusCode(403);
        decide(bea, carlo, "approval").then().statusCode(409).body("code", equalTo("already-decided"));
    }

    @Test
    void shouldRefuseANoteThatIsTooLongAndOneOfSomebodyMuted() {
        amal.asks().body(Map.of("note", "x".repeat(501))).put("/api/rooms/{room}/request", room).then().statusCode(422)
                .body("errors.field", contains("note"));
        mo.asks().body(Map.of("kind", "mute", "rule", "G1", "reason", "A plain reason.", "until",
                Instant.now().plusSeconds(3600).toString()))
                .post("/api/accounts/{id}/measures", amal.id()).then().statusCode(201);
        amal.asks().body(Map.of("note", "Hello.")).put("/api/rooms/{room}/request", room).then().statusCode(403)
                .body("code", equalTo("muted"));
        ask(amal, null).body("membership", equalTo("asked"));
    }

    @Test
    void shouldKeepTheirWordsForThemAndForNobodyAfterwards() {
        ask(amal, "Words for the hosts alone.");
        assertThat(bea.asks().get("/api/rooms/{room}", room).asString()).doesNotContain("Words for");
        assertThat(mo.asks().get("/api/audit").asString()).doesNotContain("Words for");
        decide(bea, amal, "refusal").then().statusCode(204);
        assertThat(rows.count("select count(*) from room_request where account_id = ?", amal.id())).isZero();
    }

    private ValidatableResponse ask(Someone who, String note) {
        Map<String, Object> body = note == null ? Map.of() : Map.of("note", note);
        return who.asks().body(body).put("/api/rooms/{room}/request", room).then().statusCode(200);
    }

    private Response decide(Someone by, Someone about, String how) {
        Map<String, Object> body = how.equals("refusal") ? Map.of("reason", REASON) : Map.of();
        return by.asks().body(body).post("/api/rooms/{room}/requests/{id}/" + how, room, about.id());
    }

    private ValidatableResponse requests(Someone who) {
        return who.asks().get("/api/rooms/{room}/requests", room).then().statusCode(200);
    }

    private static ValidatableResponse notices(Someone who) {
        return who.asks().get("/api/accounts/me/notices").then().statusCode(200);
    }

    private List<String> kinds(Someone who) {
        return who.asks().get("/api/accounts/me/notices?limit=100").jsonPath()
                .getList("items.findAll { it.room == '" + room + "' }.kind");
    }

    private List<String> acts(Someone about) {
        return mo.asks().queryParam("limit", 100).get("/api/audit").jsonPath()
                .getList("items.findAll { it.subject == 'room:" + room + "/account:" + about.id() + "' }.act");
    }
}
