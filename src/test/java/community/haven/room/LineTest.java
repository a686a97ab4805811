package community.haven.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import community.haven.account.DueErasures;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Rows;
import community.haven.testkit.TestRooms;
import io.restassured.response.ValidatableResponse;

/** A room of two places: amal and bea have them, carlo and dede come too late. */
@HavenTest
class LineTest {

    @Inject
    Rows rows;

    @Inject
    DueErasures erasures;

    private Someone mo;
    private Someone amal;
    private Someone bea;
    private Someone carlo;
    private Someone dede;
    private UUID room;

    @BeforeEach
    void fillARoom() {
        mo = Cast.moderator();
        amal = Cast.member("amal");
        bea = Cast.member("bea");
        carlo = Cast.member("carlo");
        dede = Cast.member("dede");
        Map<String, Object> form = TestRooms.form();
        form.put("capacity", 2);
        room = TestRooms.make(mo, form);
        TestRooms.join(amal, room).then().statusCode(200);
        TestRooms.join(bea, room).then().statusCode(200);
    }

    @Test
    void shouldSayHonestlyThatTheyWaitAndSinceWhen() {
        TestRooms.join(carlo, room).then().statusCode(409).body("code", equalTo("room-full"));
        String since = ask(carlo).body("membership", equalTo("waiting")).body("member", equalTo(false))
                .body("askedAt", notNullValue()).extract().path("askedAt");
        ask(carlo).body("membership", equalTo("waiting"));
        assertThat(Instant.parse(view(carlo).extract().<String> path("askedAt")))
                .isCloseTo(Instant.parse(since),
                        within(1, ChronoUnit.MILLIS));
        view(bea).body("membership", equalTo("member")).body("askedAt", nullValue());
        view(dede).body("membership", equalTo("none")).body("askedAt", nullValue());
    }

    @Test
    void shouldGiveAFreePlaceToWhoeverHasWaitedLongest() {
        ask(carlo);
        ask(dede);
        leave(amal);
        view(carlo).body("membership", equalTo("member"));
        view(dede).body("membership", equalTo("waiting"));
        notices(carlo).body("items.kind", contains("room-let-in"));
        notices(dede).body("items.kind", not(hasItem("room-let-in")));
        TestRooms.join(amal, room).then().statusCode(409);
        ask(amal).body("membership", equalTo("waiting"));
        leave(bea);
        view(dede).body("membership", equalTo("member"));
    }

    @Test
    void shouldGiveAPlaceThatSomebodyErasedLeaves() {
        ask(carlo);
        amal.asks().body(Map.of("messages", "go", "now", true)).post("/api/accounts/me/erasure").then().statusCode(202);
        erasures.run();
        view(carlo).body("membership", equalTo("member"));
    }

    @Test
    void shouldGiveTheNewPlacesOfALargerRoom() {
        ask(carlo);
        ask(dede);
        TestRooms.edit(mo, room, Map.of("capacity", 3));
        view(carlo).body("membership", equalTo("member")).body("placesLeft", equalTo(0));
        view(dede).body("membership", equalTo("waiting"));
    }

    @Test
    void shouldLetGoOfAPlaceInLine() {
        ask(carlo);
        ask(dede);
        carlo.asks().delete("/api/rooms/{room}/request", room).then().statusCode(204);
        carlo.asks().delete("/api/rooms/{room}/request", room).then().statusCode(204);
        leave(amal);
        view(carlo).body("membership", equalTo("none"));
        view(dede).body("membership", equalTo("member"));
    }

    @Test
    void shouldKeepTheTurnOfWhoeverCannotComeJustNow() {
        ask(carlo);
        ask(dede);
        carlo.asks().put("/api/accounts/me/rest").then().statusCode(204);
        leave(amal);
        view(dede).body("membership", equalTo("member"));
        carlo.asks().delete("/api/accounts/me/rest").then().statusCode(204);
        view(carlo).body("membership", equalTo("waiting"));
        leave(bea);
        view(carlo).body("membership", equalTo("member"));
    }

    @Test
    void shouldGiveNoPlaceInARoomThatHasClosedForGood() {
        ask(carlo);
        TestRooms.edit(mo, room, Map.of("state", "archived"));
        leave(amal);
        view(carlo).body("membership", equalTo("waiting"));
        TestRooms.edit(mo, room, Map.of("state", "open"));
        view(carlo).body("membership", equalTo("member"));
    }

    @Test
    void shouldShowTheLineToThoseWhoLookAfterTheRoomAlone() {
        ask(carlo);
        ask(dede);
        mo.asks().get("/api/rooms/{room}/requests", room).then().statusCode(200)
                .body("items.handle", contains(carlo.handle(), dede.handle()))
                .body("items.state", contains("waiting", "waiting"));
        carlo.asks().get("/api/rooms/{room}/requests", room).then().statusCode(403);
    }

    private ValidatableResponse ask(Someone who) {
        return who.asks().body(Map.of()).put("/api/rooms/{room}/request", room).then().statusCode(200);
    }

    private ValidatableResponse view(Someone who) {
        return who.asks().get("/api/rooms/{room}", room).then().statusCode(200);
    }

    private static ValidatableResponse notices(Someone who) {
        return who.asks().get("/api/accounts/me/notices").then().statusCode(200);
    }

    private void leave(Someone who) {
        who.asks().delete("/api/rooms/{room}/membership", room).then().statusCode(204);
    }
}
