package community.haven.meeting;

import static community.haven.meeting.MeetingKit.cancel;
import static community.haven.meeting.MeetingKit.form;
import static community.haven.meeting.MeetingKit.get;
import static community.haven.meeting.MeetingKit.list;
import static community.haven.meeting.MeetingKit.say;
import static community.haven.meeting.MeetingKit.schedule;
import static community.haven.meeting.MeetingKit.take;
import static community.haven.meeting.MeetingKit.takeOver;
import static community.haven.meeting.MeetingKit.told;
import static community.haven.meeting.MeetingKit.weekly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import community.haven.testkit.AtOnce;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.LiveClient;
import community.haven.testkit.Rows;
import community.haven.testkit.TestRooms;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;

/** Bea hosts a session to which amal comes; carlo has joined the room, and so has dana, who looks after it, too. */
@HavenTest
class CourseTest {

    @TestHTTPResource("/")
    URI haven;

    @Inject
    MeetingKit kit;

    @Inject
    Rows rows;

    private Someone mo;
    private Someone bea;
    private Someone amal;
    private Someone carlo;
    private Someone dana;
    private UUID room;
    private String meeting;

    @BeforeEach
    void thereIsASession() {
        mo = Cast.moderator();
        bea = Cast.member("bea");
        amal = Cast.member("amal");
        carlo = Cast.member("carlo");
        dana = Cast.member("dana");
        room = MeetingKit.room(mo, bea, amal, carlo, dana);
        TestRooms.appoint(mo, room, dana);
        meeting = schedule(bea, room, weekly());
        take(amal, meeting).then().statusCode(200);
    }

    @Test
    void shouldTellBetweenSessionsWhenTheNextOneOpens() {
        String opensAt = get(amal, meeting).path("opensAt");
        say(amal, room).then().statusCode(409).body("code", equalTo("between-sessions")).body("until", equalTo(opensAt))
                .body("detail", containsString("UTC"));
        say(bea, room).then().statusCode(409);
        amal.asks().get("/api/rooms/{room}/messages", room).then().statusCode(200);

        bea.asks().body(Map.of("reason", MeetingKit.REASON))
                .post("/api/meeting-series/{id}/cancellation", (String) get(bea, meeting).path("series.id"));
        say(amal, room).then().statusCode(409).body("code", equalTo("between-sessions")).body("$", not(hasKey("until")));
    }

    @Test
    void shouldTellTheSameOnTheSocket() {
        String opensAt = get(amal, meeting).path("opensAt");
        try (LiveClient client = LiveClient.connect(haven, amal.accessToken())) {
            client.join(room, null);
            JsonNode answer = client.ask(LiveClient.frame("say", "room", room, "key", "k1", "text", "Hello."));
            assertThat(LiveClient.code(answer)).isEqualTo("between-sessions");
            assertThat(answer.get("until").asText()).isEqualTo(opensAt);
        }
    }

    @Test
    void shouldOpenSoftlyForThoseWhoCome() {
        kit.beginsIn(meeting, 11);
        say(amal, room).then().statusCode(409);
        // By the clock alone, whether anybody has looked at it or not.
        kit.beginsIn(meeting, 9);
        say(amal, room).then().statusCode(201);
        say(bea, room).then().statusCode(201);
        say(dana, room).then().statusCode(201);
        say(carlo, room).then().statusCode(403).body("code", equalTo("no-place"));
        TestRooms.join(mo, room);
        say(mo, room).then().statusCode(201);
        say(Cast.member("emil"), room).then().statusCode(403).body("code", equalTo("not-a-member"));
        kit.tick();
        get(amal, meeting).then().body("state", equalTo("opening"));
    }

    @Test
    void shouldLetThoseAloneGiveSupportWhoMaySpeak() {
        kit.beginsIn(meeting, 9);
        int seq = say(bea, room).path("seq");
        support(carlo, seq).then().statusCode(403).body("code", equalTo("no-place"));
        support(amal, seq).then().statusCode(204);

        kit.beginsIn(meeting, 30);
        support(dana, seq).then().statusCode(409).body("code", equalTo("between-sessions"));
    }

    @Test
    void shouldOpenWithItsHostAndCloseAtItsEnd() {
        kit.came(room, bea);
        kit.began(meeting, -1);
        get(amal, meeting).then().body("state", equalTo("open"));
        say(amal, room).then().statusCode(201);

        kit.began(meeting, -61);
        get(amal, meeting).then().body("state", equalTo("closing")).body("hostGone", is(false)).body("$", hasKey("until"));
        say(amal, room).then().statusCode(201);
        kit.graceIsOver(meeting);
        say(amal, room).then().statusCode(409).body("until", equalTo(list(amal, room).get(1).get("opensAt")));
        kit.tick();
        get(amal, meeting).then().body("state", equalTo("closed"));
        assertThat(list(amal, room)).hasSize(7);
        assertThat(seen()).containsExactly("open", "message", "closing", "message", "closed");
    }

    @Test
    void shouldShowWhoeverResumesTheSameCourse() {
        kit.began(meeting, 9);
        kit.came(room, bea);
        kit.began(meeting, -1);
        say(amal, room);
        kit.gone(room, bea);
        cancel(bea, meeting).then().statusCode(200);

        List<Map<String, Object>> history = amal.asks().get("/api/rooms/{room}/messages", room)
                .path("items.findAll { it.type != 'hostsChanged' }");
        assertThat(history).extracting("type").containsExactly("session", "session", "message", "session", "session");
        assertThat(history).filteredOn("type", "session").allSatisfy(entry -> assertThat(entry)
                .containsEntry("meeting", meeting).containsEntry("title", "Evening round").containsKeys("startsAt", "endsAt"));
        assertThat(history.get(3)).containsEntry("state", "closing").containsEntry("hostGone", true).containsKey("until");
        try (LiveClient client = LiveClient.connect(haven, carlo.accessToken())) {
            client.join(room, 0L);
            List<String> resumed = client.received(room).stream().map(CourseTest::stateOrType)
                    .filter(seen -> !seen.equals("hostsChanged")).toList();
            assertThat(resumed).containsExactly("opening", "open", "message", "closing", "cancelled");
        }
    }

    @Test
    void shouldStayOpenSoftlyUntilItsHostComes() {
        kit.began(meeting, -5);
        get(amal, meeting).then().body("state", equalTo("opening"));
        say(amal, room).then().statusCode(201);
        assertThat(told(dana)).isEmpty();
        kit.came(room, carlo);
        get(amal, meeting).then().body("state", equalTo("opening"));
        kit.came(room, bea);
        get(amal, meeting).then().body("state", equalTo("open"));
    }

    @Test
    void shouldCallOthersOnceWhenTheHostDoesNotCome() {
        kit.began(meeting, -11);
        kit.tick();
        assertThat(told(dana)).containsExactly("meeting-needs-host");
        assertThat(told(mo, room)).containsExactly("meeting-needs-host");
        kit.beginsIn(meeting, -12);
        kit.tick();
        assertThat(told(dana)).containsExactly("meeting-needs-host");
        assertThat(told(amal)).isEmpty();
        assertThat(told(bea)).isEmpty();

        takeOver(dana, meeting).then().statusCode(200).body("state", equalTo("open")).body("host.handle",
                equalTo(dana.handle()));
    }

    @Test
    void shouldCloseSoftlyWhenTheHostDropsAndOpenUnderWhoeverTakesOver() {
        kit.came(room, bea);
        kit.began(meeting, -10);
        kit.gone(room, bea);
        get(amal, meeting).then().body("state", equalTo("closing")).body("hostGone", is(true));
        assertThat(told(dana)).containsExactly("meeting-needs-host");
        say(amal, room).then().statusCode(201);

        takeOver(carlo, meeting).then().statusCode(403);
        takeOver(dana, meeting).then().statusCode(200).body("state", equalTo("open"))
                .body("host.handle", equalTo(dana.handle()))
                .body("leads", is(true));
        kit.came(room, bea);
        get(amal, meeting).then().body("host.handle", equalTo(dana.handle()));
        kit.gone(room, bea);
        get(amal, meeting).then().body("state", equalTo("open"));

        kit.gone(room, dana);
        kit.came(room, bea);
        get(amal, meeting).then().body("state", equalTo("open")).body("host.handle", equalTo(bea.handle()));
        assertThat(seen()).containsExactly("open", "closing", "message", "open", "closing", "open");
        assertThat(mo.asks().queryParam("limit", 100).get("/api/audit").jsonPath()
                .<String> getList("items.findAll { it.subject == 'room:" + room + "/meeting:" + meeting + "' }.act"))
                .containsExactly("meeting-taken-over");
    }

    @Test
    void shouldBeOverWhenNobodyTakesOverInTime() {
        kit.came(room, bea);
        kit.began(meeting, -10);
        kit.gone(room, bea);
        kit.graceIsOver(meeting);
        say(amal, room).then().statusCode(409).body("code", equalTo("between-sessions"))
                .body("until", equalTo(list(amal, room).get(1).get("opensAt")));
        takeOver(dana, meeting).then().statusCode(409).body("code", equalTo("wrong-state"));
        kit.tick();
        kit.came(room, bea);
        get(amal, meeting).then().body("state", equalTo("closed"));
    }

    @Test
    void shouldLetTheHostSayThatTheyAreHere() {
        kit.began(meeting, -2);
        takeOver(bea, meeting).then().statusCode(200).body("state", equalTo("open"));
    }

    @Test
    void shouldCloseSoftlyWhenTheHostLeavesTheRoom() {
        kit.came(room, bea);
        kit.began(meeting, -10);
        bea.asks().delete("/api/rooms/{room}/membership", room).then().statusCode(204);
        get(amal, meeting).then().body("state", equalTo("closing")).body("hostGone", is(true));
    }

    @Test
    void shouldCloseQuietlyWhenItWasMissedAsAWhole() {
        kit.began(meeting, -600);
        get(amal, meeting).then().body("state", equalTo("closed"));
        assertThat(seen()).isEmpty();
        assertThat(told(amal)).isEmpty();
        assertThat(told(dana)).isEmpty();
    }

    @Test
    void shouldMoveOnceHoweverManyServersLookAtTheClock() {
        kit.came(room, bea);
        kit.beginsIn(meeting, -1);
        AtOnce.times(6, i -> {
            kit.tick();
            return i;
        });
        kit.beginsIn(meeting, -61);
        AtOnce.times(6, i -> {
            kit.tick();
            return i;
        });
        assertThat(seen()).containsExactly("open", "closing");
    }

    @Test
    void shouldSaveTheMessagesOfManyWhileItOpensAndCloses() {
        kit.came(room, bea);
        kit.beginsIn(meeting, -1);
        List<Integer> answers = AtOnce.times(8, i -> {
            if (i == 3) {
                kit.gone(room, bea);
            }
            return say(i % 2 == 0 ? amal : dana, room).statusCode();
        });
        assertThat(answers).containsOnly(201);
        List<Integer> numbers = amal.asks().get("/api/rooms/{room}/messages", room).path("items.seq");
        assertThat(numbers).isSorted().doesNotHaveDuplicates().last().isEqualTo(numbers.size());
    }

    @Test
    void shouldRemindThoseWhoComeADayAndAQuarterOfAnHourBefore() {
        take(carlo, meeting);
        take(dana, meeting);
        Someone emil = Cast.member("emil");
        TestRooms.join(emil, room);
        take(emil, meeting).then().body("mine", equalTo("waiting"));

        kit.began(meeting, 24 * 60 - 1);
        kit.tick();
        assertThat(told(amal)).containsExactly("meeting-tomorrow");
        assertThat(told(bea)).containsExactly("meeting-tomorrow");
        assertThat(told(emil)).isEmpty();
        kit.began(meeting, 14);
        kit.beginsIn(meeting, 13);
        kit.tick();
        assertThat(told(amal)).containsExactly("meeting-soon", "meeting-tomorrow");
        assertThat(told(emil)).isEmpty();
    }

    @Test
    void shouldRemindOnceOfWhatIsNearAlready() {
        kit.began(meeting, 14);
        assertThat(told(amal)).containsExactly("meeting-soon");
        String other = schedule(bea, MeetingKit.room(mo, bea), form());
        kit.began(other, -1);
        assertThat(told(bea)).doesNotContain("meeting-tomorrow");
    }

    @Test
    void shouldForgetOfAHostWhoWentWithAServerThatFell() {
        kit.came(room, bea);
        assertThat(rows.count("select count(*) from meeting_presence where room_id = ?", room)).isEqualTo(1);
        kit.came(room, carlo);
        assertThat(rows.count("select count(*) from meeting_presence where room_id = ?", room)).isEqualTo(1);
        kit.gone(room, bea);
        assertThat(rows.count("select count(*) from meeting_presence where room_id = ?", room)).isZero();
    }

    @Test
    void shouldMakeNoDifferenceInARoomThatIsAlwaysOpen() {
        TestRooms.edit(mo, room, Map.of("opening", "always"));
        say(carlo, room).then().statusCode(201);
    }

    private Response support(Someone who, int seq) {
        return who.asks().put("/api/rooms/{room}/messages/{seq}/support/with-you", room, seq);
    }

    /** What the room saw, sessions by their state. */
    private List<String> seen() {
        List<Map<String, Object>> items = amal.asks().get("/api/rooms/{room}/messages", room).path("items");
        return items.stream().filter(item -> !List.of("roomChanged", "hostsChanged").contains(item.get("type")))
                .map(item -> (String) item.getOrDefault("state", item.get("type"))).toList();
    }

    private static String stateOrType(JsonNode frame) {
        return frame.has("state") ? frame.get("state").asText() : LiveClient.type(frame);
    }
}
