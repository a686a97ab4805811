package community.haven.meeting;

import static community.haven.meeting.MeetingKit.form;
import static community.haven.meeting.MeetingKit.get;
import static community.haven.meeting.MeetingKit.giveBack;
import static community.haven.meeting.MeetingKit.list;
import static community.haven.meeting.MeetingKit.notices;
import static community.haven.meeting.MeetingKit.schedule;
import static community.haven.meeting.MeetingKit.take;
import static community.haven.meeting.MeetingKit.told;
import static community.haven.meeting.MeetingKit.weekly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import community.haven.testkit.AtOnce;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Rows;
import community.haven.testkit.TestRooms;
import io.restassured.response.Response;

/** A session with two places, for three people. */
@HavenTest
class PlacesTest {

    @Inject
    Rows rows;

    @Inject
    MeetingKit kit;

    @Inject
    Ahead ahead;

    private Someone mo;
    private Someone bea;
    private Someone amal;
    private Someone carlo;
    private Someone dana;
    private UUID room;

    @BeforeEach
    void thereIsARoom() {
        mo = Cast.moderator();
        bea = Cast.member("bea");
        amal = Cast.member("amal");
        carlo = Cast.member("carlo");
        dana = Cast.member("dana");
        room = MeetingKit.room(mo, bea, amal, carlo, dana);
    }

    @Test
    void shouldPutWhoeverComesTooLateInLineAndMoveThemUp() {
        String meeting = two(form());
        take(amal, meeting).then().statusCode(200).body("mine", equalTo("place")).body("placesLeft", equalTo(1));
        take(carlo, meeting).then().body("mine", equalTo("place")).body("placesLeft", equalTo(0));
        take(dana, meeting).then().body("mine", equalTo("waiting")).body("placesLeft", equalTo(0));

        giveBack(amal, meeting).then().statusCode(204);
        get(dana, meeting).then().body("mine", equalTo("place"));
        get(amal, meeting).then().body("mine", equalTo("none"));
        assertThat(notices(dana)).singleElement().satisfies(notice -> {
            assertThat(notice).containsEntry("kind", "meeting-place").containsEntry("about", "Evening round");
            assertThat(notice.get("until")).isEqualTo(get(dana, meeting).path("startsAt"));
        });
        assertThat(told(carlo)).isEmpty();
    }

    @Test
    void shouldMoveUpInTheOrderOfAsking() {
        String meeting = two(form());
        Someone emil = Cast.member("emil");
        TestRooms.join(emil, room);
        List.of(amal, carlo, dana, emil).forEach(one -> take(one, meeting));
        take(dana, meeting);
        giveBack(carlo, meeting);
        get(dana, meeting).then().body("mine", equalTo("place"));
        get(emil, meeting).then().body("mine", equalTo("waiting"));
        giveBack(emil, meeting);
        giveBack(amal, meeting);
        get(amal, meeting).then().body("mine", equalTo("none")).body("placesLeft", equalTo(1));
    }

    @Test
    void shouldGiveTwoPlacesToFiftyWhoComeAtOnce() {
        String meeting = two(form());
        TestRooms.edit(mo, room, Map.of("capacity", 100));
        List<Someone> people = Stream.generate(() -> Cast.member("amal")).limit(50).toList();
        // By the table, since so many at the door at once would close it.
        people.forEach(one -> rows.change(
                "insert into membership (room_id, account_id, joined_at) values (?, ?, now(3))", room, one.id()));

        List<String> got = AtOnce.times(50, i -> {
            Response answer = take(people.get(i), meeting);
            answer.then().statusCode(200);
            return answer.path("mine");
        });
        assertThat(got).filteredOn("place"::equals).hasSize(2);
        assertThat(got).filteredOn("waiting"::equals).hasSize(48);

        AtOnce.times(50, i -> giveBack(people.get(i), meeting).then().statusCode(204));
        assertThat(rows.count("select count(*) from meeting_place where meeting_id = ?", meeting)).isZero();
    }

    @Test
    void shouldGiveOnePlaceToOnePersonWhoAsksManyTimes() {
        String meeting = two(form());
        AtOnce.times(20, i -> take(amal, meeting).then().statusCode(200));
        get(amal, meeting).then().body("placesLeft", equalTo(1));
    }

    @Test
    void shouldTellNobodyButTheHostWhoComes() {
        String meeting = two(form());
        take(carlo, meeting);
        take(amal, meeting);

        bea.asks().get("/api/meetings/{id}/places", meeting).then().statusCode(200)
                .body("items.handle", contains(carlo.handle(), amal.handle()));
        Stream.of(amal, mo).forEach(other -> other.asks().get("/api/meetings/{id}/places", meeting).then().statusCode(403)
                .body("code", equalTo("not-allowed")));
        Stream.of("/api/meetings/" + meeting, "/api/rooms/" + room + "/meetings", "/api/meetings")
                .forEach(path -> assertThat(amal.asks().get(path).asString()).doesNotContain(carlo.handle())
                        .doesNotContain(carlo.id().toString()));
    }

    @Test
    void shouldBeForMembersOfTheRoom() {
        String meeting = two(form());
        take(Cast.member("emil"), meeting).then().statusCode(403).body("code", equalTo("not-a-member"));
        take(mo, meeting).then().statusCode(403).body("code", equalTo("not-a-member"));
        take(amal, UUID.randomUUID().toString()).then().statusCode(404);
    }

    @Test
    void shouldBeTooLateWhenItClosesOrIsCancelled() {
        String meeting = two(form());
        kit.began(meeting, -61);
        take(amal, meeting).then().statusCode(409).body("code", equalTo("wrong-state"));
        Map<String, Object> later = form();
        later.put("startsAt", MeetingKit.inDays(4));
        String other = two(later);
        MeetingKit.cancel(bea, other);
        take(amal, other).then().statusCode(409).body("code", equalTo("wrong-state"));
    }

    @Test
    void shouldLeaveTheSessionsOfARoomThatOneLeaves() {
        String meeting = two(weekly());
        String series = get(bea, meeting).path("series.id");
        amal.asks().put("/api/meeting-series/{id}/place", series);
        take(carlo, meeting);
        take(dana, meeting);

        amal.asks().delete("/api/rooms/{room}/membership", room).then().statusCode(204);
        get(dana, meeting).then().body("mine", equalTo("place"));
        assertThat(rows.count("select count(*) from meeting_place where account_id = ?", amal.id())).isZero();
        assertThat(rows.count("select count(*) from meeting_regular where account_id = ?", amal.id())).isZero();
    }

    @Test
    void shouldComeEveryWeekAlsoToSessionsThatAreMadeLater() {
        String meeting = two(weekly());
        String series = get(bea, meeting).path("series.id");
        amal.asks().put("/api/meeting-series/{id}/place", series).then().statusCode(204);
        List.of(carlo, dana).forEach(one -> one.asks().put("/api/meeting-series/{id}/place", series).then().statusCode(204));
        amal.asks().put("/api/meeting-series/{id}/place", series).then().statusCode(204);
        assertThat(list(amal, room))
                .allSatisfy(one -> assertThat(one).containsEntry("mine", "place").containsEntry("everyWeek", true));
        assertThat(list(dana, room)).extracting("mine").containsOnly("waiting");

        rows.change("delete from meeting where room_id = ? order by starts_at desc limit 1", room);
        ahead.run();
        assertThat(list(amal, room)).hasSize(8).extracting("mine").containsOnly("place");
        assertThat(list(dana, room)).hasSize(8).extracting("mine").containsOnly("waiting");

        amal.asks().delete("/api/meeting-series/{id}/place", series).then().statusCode(204);
        assertThat(list(amal, room)).extracting("mine").containsOnly("none");
        assertThat(list(dana, room)).extracting("mine").containsOnly("place");
        get(amal, meeting).then().body("everyWeek", is(false));
    }

    @Test
    void shouldListWhatOneComesToWaitsForAndLooksAfter() {
        String meeting = two(form());
        take(amal, meeting);
        take(carlo, meeting);
        take(dana, meeting);
        Stream.of(amal, dana, bea).forEach(one -> one.asks().get("/api/meetings").then().statusCode(200)
                .body("items", hasSize(1)).body("items[0].id", equalTo(meeting)));
        mo.asks().get("/api/meetings").then().body("items", empty());
    }

    @Test
    void shouldPageThroughWhatIsToCome() {
        two(weekly());
        Response first = amal.asks().queryParam("limit", 5).get("/api/rooms/{room}/meetings", room);
        first.then().body("items", hasSize(5));
        amal.asks().queryParam("limit", 5).queryParam("cursor", (String) first.path("next"))
                .get("/api/rooms/{room}/meetings", room).then().body("items", hasSize(3)).body("next", equalTo(null));
        amal.asks().queryParam("cursor", "nonsense").get("/api/rooms/{room}/meetings", room).then().statusCode(422);
    }

    private String two(Map<String, Object> form) {
        form.put("places", 2);
        return schedule(bea, room, form);
    }
}
