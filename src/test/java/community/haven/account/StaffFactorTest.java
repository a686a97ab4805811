package community.haven.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import community.haven.testkit.Authenticator;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.LiveClient;
import community.haven.testkit.Rows;
import community.haven.testkit.Scene;
import community.haven.testkit.TestRooms;
import io.restassured.RestAssured;
import io.restassured.response.Response;

/** Whoever looks after others is a member, and no more, until they have shown a second factor. */
@HavenTest
class StaffFactorTest {

    private static final Map<String, String> GROUNDS = Map.of("rule", "G1", "reason", "A plain reason for a test.");

    @Inject
    Rows rows;

    private Someone amal;
    private Someone mo;
    private UUID room;
    private long said;

    @BeforeEach
    void promoteSomebodyWithoutOne() {
        amal = Cast.member("amal");
        room = TestRooms.joinedBy(Cast.admin(), amal);
        said = say("Hello.");
        mo = Cast.promote(Cast.member("mo"), "moderator");
    }

    @Test
    void shouldActAsAMemberUntilOneIsSetUp() {
        mo.asks().get("/api/accounts/me").then().body("role", is("moderator")).body("secondFactor", is(false));
        needsIt(remove(said));
        needsIt(mo.asks().body(TestRooms.form()).post("/api/rooms"));
        needsIt(mo.asks().get("/api/audit"));
        mo.asks().get("/api/rooms/{room}/messages", room).then().statusCode(403).body("code", is("not-a-member"));

        Authenticator.enrol(mo);

        remove(said).then().statusCode(200);
        mo.asks().body(TestRooms.form()).post("/api/rooms").then().statusCode(201);
        mo.asks().get("/api/audit").then().statusCode(200);
        mo.asks().get("/api/rooms/{room}/messages", room).then().statusCode(200);
    }

    @Test
    void shouldReadRemovedWordsOnlyWithIt() {
        TestRooms.join(mo, room).then().statusCode(200);
        Cast.admin().asks().body(GROUNDS).post("/api/rooms/{room}/messages/{seq}/removal", room, said).then().statusCode(200);

        mo.asks().get("/api/rooms/{room}/messages/{seq}", room, said).then().statusCode(200).body("text", nullValue())
                .body("author", nullValue());
        mo.asks().get("/api/rooms/{room}/messages", room).then().statusCode(200).body("items[0].text", nullValue());
        Authenticator.enrol(mo);
        mo.asks().get("/api/rooms/{room}/messages", room).then().statusCode(200).body("items[0].text", is("Hello."));
        mo.asks().get("/api/rooms/{room}/messages/{seq}", room, said).then().statusCode(200).body("text", is("Hello."));
    }

    @Test
    void shouldReadOtherPeoplesWithdrawnResourcesOnlyWithIt() {
        UUID resource = UUID.fromString(amal.asks().body(Scene.resourceForm()).post("/api/resources").then().statusCode(201)
                .extract().path("id"));
        mo.asks().get("/api/resources/{id}", resource).then().statusCode(404);
        needsIt(mo.asks().body(GROUNDS).post("/api/resources/{id}/removal", resource));
        Authenticator.enrol(mo);
        mo.asks().get("/api/resources/{id}", resource).then().statusCode(200);
    }

    @Test
    void shouldReadARoomTheyHaveNotJoinedOverTheSocketOnlyWithIt() {
        try (LiveClient before = connect(mo)) {
            assertThat(LiveClient.code(before.join(room, 0L))).isEqualTo("not-a-member");
            Authenticator.enrol(mo);
            assertThat(before.closeCode()).as("asked to come back, known anew").isEqualTo(4001);
        }
        try (LiveClient after = connect(mo)) {
            assertThat(LiveClient.type(after.join(room, 0L))).isEqualTo("joined");
            assertThat(texts(after)).containsExactly("Hello.");
        }
    }

    @Test
    void shouldProveASessionThatIsOlderThanTheFactor() {
        String secret = Authenticator.secretOf(Authenticator.enrol(mo));
        rows.change("update session set second_factor_at = null where account_id = ?", mo.id());
        rows.change("update second_factor set last_step = 0 where account_id = ?", mo.id());
        needsIt(remove(said));
        prove(Map.of("password", Cast.PASSWORD)).then().statusCode(204);
        needsIt(remove(said));
        try (LiveClient client = connect(mo)) {
            prove(Map.of("code", Authenticator.code(secret, Authenticator.now()))).then().statusCode(204);
            assertThat(client.closeCode()).isEqualTo(4001);
        }
        remove(said).then().statusCode(200);
    }

    @Test
    void shouldKeepItWhileTheyLookAfterOthers() {
        Authenticator.enrol(mo);
        mo.asks().delete(Authenticator.PATH).then().statusCode(409).body("code", is("second-factor-kept"));
        Cast.promote(mo, "member");
        mo.asks().delete(Authenticator.PATH).then().statusCode(204);
    }

    @Test
    void shouldNotGiveRolesWithoutIt() {
        Someone second = Cast.promote(Cast.member("ada"), "admin");
        needsIt(second.asks().body(Map.of("role", "moderator")).put("/api/accounts/{id}/role", amal.id()));
        needsIt(second.asks().queryParam("handle", amal.handle()).get("/api/accounts"));
        Cast.promote(second, "member");
    }

    @Test
    void shouldPublishAsAMemberWithoutIt() {
        Map<String, Object> form = new HashMap<>(Scene.resourceForm());
        form.put("publish", true);
        mo.asks().body(form).post("/api/resources").then().statusCode(201).body("author.role", is("member"));
        Authenticator.enrol(mo);
        mo.asks().body(form).post("/api/resources").then().statusCode(201).body("author.role", is("moderator"));
    }

    private Response remove(long seq) {
        return mo.asks().body(GROUNDS).post("/api/rooms/{room}/messages/{seq}/removal", room, seq);
    }

    private Response prove(Map<String, String> body) {
        return mo.asks().body(body).post("/api/sessions/current/proof");
    }

    private static void needsIt(Response answer) {
        answer.then().statusCode(403).body("code", is("second-factor-needed"));
    }

    private long say(String text) {
        return amal.asks().body(Map.of("key", UUID.randomUUID().toString(), "text", text))
                .post("/api/rooms/{room}/messages", room).then().statusCode(201).extract().jsonPath().getLong("seq");
    }

    private List<String> texts(LiveClient client) {
        return client.received(room).stream().filter(event -> LiveClient.type(event).equals("message"))
                .map((JsonNode event) -> event.path("text").asText()).toList();
    }

    private static LiveClient connect(Someone someone) {
        return LiveClient.connect(URI.create(RestAssured.baseURI + ":" + RestAssured.port), someone.accessToken());
    }
}
