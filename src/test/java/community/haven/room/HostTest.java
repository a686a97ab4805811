package community.haven.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.TestRooms;
import io.restassured.response.Response;

/** Bea looks after a room. */
@HavenTest
class HostTest {

    private static final Map<String, String> GROUNDS = Map.of("rule", "G1", "reason", "A plain reason.");

    private Someone amal;
    private Someone bea;
    private Someone mo;
    private UUID room;
    private UUID elsewhere;

    @BeforeEach
    void beaIsAHostOfOneOfTwoRooms() {
        amal = Cast.member("amal");
        bea = Cast.member("bea");
        mo = Cast.moderator();
        room = TestRooms.joinedBy(mo, amal, bea);
        elsewhere = TestRooms.joinedBy(mo, amal, bea);
        appoint(mo, room, bea).then().statusCode(200).body("hosts.handle", contains(bea.handle()));
    }

    @Test
    void shouldTellEverybodyWhoLooksAfterTheRoom() {
        amal.asks().get("/api/rooms/{room}", room).then().body("hosts.id", contains(bea.id().toString()))
                .body("host", is(false));
        bea.asks().get("/api/rooms/{room}", room).then().body("host", is(true));
        amal.asks().get("/api/rooms/{room}", elsewhere).then().body("hosts", empty());
    }

    @Test
    void shouldRemoveAndRestoreInTheirRoomAlone() {
        String message = say(room);
        String other = say(elsewhere);

        remove(bea, message).then().statusCode(200).body("text", equalTo("Hello."));
        assertThat(history(bea)).contains("Hello.");
        bea.asks().body(Map.of("reason", "It was in order.")).post(message + "/restoration").then().statusCode(200);
        remove(bea, other).then().statusCode(403).body("code", equalTo("not-allowed"));
    }

    @Test
    void shouldSeeWhatWasRemovedByOthersWhileTheyAreHost() {
        String message = say(room);
        remove(mo, message).then().statusCode(200);
        assertThat(history(bea)).contains("Hello.");

        mo.asks().delete("/api/rooms/{room}/hosts/{account}", room, bea.id()).then().statusCode(200).body("hosts", empty());
        assertThat(history(bea)).doesNotContain("Hello.");
        remove(bea, message).then().statusCode(403);
    }

    @Test
    void shouldSeeSomebodyTheyHaveMutedWhereTheyLookAfterPeople() {
        say(room);
        bea.asks().put("/api/accounts/me/quiet-mutes/{id}", amal.id()).then().statusCode(204);

        assertThat(history(bea)).contains("Hello.");
    }

    @Test
    void shouldBeAHostNoLongerAfterLeaving() {
        bea.asks().delete("/api/rooms/{room}/membership", room).then().statusCode(204);
        TestRooms.join(bea, room).then().statusCode(200).body("host", is(false)).body("hosts", empty());
    }

    @Test
    void shouldAppointOnlyMembersOfTheRoom() {
        appoint(mo, room, Cast.member("carlo")).then().statusCode(422).body("errors.field", contains("handle"));
        appoint(mo, UUID.randomUUID(), bea).then().statusCode(404);
        appoint(bea, room, amal).then().statusCode(403);
        mo.asks().body("{}").post("/api/rooms/{room}/hosts", room).then().statusCode(422);
    }

    @Test
    void shouldPutWhoAppointedAndDismissedWhomOnRecord() {
        appoint(mo, room, bea).then().statusCode(200);
        mo.asks().delete("/api/rooms/{room}/hosts/{account}", room, bea.id()).then().statusCode(200);

        String subject = "room:" + room + "/account:" + bea.id();
        assertThat(mo.asks().queryParam("limit", 100).get("/api/audit").jsonPath()
                .<String> getList("items.findAll { it.subject == '" + subject + "' }.act"))
                .containsExactly("host-dismissed", "host-appointed");
    }

    private static Response appoint(Someone who, UUID room, Someone whom) {
        return who.asks().body(Map.of("handle", whom.handle())).post("/api/rooms/{room}/hosts", room);
    }

    /** The address of what was said. */
    private String say(UUID where) {
        int seq = amal.asks().body(Map.of("key", UUID.randomUUID().toString(), "text", "Hello."))
                .post("/api/rooms/{room}/messages", where).then().statusCode(201).extract().path("seq");
        return "/api/rooms/" + where + "/messages/" + seq;
    }

    private static Response remove(Someone who, String message) {
        return who.asks().body(GROUNDS).post(message + "/removal");
    }

    private String history(Someone reader) {
        return reader.asks().get("/api/rooms/{room}/messages", room).asString();
    }
}
