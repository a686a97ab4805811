package community.haven.meeting;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import community.haven.room.PersonCame;
import community.haven.room.PersonGone;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.Rows;
import community.haven.testkit.TestRooms;
import io.restassured.response.Response;

/** Sessions for tests, scheduled by the doors that everybody uses; and what no door does in the time of a test. */
@Singleton
class MeetingKit {

    static final String REASON = "A plain reason for those who come.";

    private final Rows rows;
    private final MeetingClock meetingClock;
    private final Event<Object> events;

    MeetingKit(Rows rows, MeetingClock meetingClock, Event<Object> events) {
        this.rows = rows;
        this.meetingClock = meetingClock;
        this.events = events;
    }

    /** A room that opens for sessions alone, with these members, the first of whom looks after it. */
    static UUID room(Someone moderator, Someone host, Someone... members) {
        Map<String, Object> form = TestRooms.form();
        form.put("opening", "sessions");
        UUID room = TestRooms.make(moderator, form);
        TestRooms.join(host, room).then().statusCode(200);
        TestRooms.appoint(moderator, room, host);
        for (Someone member : members) {
            TestRooms.join(member, room).then().statusCode(200);
        }
        return room;
    }

    /** A session once, of an hour with three places, in two days. */
    static Map<String, Object> form() {
        return new HashMap<>(Map.of("title", "Evening round", "startsAt", inDays(2), "zone", "UTC", "minutes", 60, "places", 3,
                "weekly", false));
    }

    static Map<String, Object> weekly() {
        Map<String, Object> form = form();
        form.put("weekly", true);
        return form;
    }

    static String inDays(int days) {
        return LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC).plusDays(days).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The same moment; at a full minute the text above has no seconds. */
    static Instant momentIn(int days) {
        return LocalDateTime.parse(inDays(days)).toInstant(ZoneOffset.UTC);
    }

    static Response trySchedule(Someone who, UUID room, Map<String, Object> form) {
        return who.asks().body(form).post("/api/rooms/{room}/meetings", room);
    }

    static String schedule(Someone who, UUID room, Map<String, Object> form) {
        return trySchedule(who, room, form).then().statusCode(201).extract().path("id");
    }

    static List<Map<String, Object>> list(Someone who, UUID room) {
        return who.asks().queryParam("limit", 50).get("/api/rooms/{room}/meetings", room).then().statusCode(200).extract()
                .path("items");
    }

    static Response get(Someone who, String meeting) {
        return who.asks().get("/api/meetings/{id}", meeting);
    }

    static Response take(Someone who, String meeting) {
        return who.asks().put("/api/meetings/{id}/place", meeting);
    }

    static Response giveBack(Someone who, String meeting) {
        return who.asks().delete("/api/meetings/{id}/place", meeting);
    }

    static Response takeOver(Someone who, String meeting) {
        return who.asks().post("/api/meetings/{id}/take-over", meeting);
    }

    static Response cancel(Someone who, String meeting) {
        return who.asks().body(Map.of("reason", REASON)).post("/api/meetings/{id}/cancellation", meeting);
    }

    static Response say(Someone who, UUID room) {
        return who.asks().body(Map.of("key", UUID.randomUUID().toString(), "text", "Hello."))
                .post("/api/rooms/{room}/messages", room);
    }

    /** What somebody was told about sessions, the newest first. */
    static List<Map<String, Object>> notices(Someone who) {
        List<Map<String, Object>> all = who.asks().queryParam("limit", 50).get("/api/accounts/me/notices").then()
                .statusCode(200).extract().path("items");
        return all.stream().filter(notice -> ((String) notice.get("kind")).startsWith("meeting")).toList();
    }

    static List<String> told(Someone who) {
        return notices(who).stream().map(notice -> (String) notice.get("kind")).toList();
    }

    /** The same about one room: staff hear of sessions everywhere that need a host. */
    static List<String> told(Someone who, UUID room) {
        return notices(who).stream().filter(notice -> notice.get("room").equals(room.toString()))
                .map(notice -> (String) notice.get("kind")).toList();
    }

    /** Lets it begin in so many minutes, before now when they are negative. */
    void beginsIn(String meeting, int minutes) {
        rows.change("""
                update meeting set ends_at = utc_timestamp(3) + interval ? minute
                    + interval timestampdiff(second, starts_at, ends_at) second,
                    starts_at = utc_timestamp(3) + interval ? minute, due_at = '2020-01-01' where id = ?""", minutes, minutes,
                meeting);
    }

    /** The same, and what the clock makes of it. */
    void began(String meeting, int minutes) {
        beginsIn(meeting, minutes);
        tick();
    }

    /** Lets the grace of a soft close be over. */
    void graceIsOver(String meeting) {
        rows.change("update meeting set until_at = utc_timestamp(3) - interval 1 second, due_at = '2020-01-01' where id = ?",
                meeting);
    }

    void tick() {
        meetingClock.run();
    }

    void came(UUID room, Someone who) {
        events.fire(new PersonCame(room, who.id()));
    }

    void gone(UUID room, Someone who) {
        events.fire(new PersonGone(room, who.id()));
    }
}
