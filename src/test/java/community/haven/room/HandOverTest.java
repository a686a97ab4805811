package community.haven.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import community.haven.testkit.AtOnce;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.TestRooms;
import io.restassured.response.Response;

/** Bea looks after a room and asks amal to take it over. */
@HavenTest
class HandOverTest {

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
    void shouldChangeHandsWhenTheOtherAgrees() {
        offer(bea, amal).then().statusCode(200).body("handOver.to.handle", equalTo(amal.handle()))
                .body("hosts.handle", contains(bea.handle()));
        assertThat(kinds(amal)).containsExactly("hand-over-offered");
        amal.asks().get("/api/rooms/{room}", room).then().body("handOver.from.handle", equalTo(bea.handle()));
        carlo.asks().get("/api/rooms/{room}", room).then().body("handOver", nullValue());

        accept(amal).then().statusCode(200).body("hosts.handle", contains(amal.handle())).body("host", equalTo(true))
                .body("handOver", nullValue());
        bea.asks().get("/api/rooms/{room}", room).then().body("host", equalTo(false)).body("member", equalTo(true));
        assertThat(kinds(bea)).containsExactly("hand-over-accepted", "host-appointed");
        assertThat(acts()).containsExactly("room-handed-over", "hand-over-offered", "host-appointed");
    }

    @Test
    void shouldStayAsItIsWhenTheOtherDeclinesOrItIsTakenBack() {
        offer(bea, amal).then().statusCode(200);
        decline(carlo).then().statusCode(409).body("code", equalTo("wrong-state"));
        decline(amal).then().statusCode(204);
        assertThat(kinds(bea)).contains("hand-over-declined");
        accept(amal).then().statusCode(409).body("code", equalTo("wrong-state"));
        offer(bea, carlo).then().statusCode(200);
        decline(bea).then().statusCode(204);
        accept(carlo).then().statusCode(409);
        bea.asks().get("/api/rooms/{room}", room).then().body("hosts.handle", contains(bea.handle()));
    }

    @Test
    void shouldHoldOneOfferAndLetItGoWithWhomItIsAbout() {
        offer(bea, amal).then().statusCode(200);
        offer(bea, carlo).then().statusCode(200);
        accept(amal).then().statusCode(409);
        carlo.asks().delete("/api/rooms/{room}/membership", room).then().statusCode(204);
        bea.asks().get("/api/rooms/{room}", room).then().body("handOver", nullValue());
        offer(bea, amal).then().statusCode(200);
        mo.asks().delete("/api/rooms/{room}/hosts/{id}", room, bea.id()).then().statusCode(200);
        accept(amal).then().statusCode(409);
    }

    @Test
    void shouldBeForHostsAndToMembersAlone() {
        offer(amal, carlo).then().statusCode(403).body("code", equalTo("not-allowed"));
        offer(mo, carlo).then().statusCode(403);
        offer(bea, Cast.member("dede")).then().statusCode(422).body("errors.field", contains("handle"));
        offer(bea, bea).then().statusCode(422);
        TestRooms.appoint(mo, room, carlo);
        offer(bea, carlo).then().statusCode(422);
    }

    @Test
    void shouldChangeHandsOnceWhenAcceptedManyTimesAtOnce() {
        offer(bea, amal).then().statusCode(200);
        List<Integer> answers = AtOnce.times(5, i -> accept(amal).statusCode());
        assertThat(answers).containsOnlyOnce(200);
        assertThat(entries()).filteredOn("hostsChanged"::equals).hasSize(2);
    }

    @Test
    void shouldTellTheRoomThatItsHostsChangedAndNotWho() {
        assertThat(entries()).containsExactly("hostsChanged");
        bea.asks().delete("/api/rooms/{room}/membership", room).then().statusCode(204);
        assertThat(entries()).containsExactly("hostsChanged", "hostsChanged");
        assertThat(amal.asks().get("/api/rooms/{room}/messages", room).asString()).doesNotContain(bea.handle(),
                bea.id().toString());
    }

    @Test
    void shouldTellModeratorsWhenTheLastHostLeaves() {
        TestRooms.appoint(mo, room, carlo);
        carlo.asks().delete("/api/rooms/{room}/membership", room).then().statusCode(204);
        assertThat(kinds(mo)).doesNotContain("room-without-host");
        bea.asks().delete("/api/rooms/{room}/membership", room).then().statusCode(204);
        assertThat(kinds(mo)).containsExactly("room-without-host");
    }

    private Response offer(Someone by, Someone to) {
        return by.asks().body(Map.of("handle", to.handle())).post("/api/rooms/{room}/hand-over", room);
    }

    private Response accept(Someone who) {
        return who.asks().post("/api/rooms/{room}/hand-over/acceptance", room);
    }

    private Response decline(Someone who) {
        return who.asks().delete("/api/rooms/{room}/hand-over", room);
    }

    private List<String> kinds(Someone who) {
        return who.asks().get("/api/accounts/me/notices?limit=100").jsonPath()
                .getList("items.findAll { it.room == '" + room + "' }.kind");
    }

    private List<String> entries() {
        return amal.asks().get("/api/rooms/{room}/messages", room).jsonPath().getList("items.type");
    }

    private List<String> acts() {
        return mo.asks().queryParam("limit", 100).get("/api/audit").jsonPath()
                .getList("items.findAll { it.subject.startsWith('room:" + room + "/account:') }.act");
    }
}
