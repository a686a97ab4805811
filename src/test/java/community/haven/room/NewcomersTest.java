package community.haven.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

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
import io.restassured.response.Response;

/** Bea looks after an open room; amal is in it, and carlo comes to the door. */
@HavenTest
class NewcomersTest {

    @Inject
    Rows rows;

    @Inject
    RoomConfig config;

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
        room = TestRooms.joinedBy(mo, amal, bea);
        TestRooms.appoint(mo, room, bea);
    }

    @Test
    void shouldSayThatItIsClosedAndWhenToComeAgain() {
        close(Map.of("minutes", 30)).then().statusCode(200).body("newcomersClosedUntil", notNullValue());
        Response refused = TestRooms.join(carlo, room);
        refused.then().statusCode(409).body("code", equalTo("room-closed-to-newcomers"))
                .body("detail", startsWith("It is not about you"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1_700, 1_800);
        ask(carlo).then().statusCode(409);
        carlo.asks().get("/api/rooms/{room}", room).then().body("newcomersClosedUntil", notNullValue());
        rows.change("update room set newcomers_closed_until = '2020-01-01' where id = ?", room);
        TestRooms.join(carlo, room).then().statusCode(200);
    }

    @Test
    void shouldStayClosedUntilSomebodyOpens() {
        close(Map.of()).then().statusCode(200).body("newcomersClosedUntil", equalTo("9999-01-01T00:00:00Z"));
        TestRooms.join(carlo, room).then().statusCode(409).header("Retry-After", nullValue());
        bea.asks().delete("/api/rooms/{room}/newcomers", room).then().statusCode(200).body("newcomersClosedUntil", nullValue());
        TestRooms.join(carlo, room).then().statusCode(200);
        assertThat(mo.asks().queryParam("limit", 100).get("/api/audit").jsonPath()
                .<String> getList("items.findAll { it.subject == 'room:" + room + "' }.act"))
                .startsWith("newcomers-opened", "newcomers-closed");
    }

    @Test
    void shouldLetMembersGoOnAndTellThemInTheRoomsOrder() {
        close(Map.of("minutes", 5)).then().statusCode(200);
        say(amal).then().statusCode(201);
        TestRooms.join(amal, room).then().statusCode(200);
        amal.asks().get("/api/rooms/{room}/messages", room).then().body("items.type", hasItem("roomChanged"))
                .body("items.find { it.type == 'roomChanged' }.newcomersClosedUntil", notNullValue());
    }

    @Test
    void shouldKeepThePlacesOfThoseInLine() {
        TestRooms.edit(mo, room, Map.of("capacity", 2));
        ask(carlo).then().body("membership", equalTo("waiting"));
        close(Map.of()).then().statusCode(200);
        amal.asks().delete("/api/rooms/{room}/membership", room).then().statusCode(204);
        carlo.asks().get("/api/rooms/{room}", room).then().body("membership", equalTo("member"));
    }

    @ParameterizedTest
    @CsvSource({ "0", "-1", "10081" })
    void shouldNameTheFieldWhenTheTimeMakesNoSense(int minutes) {
        close(Map.of("minutes", minutes)).then().statusCode(422).body("errors.field", contains("minutes"));
    }

    @Test
    void shouldBeForThoseWhoLookAfterTheRoom() {
        amal.asks().body(Map.of()).put("/api/rooms/{room}/newcomers", room).then().statusCode(403);
        amal.asks().delete("/api/rooms/{room}/newcomers", room).then().statusCode(403);
        close(Map.of()).then().statusCode(200);
        TestRooms.join(mo, room).then().statusCode(200);
    }

    @Test
    void shouldCloseByItselfWhenManyComeAtOnceAndTellTheHostOnce() {
        wave(config.raid().joins() - 1);
        TestRooms.join(carlo, room).then().statusCode(200).body("newcomersClosedUntil", notNullValue());
        Someone late = Cast.member("dede");
        TestRooms.join(late, room).then().statusCode(409).body("code", equalTo("room-closed-to-newcomers"));
        say(amal).then().statusCode(201);
        assertThat(kinds(bea)).filteredOn("room-closed-by-itself"::equals).hasSize(1);
        assertThat(kinds(mo)).doesNotContain("room-closed-by-itself");
    }

    @Test
    void shouldCountNobodyWhoCameBeforeAHostOpenedTheRoomAgain() {
        wave(config.raid().joins() - 1);
        TestRooms.join(carlo, room).then().statusCode(200);
        bea.asks().delete("/api/rooms/{room}/newcomers", room).then().statusCode(200);
        TestRooms.join(Cast.member("dede"), room).then().statusCode(200).body("newcomersClosedUntil", nullValue());
    }

    @Test
    void shouldNotTakeThoseForAWaveWhoComeSlowlyOrAreInvited() {
        wave(config.raid().joins());
        rows.change("update membership set joined_at = joined_at - interval 5 minute where room_id = ?", room);
        TestRooms.join(carlo, room).then().statusCode(200).body("newcomersClosedUntil", nullValue());
        String code = bea.asks().body(Map.of("uses", 9, "days", 1)).post("/api/rooms/{room}/invitations", room).path("code");
        wave(config.raid().joins() - 2);
        Cast.member("dede").asks().body(Map.of("code", code)).post("/api/rooms/invitations/acceptance").then().statusCode(200)
                .body("newcomersClosedUntil", nullValue());
    }

    @Test
    void shouldSlowDownWhoeverComesAndGoesAllTheTime() {
        for (int i = 0; i < config.limits().joins().tries(); i++) {
            TestRooms.join(carlo, room).then().statusCode(200).header("RateLimit-Policy", equalTo("\"joins\";q=10;w=600"));
            carlo.asks().delete("/api/rooms/{room}/membership", room).then().statusCode(204);
        }
        TestRooms.join(carlo, room).then().statusCode(429).header("Retry-After", notNullValue());
        ask(carlo).then().statusCode(429);
        TestRooms.join(carlo, TestRooms.make(mo)).then().statusCode(200);
        TestRooms.join(Cast.member("dede"), room).then().statusCode(200);
    }

    @Test
    void shouldNotSlowDownStaff() {
        for (int i = 0; i <= config.limits().joins().tries(); i++) {
            TestRooms.join(mo, room).then().statusCode(200);
            mo.asks().delete("/api/rooms/{room}/membership", room).then().statusCode(204);
        }
    }

    /** People who came in by the open door just now. */
    private void wave(int count) {
        for (int i = 0; i < count; i++) {
            rows.change(
                    "insert into membership (room_id, account_id, joined_at, by_open_door) values (?, ?, utc_timestamp(3), true)",
                    room, Cast.member("wave").id());
        }
    }

    private Response close(Map<String, Object> body) {
        return bea.asks().body(body).put("/api/rooms/{room}/newcomers", room);
    }

    private Response ask(Someone who) {
        return who.asks().body(Map.of()).put("/api/rooms/{room}/request", room);
    }

    private Response say(Someone who) {
        return who.asks().body(Map.of("key", UUID.randomUUID().toString(), "text", "Hello.")).post("/api/rooms/{room}/messages",
                room);
    }

    private List<String> kinds(Someone who) {
        return who.asks().get("/api/accounts/me/notices?limit=100").jsonPath()
                .getList("items.findAll { it.room == '" + room + "' }.kind");
    }
}
