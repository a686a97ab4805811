package community.haven.room;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import community.haven.audit.Audit;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.TestRooms;
import io.restassured.response.ValidatableResponse;

@HavenTest
class RoomResourceTest {

    @Inject
    Audit audit;

    private static Someone mo;
    private static Someone amal;

    @BeforeEach
    void comeIn() {
        if (mo == null) {
            mo = Cast.moderator();
            amal = Cast.member("amal");
        }
    }

    @Test
    void shouldOfferThreeRoomsWhenHavenStartsForTheFirstTime() {
        amal.asks().get("/api/rooms?limit=100").then().statusCode(200)
                .body("items.name", hasItems("Just arrived", "When the alarm rings", "Small wins"))
                .body("items[0].state", equalTo("open")).body("items[0].member", equalTo(false));
    }

    @Test
    void shouldMakeARoomWhenAModeratorAsks() {
        Map<String, Object> form = TestRooms.form();
        var made = mo.asks().body(form).post("/api/rooms").then().statusCode(201)
                .header("ETag", "\"0\"")
                .body("name", equalTo(form.get("name"))).body("topic", equalTo("Trying"))
                .body("capacity", equalTo(50)).body("placesLeft", equalTo(50)).body("retentionDays", equalTo(30))
                .body("state", equalTo("open")).body("member", equalTo(false)).body("version", equalTo(0));
        UUID id = UUID.fromString(made.extract().path("id"));
        assertThat(made.extract().header("Location")).endsWith("/api/rooms/" + id);
        assertThat(acts("room:" + id)).containsExactly("room-created by " + mo.id());
    }

    @Test
    void shouldTakeTheUsualValuesWhenOnlyTheWordsAreGiven() {
        Map<String, Object> form = TestRooms.form();
        form.keySet().retainAll(List.of("name", "purpose"));
        mo.asks().body(form).post("/api/rooms").then().statusCode(201)
                .body("capacity", equalTo(50)).body("retentionDays", equalTo(90)).body("topic", equalTo(""));
    }

    @Test
    void shouldRefuseToMakeOrEditWhenAMemberAsks() {
        UUID room = TestRooms.make(mo);
        refused(amal.asks().body(TestRooms.form()).post("/api/rooms").then(), 403, "not-allowed");
        refused(amal.asks().header("If-Match", "\"0\"").body(TestRooms.form()).put("/api/rooms/{room}", room).then(), 403,
                "not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Quiet  Corner", "QUIET CORNER", "Ｑuiet corner" })
    void shouldRefuseANameWhenAnotherLooksTheSame(String name) {
        Map<String, Object> form = TestRooms.form();
        form.put("name", "Quiet corner");
        mo.asks().body(form).post("/api/rooms");
        form.put("name", name);
        refused(mo.asks().body(form).post("/api/rooms").then(), 409, "room-name-taken");
    }

    @Test
    void shouldEditWhenTheVersionFits() {
        UUID room = TestRooms.make(mo);
        Map<String, Object> form = TestRooms.form();
        form.put("state", "paused");
        mo.asks().header("If-Match", "\"0\"").body(form).put("/api/rooms/{room}", room).then().statusCode(200)
                .header("ETag", "\"1\"").body("state", equalTo("paused")).body("name", equalTo(form.get("name")));
        assertThat(acts("room:" + room)).containsExactly("room-changed by " + mo.id(), "room-created by " + mo.id());
    }

    @Test
    void shouldRefuseAnEditWhenTheVersionIsMissingOrOld() {
        UUID room = TestRooms.make(mo);
        refused(mo.asks().body(TestRooms.form()).put("/api/rooms/{room}", room).then(), 428, "condition-missing");
        TestRooms.edit(mo, room, Map.of("topic", "Another"));
        refused(mo.asks().header("If-Match", "\"0\"").body(TestRooms.form()).put("/api/rooms/{room}", room).then(), 412,
                "changed-meanwhile");
        refused(mo.asks().header("If-Match", "*").body(TestRooms.form()).put("/api/rooms/{room}", room).then(), 412,
                "changed-meanwhile");
        assertThat(acts("room:" + room)).hasSize(2);
    }

    @Test
    void shouldRefuseFewerPlacesThanMembers() {
        UUID room = TestRooms.joinedBy(mo, amal, Cast.member("bea"), Cast.member("carlo"));
        Map<String, Object> form = TestRooms.form();
        form.put("capacity", 2);
        refused(mo.asks().header("If-Match", "\"0\"").body(form).put("/api/rooms/{room}", room).then(), 422, "invalid")
                .body("errors[0].field", equalTo("capacity")).body("errors[0].limit", equalTo(3));
    }

    @ParameterizedTest
    @CsvSource({ "capacity, 1, too-small", "capacity, 501, too-large", "retentionDays, 0, too-small",
            "retentionDays, 3651, too-large", "name, ab, too-short", "purpose, short, too-short" })
    void shouldNameTheFieldWhenARoomIsOutOfBounds(String field, String value, String reason) {
        Map<String, Object> form = TestRooms.form();
        form.put(field, value.matches("\\d+") ? Integer.valueOf(value) : value);
        refused(mo.asks().body(form).post("/api/rooms").then(), 422, "invalid")
                .body("errors[0].field", equalTo(field)).body("errors[0].reason", equalTo(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{", "null", "[]", "\"x\"", "{\"name\":7}", "{\"visibility\":\"open\"}", "{\"state\":\"shut\"}",
            "{\"state\":1}", "{\"capacity\":\"20\"}", "{\"capacity\":2.5}", "{}" })
    void shouldRefuseWhatIsNoRoom(String body) {
        int status = mo.asks().body(body).post("/api/rooms").then().extract().statusCode();
        assertThat(status).isIn(400, 422);
    }

    @Test
    void shouldPageThroughAllRoomsOnceEach() {
        UUID last = null;
        for (int i = 0; i < 5; i++) {
            last = TestRooms.make(mo);
        }
        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            var page = amal.asks().queryParam("limit", 2).queryParam("cursor", next).get("/api/rooms").then().statusCode(200)
                    .extract().jsonPath();
            seen.addAll(page.getList("items.id"));
            next = page.getString("next");
        }
        assertThat(seen).doesNotHaveDuplicates().contains(last.toString()).hasSizeGreaterThanOrEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = { "limit=0", "limit=101", "limit=x", "cursor=x", "cursor=8a6e0804-2bd0-4672-b79d-d97027f9071a" })
    void shouldRefuseAListWhenAParameterIsWrong(String query) {
        refused(amal.asks().get("/api/rooms?" + query).then(), 422, "invalid");
    }

    @Test
    void shouldJoinOnceHoweverOftenAsked() {
        UUID room = TestRooms.make(mo);
        TestRooms.join(amal, room).then().statusCode(200).body("member", equalTo(true)).body("placesLeft", equalTo(49));
        TestRooms.join(amal, room).then().statusCode(200).body("member", equalTo(true)).body("placesLeft", equalTo(49));
        amal.asks().delete("/api/rooms/{room}/membership", room).then().statusCode(204);
        amal.asks().delete("/api/rooms/{room}/membership", room).then().statusCode(204);
        amal.asks().get("/api/rooms/{room}", room).then().body("member", equalTo(false)).body("placesLeft", equalTo(50));
    }

    @Test
    void shouldRefuseJoinWhenRoomIsFull() {
        Map<String, Object> form = TestRooms.form();
        form.put("capacity", 2);
        UUID room = TestRooms.make(mo, form);
        TestRooms.join(amal, room).then().statusCode(200);
        TestRooms.join(mo, room).then().statusCode(200);
        refused(TestRooms.join(Cast.member("bea"), room).then(), 409, "room-full");
        TestRooms.join(amal, room).then().statusCode(200).body("placesLeft", equalTo(0));
    }

    @Test
    void shouldRefuseJoinWhenRoomIsArchived() {
        UUID room = TestRooms.make(mo);
        TestRooms.edit(mo, room, Map.of("state", "archived"));
        refused(TestRooms.join(amal, room).then(), 409, "room-archived");
        amal.asks().get("/api/rooms/{room}", room).then().statusCode(200).body("state", equalTo("archived"));
    }

    @Test
    void shouldSayNotFoundWhenThereIsNoSuchRoom() {
        UUID none = UUID.randomUUID();
        refused(amal.asks().get("/api/rooms/{room}", none).then(), 404, "not-found");
        refused(amal.asks().get("/api/rooms/not-an-id").then(), 404, "not-found");
        refused(TestRooms.join(amal, none).then(), 404, "not-found");
        refused(amal.asks().delete("/api/rooms/{room}/membership", none).then(), 404, "not-found");
        refused(mo.asks().header("If-Match", "\"0\"").body(TestRooms.form()).put("/api/rooms/{room}", none).then(), 404,
                "not-found");
    }

    @Test
    void shouldRefuseWhoeverIsNotSignedIn() {
        given().get("/api/rooms").then().statusCode(401)
                .body("code", equalTo("not-signed-in")).body("errors", nullValue());
    }

    private List<String> acts(String subject) {
        return audit.before(Long.MAX_VALUE, 100).stream().filter(line -> line.subject().equals(subject))
                .map(line -> line.act() + " by " + line.actor()).toList();
    }

    private static ValidatableResponse refused(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }
}
