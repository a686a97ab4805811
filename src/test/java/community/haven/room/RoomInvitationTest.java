package community.haven.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Rows;
import community.haven.testkit.TestRooms;
import community.haven.testkit.Traces;
import io.restassured.response.Response;

/** Bea looks after a room that nobody else knows of, and invites amal. */
@HavenTest
class RoomInvitationTest {

    @Inject
    Rows rows;

    @Inject
    Traces traces;

    private Someone mo;
    private Someone amal;
    private Someone bea;
    private UUID room;

    @BeforeEach
    void beaLooksAfterAHiddenRoom() {
        mo = Cast.moderator();
        amal = Cast.member("amal");
        bea = Cast.member("bea");
        room = TestRooms.joinedBy(mo, bea);
        TestRooms.appoint(mo, room, bea);
        TestRooms.edit(mo, room, Map.of("visibility", "invitation"));
    }

    @Test
    void shouldLetSomebodyInWhoCouldNotKnowOfTheRoom() {
        amal.asks().get("/api/rooms/{room}", room).then().statusCode(404);
        accept(amal, invite(1)).then().statusCode(200).body("id", equalTo(room.toString()))
                .body("membership", equalTo("member"));
        amal.asks().get("/api/rooms/{room}/messages", room).then().statusCode(200);
    }

    @Test
    void shouldTakeTheCodeAsPeopleTypeIt() {
        accept(amal, invite(1).toLowerCase().replace("-", " ")).then().statusCode(200);
    }

    @Test
    void shouldGiveOneAnswerToEveryCodeThatOpensNothing() {
        String spent = invite(1);
        accept(Cast.member("carlo"), spent).then().statusCode(200);
        String over = invite(5);
        rows.change("update room_invitation set expires_at = '2020-01-01' where room_id = ? and uses_left = 5", room);
        String withdrawn = invite(7);
        String id = bea.asks().get("/api/rooms/{room}/invitations", room).path("items.find { it.usesLeft == 7 }.id");
        bea.asks().delete("/api/rooms/{room}/invitations/{id}", room, id).then().statusCode(204);

        List<String> answers = List.of(spent, over, withdrawn, "AAAA-BBBB-CCCC-DDDD", "x".repeat(5_000)).stream()
                .map(code -> accept(amal, code).then().statusCode(403).extract().asString()).distinct().toList();
        assertThat(answers).singleElement().asString().contains("invitation-not-good");
    }

    @Test
    void shouldAnswerTheSameWhenTheirOwnRequestIsRepeated() {
        String code = invite(1);
        accept(amal, code).then().statusCode(200);
        accept(amal, code).then().statusCode(200).body("membership", equalTo("member"));
        assertThat(rows.count("select count(*) from membership where room_id = ? and account_id = ?", room, amal.id()))
                .isEqualTo(1);
    }

    @Test
    void shouldPutThemInLineWhereThereIsNoPlace() {
        TestRooms.edit(mo, room, Map.of("capacity", 2));
        accept(Cast.member("carlo"), invite(1)).then().statusCode(200);
        accept(amal, invite(1)).then().statusCode(200).body("membership", equalTo("waiting")).body("askedAt", notNullValue());
        TestRooms.edit(mo, room, Map.of("capacity", 3));
        amal.asks().get("/api/rooms/{room}", room).then().body("membership", equalTo("member"));
    }

    @Test
    void shouldNotBringBackWhoeverWasTakenOutNorUseTheCodeUp() {
        String code = invite(1);
        accept(amal, code).then().statusCode(200);
        bea.asks().body(Map.of("rule", "G1", "reason", "A plain reason.")).post("/api/rooms/{room}/members/{id}/removal", room,
                amal.id()).then().statusCode(204);
        String another = invite(1);
        accept(amal, another).then().statusCode(403).body("code", equalTo("removed-from-room"));
        accept(Cast.member("carlo"), another).then().statusCode(200);
    }

    @Test
    void shouldOpenARoomThatIsClosedToNewcomers() {
        bea.asks().body(Map.of()).put("/api/rooms/{room}/newcomers", room).then().statusCode(200);
        accept(amal, invite(1)).then().statusCode(200).body("membership", equalTo("member"));
    }

    @Test
    void shouldShowTheCodeOnceAndKeepItsHashAlone() {
        String code = invite(3);
        bea.asks().get("/api/rooms/{room}/invitations", room).then().statusCode(200).body("items.usesLeft", contains(3))
                .body("items.note", contains("For amal")).body("items.maker", contains(bea.handle()));
        assertThat(bea.asks().get("/api/rooms/{room}/invitations", room).asString()).doesNotContain(code);
        assertThat(traces.of(code)).isEmpty();
        assertThat(traces.of(code.replace("-", ""))).isEmpty();
    }

    @Test
    void shouldSlowDownWhoeverTriesCodes() {
        for (int i = 0; i < 10; i++) {
            accept(amal, "AAAA-BBBB-CCCC-DDD" + i).then().statusCode(403);
        }
        accept(amal, invite(1)).then().statusCode(429).header("Retry-After", notNullValue());
        accept(Cast.member("carlo"), invite(1)).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({ "0, 1, uses", "51, 1, uses", "1, 0, days", "1, 31, days", ", 1, uses", "1, , days" })
    void shouldNameTheFieldThatIsOutOfBounds(Integer uses, Integer days, String field) {
        Map<String, Object> body = new HashMap<>();
        body.put("uses", uses);
        body.put("days", days);
        bea.asks().body(body).post("/api/rooms/{room}/invitations", room).then().statusCode(422)
                .body("errors.field", contains(field));
        amal.asks().body("{}").post("/api/rooms/invitations/acceptance").then().statusCode(422)
                .body("errors.field", contains("code"));
    }

    @Test
    void shouldBeForThoseWhoLookAfterTheRoom() {
        Someone member = Cast.member("carlo");
        accept(member, invite(1)).then().statusCode(200);
        member.asks().get("/api/rooms/{room}/invitations", room).then().statusCode(403);
        member.asks().body(Map.of("uses", 1, "days", 1)).post("/api/rooms/{room}/invitations", room).then().statusCode(403);
        UUID elsewhere = TestRooms.make(mo);
        String id = bea.asks().get("/api/rooms/{room}/invitations", room).path("items[0].id");
        mo.asks().delete("/api/rooms/{room}/invitations/{id}", elsewhere, id).then().statusCode(404);
        mo.asks().get("/api/rooms/{room}/invitations", elsewhere).then().body("items", empty());
        mo.asks().get("/api/rooms/{room}/invitations", room).then().body("items", not(empty()));
        assertThat(mo.asks().queryParam("limit", 100).get("/api/audit").jsonPath()
                .<String> getList("items.findAll { it.subject.startsWith('room:" + room + "/invitation:') }.act"))
                .containsExactly("room-invitation-made");
    }

    private String invite(int uses) {
        return bea.asks().body(Map.of("uses", uses, "days", 7, "note", "For amal"))
                .post("/api/rooms/{room}/invitations", room).then().statusCode(201).extract().path("code");
    }

    private static Response accept(Someone who, String code) {
        return who.asks().body(Map.of("code", code)).post("/api/rooms/invitations/acceptance");
    }
}
