package community.haven.meeting;

import static community.haven.meeting.MeetingKit.cancel;
import static community.haven.meeting.MeetingKit.form;
import static community.haven.meeting.MeetingKit.get;
import static community.haven.meeting.MeetingKit.schedule;
import static community.haven.meeting.MeetingKit.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.LogWatch;
import community.haven.testkit.Rows;
import io.restassured.response.Response;

/** Amal comes to a session that bea hosts. */
@HavenTest
class CalendarTest {

    private static final String PATH = "/api/accounts/me/calendar";
    private static final String TITLE = "Évening röund 🌙 夜の集まり and a longer title that needs more than one line";

    @Inject
    Rows rows;

    private Someone mo;
    private Someone bea;
    private Someone amal;
    private UUID room;
    private String meeting;

    @BeforeEach
    void thereIsASession() {
        mo = Cast.moderator();
        bea = Cast.member("bea");
        amal = Cast.member("amal");
        room = MeetingKit.room(mo, bea, amal);
        Map<String, Object> form = form();
        form.put("title", TITLE);
        meeting = schedule(bea, room, form);
        take(amal, meeting).then().statusCode(200);
    }

    @Test
    void shouldShowWhatOneComesToWithADiscreetTitle() {
        Response feed = feed(made(amal));
        feed.then().statusCode(200).header("Content-Type", "text/calendar;charset=UTF-8").header("Cache-Control", "no-store");

        VEvent event = only(feed);
        assertThat(event.getUid().getValue()).isEqualTo(meeting);
        assertThat(event.getSummary().getValue()).isEqualTo("Meeting");
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse(get(amal, meeting).path("startsAt")));
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(Instant.parse(get(amal, meeting).path("endsAt")));
        assertThat(event.getStatus().isConfirmed()).isTrue();
        assertThat(feed.asString()).doesNotContain("round").doesNotContain(room.toString()).doesNotContain(amal.handle())
                .doesNotContain(bea.handle());
        assertThat(only(feed(made(bea))).getUid().getValue()).isEqualTo(meeting);
        assertThat(parsed(feed(made(mo))).getEvents()).isEmpty();
    }

    @Test
    void shouldCallSessionsByTheirNamesWhereOneWishesSo() {
        String path = made(amal);
        amal.asks().body(Map.of("titles", true)).put(PATH).then().statusCode(200).body("titles", is(true));
        Response feed = feed(path);
        assertThat(only(feed).getSummary().getValue()).isEqualTo(TITLE);
        assertThat(linesOf(feed)).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(75));
        amal.asks().body(Map.of("titles", false)).put(PATH).then().body("titles", is(false));
        assertThat(only(feed(path)).getSummary().getValue()).isEqualTo("Meeting");
    }

    @Test
    void shouldKeepToTheLineRules() {
        String text = feed(made(amal)).asString();
        assertThat(text).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").endsWith("END:VCALENDAR\r\n").contains("\r\nPRODID:");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(linesOf(feed(made(amal)))).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(75));
        assertThat(text).containsPattern("DTSTART:\\d{8}T\\d{6}Z").containsPattern("DTSTAMP:\\d{8}T\\d{6}Z");
    }

    @Test
    void shouldKnowAMovedAndACancelledSessionAgain() {
        String path = made(amal);
        Instant later = MeetingKit.momentIn(3);
        bea.asks().header("If-Match", "\"0\"").body(Map.of("startsAt", later.toString(), "reason", MeetingKit.REASON))
                .put("/api/meetings/{id}", meeting).then().statusCode(200);
        VEvent moved = only(feed(path));
        assertThat(moved.getUid().getValue()).isEqualTo(meeting);
        assertThat(moved.getDateStart().getValue().toInstant()).isEqualTo(later);
        assertThat(moved.getSequence().getValue()).isEqualTo(1);

        cancel(bea, meeting);
        VEvent cancelled = only(feed(path));
        assertThat(cancelled.getStatus().isCancelled()).isTrue();
        assertThat(cancelled.getUid().getValue()).isEqualTo(meeting);
        assertThat(cancelled.getSequence().getValue()).isEqualTo(2);
    }

    @Test
    void shouldShowTheAddressOnceAndEndItWithANewOne() {
        amal.asks().get(PATH).then().statusCode(200).body("on", is(false)).body("$", not(hasKey("since")));
        String first = made(amal);
        assertThat(first).matches("/api/calendar/[0-9a-f]{40}\\.ics");
        amal.asks().get(PATH).then().body("on", is(true)).body("$", hasKey("since"));
        assertThat(amal.asks().get(PATH).asString()).doesNotContain(first.substring(14, 54));
        assertThat(rows.count("select count(*) from calendar where hash = ?", first.substring(14, 54))).isZero();

        String second = made(amal);
        feed(first).then().statusCode(404).body("code", equalTo("not-found"));
        feed(second).then().statusCode(200);
        amal.asks().delete(PATH).then().statusCode(204);
        feed(second).then().statusCode(404);
        feed("/api/calendar/" + "x".repeat(40) + ".ics").then().statusCode(404);
        feed("/api/calendar/" + "1".repeat(4000) + ".ics").then().statusCode(404);
    }

    @Test
    void shouldBeEmptyForWhoeverMayNotBeAmongPeople() {
        String path = made(amal);
        mo.asks().body(Map.of("kind", "suspend", "rule", "G1", "reason", MeetingKit.REASON, "until",
                Instant.now().plusSeconds(3600).toString())).post("/api/accounts/{id}/measures", amal.id()).then()
                .statusCode(201);
        assertThat(parsed(feed(path)).getEvents()).isEmpty();
    }

    @Test
    void shouldWriteTheAddressIntoNoLog() {
        try (LogWatch log = new LogWatch()) {
            String path = made(amal);
            feed(path).then().statusCode(200);
            amal.asks().delete(PATH);
            feed(path).then().statusCode(404);
            assertThat(log.lines()).noneMatch(line -> line.contains(path.substring(14, 54)));
        }
    }

    private static String made(Someone who) {
        return who.asks().post(PATH).then().statusCode(201).extract().path("path");
    }

    /** As a calendar asks, which is signed in nowhere. */
    private static Response feed(String path) {
        return io.restassured.RestAssured.given().get(path);
    }

    private static ICalendar parsed(Response feed) {
        return Biweekly.parse(feed.asString()).first();
    }

    private static VEvent only(Response feed) {
        List<VEvent> events = parsed(feed).getEvents();
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private static List<String> linesOf(Response feed) {
        return List.of(feed.asString().split("\r\n"));
    }
}
