package community.haven.testkit;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import community.haven.testkit.Cast.Someone;
import io.restassured.response.Response;

/** Rooms for tests, made and joined by the doors that everybody uses. */
public final class TestRooms {

    private TestRooms() {
    }

    /** What a moderator sends to make a room; each has a name of its own. */
    public static Map<String, Object> form() {
        return new HashMap<>(Map.of(
                "name", "Room " + UUID.randomUUID().toString().substring(0, 13),
                "purpose", "A room in which something is tried.",
                "topic", "Trying",
                "guidelines", "Be kind.",
                "capacity", 50,
                "retentionDays", 30));
    }

    public static UUID make(Someone moderator) {
        return make(moderator, form());
    }

    public static UUID make(Someone moderator, Map<String, Object> form) {
        return UUID.fromString(moderator.asks().body(form).post("/api/rooms").then().statusCode(201).extract().path("id"));
    }

    /** Makes a room and lets these people join it. */
    public static UUID joinedBy(Someone moderator, Someone... members) {
        UUID room = make(moderator);
        for (Someone member : members) {
            join(member, room).then().statusCode(200);
        }
        return room;
    }

    public static Response join(Someone member, UUID room) {
        return member.asks().put("/api/rooms/{room}/membership", room);
    }

    /** Asks a member of the room to look after it. */
    public static void appoint(Someone moderator, UUID room, Someone member) {
        moderator.asks().body(Map.of("handle", member.handle())).post("/api/rooms/{room}/hosts", room)
                .then().statusCode(200);
    }

    /** Changes some values of a room and keeps the others. */
    public static void edit(Someone moderator, UUID room, Map<String, Object> changes) {
        Response now = moderator.asks().get("/api/rooms/{room}", room);
        Map<String, Object> form = new HashMap<>(now.jsonPath().<String, Object> getMap(""));
        form.keySet().retainAll(form().keySet());
        form.putAll(changes);
        moderator.asks().header("If-Match", now.header("ETag")).body(form).put("/api/rooms/{room}", room)
                .then().statusCode(200);
    }
}
