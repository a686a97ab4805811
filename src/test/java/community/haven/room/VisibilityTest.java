package community.haven.room;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.fasterxml.jackson.databind.JsonNode;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.LiveClient;
import community.haven.testkit.TestRooms;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;

/** A room by invitation: amal is in it, bea is not and may not even know that it is there. */
@HavenTest
class VisibilityTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @TestHTTPResource("/")
    URI haven;

    private static Someone mo;
    private static Someone amal;
    private static Someone bea;
    private UUID room;

    @BeforeEach
    void hideARoom() {
        if (mo == null) {
            mo = Cast.moderator();
            amal = Cast.member("amal");
            bea = Cast.member("bea");
        }
        room = TestRooms.joinedBy(mo, amal);
        TestRooms.edit(mo, room, Map.of("visibility", "invitation"));
    }

    @Test
    void shouldBeInTheListsOfItsMembersAndOfStaffAlone() {
        assertThat(listed(amal)).contains(room.toString());
        assertThat(listed(mo)).contains(room.toString());
        assertThat(listed(bea)).doesNotContain(room.toString());
    }

    /** Every route there is, whoever added it: neither status nor a single byte tells the two apart. */
    @TestFactory
    Stream<DynamicTest> shouldAnswerAsIfThereWereNoSuchRoom() {
        UUID none = UUID.randomUUID();
        return routes().map(door -> DynamicTest.dynamicTest(door, () -> {
            Response hidden = open(bea, door, room);
            Response nowhere = open(bea, door, none);
            assertThat(hidden.statusCode()).isGreaterThanOrEqualTo(400).isEqualTo(nowhere.statusCode());
            assertThat(hidden.asString().replace(room.toString(), none.toString())).isEqualTo(nowhere.asString());
        }));
    }

    /** What is done in a room, such as {@code PUT /membership}. */
    private static Stream<String> routes() {
        Map<String, Map<String, Object>> paths = given().queryParam("format", "json").get("/api/openapi").path("paths");
        return paths.entrySet().stream().filter(path -> path.getKey().matches("/api/rooms/\\{\\w+}.*"))
                .flatMap(path -> path.getValue().keySet().stream().filter(METHODS::contains)
                        .map(method -> method.toUpperCase(Locale.ROOT) + " "
                                + path.getKey().replaceFirst("/api/rooms/\\{\\w+}", "").replaceAll("\\{(seq|number)}", "1")
                                        .replaceAll("\\{\\w+}", amal.id().toString())));
    }

    @Test
    void shouldSayNotFoundToWhoeverMayNotKnow() {
        open(bea, "GET ", room).then().statusCode(404).body("code", equalTo("not-found"));
        open(bea, "PUT /membership", room).then().statusCode(404);
        open(bea, "PUT /request", room).then().statusCode(404);
        open(bea, "GET /messages", room).then().statusCode(404);
        open(bea, "POST /messages", room).then().statusCode(404);
        open(mo, "POST /messages", room).then().statusCode(403).body("code", equalTo("not-a-member"));
    }

    @Test
    void shouldBeHiddenFromTheSocketToo() {
        try (LiveClient socket = LiveClient.connect(haven, bea.accessToken())) {
            JsonNode hidden = socket.ask(LiveClient.frame("join", "room", room));
            assertThat(LiveClient.code(hidden)).isEqualTo("not-found");
        }
    }

    @Test
    void shouldBeThereAgainWhenItOpens() {
        TestRooms.edit(mo, room, Map.of("visibility", "open"));
        assertThat(listed(bea)).contains(room.toString());
        TestRooms.join(bea, room).then().statusCode(200).body("membership", equalTo("member"));
    }

    @Test
    void shouldKeepItsVisibilityWhenAnEditSaysNothingOfIt() {
        TestRooms.edit(mo, room, Map.of("topic", "Something else"));
        mo.asks().get("/api/rooms/{room}", room).then().body("visibility", equalTo("invitation"));
    }

    private static Response open(Someone who, String door, UUID room) {
        String[] parts = door.split(" ", 2);
        Map<String, Object> body = switch (parts[1].replace(amal.id().toString(), "AMAL")) {
            case "/messages" -> Map.of("key", UUID.randomUUID().toString(), "text", "Hello.");
            case "/messages/1/removal", "/members/AMAL/removal" -> Map.of("rule", "G1", "reason", "A plain reason.");
            case "/hosts", "/hand-over" -> Map.of("handle", amal.handle());
            default -> Map.of();
        };
        var asks = parts[0].equals("GET") || parts[0].equals("DELETE") ? who.asks() : who.asks().body(body);
        return asks.request(parts[0], "/api/rooms/" + room + parts[1]);
    }

    private static List<String> listed(Someone who) {
        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            var page = who.asks().queryParam("limit", 100).queryParam("cursor", next).get("/api/rooms").jsonPath();
            seen.addAll(page.getList("items.id"));
            next = page.getString("next");
        }
        return seen;
    }
}
