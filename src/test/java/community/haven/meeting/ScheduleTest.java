package community.haven.meeting;

import static community.haven.meeting.MeetingKit.cancel;
import static community.haven.meeting.MeetingKit.form;
import static community.haven.meeting.MeetingKit.get;
import static community.haven.meeting.MeetingKit.inDays;
import static community.haven.meeting.MeetingKit.list;
import static community.haven.meeting.MeetingKit.notices;
import static community.haven.meeting.MeetingKit.schedule;
import static community.haven.meeting.MeetingKit.take;
import static community.haven.meeting.MeetingKit.told;
import static community.haven.meeting.MeetingKit.trySchedule;
import static community.haven.meeting.MeetingKit.weekly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import community.haven.testkit.AtOnce;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Rows;
import community.haven.testkit.TestRooms;
import io.quarkus.scheduler.Scheduler;
import io.restassured.response.Response;

/** Bea looks after a room that opens for sessions; amal and carlo have joined it. */
@HavenTest
class ScheduleTest {

    @Inject
    Ahead ahead;

    @Inject
    Rows rows;

    @Inject
    Scheduler scheduler;

    private Someone mo;
    private Someone bea;
    private Someone amal;
    private Someone carlo;
    private UUID room;

    @BeforeEach
    void thereIsARoom() {
        mo = Cast.moderator();
        bea = Cast.member("bea");
        amal = Cast.member("amal");
        carlo = Cast.member("carlo");
        room = MeetingKit.room(mo, bea, amal, carlo);
    }

    @Test
    void shouldShowTheMembersWhatAHostHasScheduled() {
        Response made = trySchedule(bea, room, form());

        made.then().statusCode(201).header("ETag", "\"0\"").header("Location", notNullValue())
                .body("host.handle", equalTo(bea.handle())).body("leads", is(true)).body("series.weekly", is(false));
        amal.asks().get("/api/rooms/{room}/meetings", room).then().body("items", hasSize(1))
                .body("items[0].id", equalTo(made.path("id"))).body("items[0].title", equalTo("Evening round"))
                .body("items[0].state", equalTo("scheduled")).body("items[0].placesLeft", equalTo(3))
                .body("items[0].mine", equalTo("none")).body("items[0].leads", is(false)).body("items[0].mayLead", is(false));
        Cast.member("dana").asks().get("/api/rooms/{room}/meetings", room).then().statusCode(403)
                .body("code", equalTo("not-a-member"));
    }

    @Test
    void shouldLetAModeratorScheduleForAHost() {
        Map<String, Object> form = form();
        trySchedule(mo, room, form).then().statusCode(422).body("errors.field", contains("host"));
        form.put("host", amal.id());
        trySchedule(mo, room, form).then().statusCode(422).body("errors.field", contains("host"));
        form.put("host", bea.id());
        trySchedule(mo, room, form).then().statusCode(201).body("host.handle", equalTo(bea.handle()));
        trySchedule(amal, room, form).then().statusCode(403).body("code", equalTo("not-allowed"));
    }

    @Test
    void shouldHaveSessionsOnlyWhereTheRoomOpensForThem() {
        TestRooms.edit(mo, room, Map.of("opening", "always"));
        trySchedule(bea, room, form()).then().statusCode(409).body("code", equalTo("no-sessions-here"));
        TestRooms.edit(mo, room, Map.of("opening", "sessions", "state", "archived"));
        trySchedule(bea, room, form()).then().statusCode(409).body("code", equalTo("room-archived"));
    }

    @ParameterizedTest
    @CsvSource({ "title, ab", "title, ", "startsAt, 2020-01-01T19:00", "startsAt, 2099-01-01T19:00", "startsAt, tomorrow",
            "zone, +01:00", "zone, Berlin", "zone, ", "minutes, 14", "minutes, 241", "places, 1", "places, 51",
            "until, 2020-01-01" })
    void shouldNameWhatIsWrong(String field, String value) {
        Map<String, Object> form = weekly();
        form.put(field, field.equals("minutes") || field.equals("places") ? Integer.valueOf(value) : value);
        trySchedule(bea, room, form).then().statusCode(422).body("errors.field", contains(field));
        assertThat(list(bea, room)).isEmpty();
    }

    @Test
    void shouldMakeWeeklySessionsAheadOnceWhateverHowOften() {
        schedule(bea, room, weekly());
        List<Map<String, Object>> made = list(bea, room);
        assertThat(made).hasSize(8);
        assertThat(made).extracting(meeting -> Instant.parse((String) meeting.get("startsAt")).getEpochSecond())
                .isEqualTo(weeksFrom((String) made.get(0).get("startsAt"), 8));

        AtOnce.times(4, i -> {
            ahead.run();
            return i;
        });
        assertThat(list(bea, room)).isEqualTo(made);
    }

    @Test
    void shouldMakeTheNextOneWhenAWeekHasPassed() {
        schedule(bea, room, weekly());
        rows.change("delete from meeting where room_id = ? order by starts_at desc limit 1", room);
        ahead.run();
        assertThat(list(bea, room)).hasSize(8);
        assertThat(scheduler.getScheduledJob("meetings-ahead").getNextFireTime()).isBefore(Instant.now().plusSeconds(7200));
    }

    @Test
    void shouldEndOnTheLastDay() {
        Map<String, Object> form = weekly();
        form.put("until", LocalDate.parse(inDays(16).substring(0, 10)).toString());
        schedule(bea, room, form);
        assertThat(list(bea, room)).hasSize(3);
    }

    @Test
    void shouldKeepTwoSessionsApart() {
        Map<String, Object> form = weekly();
        schedule(bea, room, form);
        Map<String, Object> other = form();
        other.put("startsAt", plusMinutes(form, 7 * 24 * 60 + 79));
        trySchedule(bea, room, other).then().statusCode(409).body("code", equalTo("time-taken"));
        other.put("startsAt", plusMinutes(form, 7 * 24 * 60 + 80));
        trySchedule(bea, room, other).then().statusCode(201);
    }

    @Test
    void shouldScheduleOneOfManyAtTheSameTime() {
        assertThat(AtOnce.times(8, i -> trySchedule(bea, room, form()).statusCode())).containsOnlyOnce(201)
                .allMatch(status -> status == 201 || status == 409);
        assertThat(list(bea, room)).hasSize(1);
    }

    @Test
    void shouldTellThoseWhoComeWhyASessionIsMoved() {
        String meeting = schedule(bea, room, form());
        take(amal, meeting);
        Instant later = MeetingKit.momentIn(3);

        change(mo, meeting, 0, Map.of("startsAt", later.toString(), "title", "Late round", "reason", MeetingKit.REASON)).then()
                .statusCode(200).body("startsAt", equalTo(later.toString()))
                .body("endsAt", equalTo(later.plusSeconds(3600).toString()))
                .body("title", equalTo("Late round")).body("version", equalTo(1));
        assertThat(notices(amal).get(0)).containsEntry("kind", "meeting-changed").containsEntry("reason", MeetingKit.REASON)
                .containsEntry("about", "Late round").containsEntry("until", later.toString());
        assertThat(told(bea)).containsExactly("meeting-changed");
        assertThat(told(mo)).isEmpty();
        assertThat(told(carlo)).isEmpty();
        assertThat(acts()).containsExactly("meeting-changed", "meeting-scheduled");
    }

    @Test
    void shouldNotOverwriteWhatSomebodyElseHasChanged() {
        String meeting = schedule(bea, room, form());
        change(bea, meeting, 0, Map.of("minutes", 45, "reason", MeetingKit.REASON)).then().statusCode(200);
        change(mo, meeting, 0, Map.of("minutes", 30, "reason", MeetingKit.REASON)).then().statusCode(412);
        mo.asks().body(Map.of("reason", MeetingKit.REASON)).put("/api/meetings/{id}", meeting).then().statusCode(428);
        change(bea, meeting, 1, Map.of("minutes", 30)).then().statusCode(422).body("errors.field", contains("reason"));
        change(amal, meeting, 1, Map.of("minutes", 30, "reason", MeetingKit.REASON)).then().statusCode(403);
        get(amal, meeting).then().body("version", equalTo(1));
    }

    @Test
    void shouldTakeNobodysPlaceAwayByAChange() {
        String meeting = schedule(bea, room, form());
        List.of(amal, carlo, Cast.member("dana")).forEach(one -> {
            TestRooms.join(one, room);
            take(one, meeting).then().statusCode(200);
        });
        change(bea, meeting, 0, Map.of("places", 2, "reason", MeetingKit.REASON)).then().statusCode(422)
                .body("errors[0].field", equalTo("places")).body("errors[0].limit", equalTo(3));
    }

    @Test
    void shouldGiveNewPlacesToThoseWhoWait() {
        Map<String, Object> form = form();
        form.put("places", 2);
        String meeting = schedule(bea, room, form);
        Someone dana = Cast.member("dana");
        TestRooms.join(dana, room);
        List.of(amal, carlo, dana).forEach(one -> take(one, meeting));
        get(dana, meeting).then().body("mine", equalTo("waiting"));

        change(bea, meeting, 0, Map.of("places", 4, "reason", MeetingKit.REASON)).then().body("placesLeft", equalTo(1));
        get(dana, meeting).then().body("mine", equalTo("place"));
        assertThat(told(dana)).contains("meeting-place");
    }

    @Test
    void shouldCancelOneSessionAndTellWhy() {
        String meeting = schedule(bea, room, weekly());
        take(amal, meeting);

        cancel(bea, meeting).then().statusCode(200).body("state", equalTo("cancelled"));
        cancel(bea, meeting).then().statusCode(409).body("code", equalTo("wrong-state"));
        assertThat(notices(amal).get(0)).containsEntry("kind", "meeting-cancelled").containsEntry("reason", MeetingKit.REASON);
        assertThat(list(amal, room)).hasSize(8).first().extracting("state").isEqualTo("cancelled");
        ahead.run();
        assertThat(list(amal, room)).hasSize(8);
        assertThat(acts()).containsExactly("meeting-cancelled", "meeting-scheduled");
        amal.asks().get("/api/rooms/{room}/messages", room).then()
                .body("items.findAll { it.type == 'session' }.state", contains("cancelled"));
        cancel(amal, (String) list(amal, room).get(1).get("id")).then().statusCode(403);
    }

    @Test
    void shouldEndASeriesWithOneNoticeForEach() {
        String meeting = schedule(bea, room, weekly());
        String series = get(bea, meeting).path("series.id");
        amal.asks().put("/api/meeting-series/{id}/place", series).then().statusCode(204);

        bea.asks().body(Map.of("reason", MeetingKit.REASON)).post("/api/meeting-series/{id}/cancellation", series).then()
                .statusCode(204);
        assertThat(told(amal)).containsExactly("meetings-cancelled");
        assertThat(list(amal, room)).extracting("state").containsOnly("cancelled");
        ahead.run();
        assertThat(list(amal, room)).hasSize(8);
        amal.asks().get("/api/rooms/{room}/messages", room).then()
                .body("items.findAll { it.type == 'session' }", hasSize(1));
        bea.asks().body(Map.of("reason", MeetingKit.REASON)).post("/api/meeting-series/{id}/cancellation", series).then()
                .statusCode(409);
    }

    @Test
    void shouldCancelWhatIsPlannedInARoomThatClosesForGood() {
        String meeting = schedule(bea, room, weekly());
        take(amal, meeting);
        TestRooms.edit(mo, room, Map.of("state", "archived"));
        assertThat(list(amal, room)).hasSize(8).extracting("state").containsOnly("cancelled");
        assertThat(told(amal)).containsExactly("meetings-cancelled");
        ahead.run();
        assertThat(list(amal, room)).hasSize(8);
    }

    @Test
    void shouldChangeAllSessionsOfASeries() {
        Map<String, Object> form = weekly();
        form.put("startsAt", inDays(2).substring(0, 10) + "T19:00:00");
        form.put("zone", "Europe/Berlin");
        String meeting = schedule(bea, room, form);
        String series = get(bea, meeting).path("series.id");
        amal.asks().put("/api/meeting-series/{id}/place", series).then().statusCode(204);
        String until = LocalDate.parse(inDays(30).substring(0, 10)).toString();

        bea.asks().header("If-Match", "\"0\"")
                .body(Map.of("time", "20:30:00", "minutes", 90, "until", until, "reason", MeetingKit.REASON))
                .put("/api/meeting-series/{id}", series).then().statusCode(204);
        List<Map<String, Object>> after = list(amal, room);
        assertThat(after).filteredOn(one -> one.get("state").equals("cancelled")).hasSize(3);
        assertThat(after.subList(0, 5)).extracting(one -> Instant.parse((String) one.get("startsAt"))
                .atZone(java.time.ZoneId.of("Europe/Berlin")).toLocalTime().toString()).containsOnly("20:30");
        assertThat(told(amal)).containsExactly("meetings-changed");
        bea.asks().header("If-Match", "\"0\"").body(Map.of("minutes", 60, "reason", MeetingKit.REASON))
                .put("/api/meeting-series/{id}", series).then().statusCode(412);
    }

    @Test
    void shouldTellNobodyOfAChangeThatChangesNothing() {
        String meeting = schedule(bea, room, form());
        take(amal, meeting).then().statusCode(200);
        Map<String, Object> same = Map.of("title", "Evening round", "places", 3, "minutes", 60, "startsAt",
                get(bea, meeting).path("startsAt"), "reason", MeetingKit.REASON);
        change(bea, meeting, 0, same).then().statusCode(200).body("version", equalTo(0));
        assertThat(told(amal)).isEmpty();
        change(bea, meeting, 0, Map.of("title", "Late round", "reason", MeetingKit.REASON)).then().statusCode(200);
        assertThat(told(amal)).containsExactly("meeting-changed");
    }

    @Test
    void shouldForgetWhoCameSomeDaysAfterwards() {
        String meeting = schedule(bea, room, form());
        take(amal, meeting);
        rows.change("""
                update meeting set starts_at = utc_timestamp(3) - interval 9 day, ends_at = utc_timestamp(3) - interval 8 day,
                state = 'CLOSED', due_at = null where id = ?""", meeting);
        ahead.run();
        assertThat(rows.count("select count(*) from meeting where id = ?", meeting)).isZero();
        assertThat(rows.count("select count(*) from meeting_series where room_id = ?", room)).isZero();
    }

    private static Response change(Someone who, String meeting, int version, Map<String, Object> change) {
        return who.asks().header("If-Match", "\"" + version + "\"").body(new HashMap<>(change)).put("/api/meetings/{id}",
                meeting);
    }

    private static String plusMinutes(Map<String, Object> form, int minutes) {
        return LocalDateTime.parse((String) form.get("startsAt")).plusMinutes(minutes).toString();
    }

    private static List<Long> weeksFrom(String first, int count) {
        long start = Instant.parse(first).getEpochSecond();
        return java.util.stream.LongStream.range(0, count).map(week -> start + week * 7 * 24 * 3600).boxed().toList();
    }

    private List<String> acts() {
        return mo.asks().queryParam("limit", 100).get("/api/audit").jsonPath()
                .<String> getList("items.findAll { it.subject.contains('" + room + "') && it.act.startsWith('meeting') }.act");
    }
}
