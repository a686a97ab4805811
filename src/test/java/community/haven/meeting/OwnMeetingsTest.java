package community.haven.meeting;

import static community.haven.meeting.MeetingKit.get;
import static community.haven.meeting.MeetingKit.schedule;
import static community.haven.meeting.MeetingKit.take;
import static community.haven.meeting.MeetingKit.weekly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import community.haven.account.DueErasures;
import community.haven.account.PersonalData.Part;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Traces;

/** Bea hosts sessions with two places; amal comes every week, carlo comes, dana waits. */
@HavenTest
class OwnMeetingsTest {

    @Inject
    OwnMeetings own;

    @Inject
    DueErasures erasures;

    @Inject
    Traces traces;

    @Inject
    MeetingKit kit;

    private Someone bea;
    private Someone amal;
    private Someone dana;
    private UUID room;
    private String meeting;

    @BeforeEach
    void thereAreSessions() {
        bea = Cast.member("bea");
        amal = Cast.member("amal");
        dana = Cast.member("dana");
        Someone carlo = Cast.member("carlo");
        room = MeetingKit.room(Cast.moderator(), bea, amal, carlo, dana);
        Map<String, Object> form = weekly();
        form.put("places", 2);
        meeting = schedule(bea, room, form);
        amal.asks().put("/api/meeting-series/{id}/place", (String) get(bea, meeting).path("series.id")).then().statusCode(204);
        take(carlo, meeting);
        take(dana, meeting);
        amal.asks().post("/api/accounts/me/calendar").then().statusCode(201);
    }

    @Test
    void shouldHandOutWhereOneComesWaitsAndIsTheHost() {
        assertThat(items(amal, "meetings")).hasSize(8).allSatisfy(item -> assertThat(item).containsEntry("part", "place")
                .containsEntry("title", "Evening round").containsKeys("room", "startsAt", "at"));
        assertThat(items(dana, "meetings")).singleElement()
                .satisfies(item -> assertThat(item).containsEntry("part", "waiting"));
        assertThat(items(bea, "meetings")).hasSize(8).allSatisfy(item -> assertThat(item).containsEntry("part", "host"));
        assertThat(items(amal, "meetingSeries")).hasSize(1);
        assertThat(items(bea, "meetingSeries")).hasSize(1);
        assertThat(items(amal, "calendar")).hasSize(1);
    }

    @Test
    void shouldLeaveNothingOfWhoeverIsErased() {
        erase(amal);
        assertThat(traces.of(amal.id())).isEmpty();
        get(dana, meeting).then().body("mine", equalTo("place"));
    }

    @Test
    void shouldGoOnWithoutAHostWhoIsErased() {
        kit.came(room, bea);
        erase(bea);
        assertThat(traces.of(bea.id())).containsExactly("audit_line.actor", "audit_line.subject");
        get(amal, meeting).then().statusCode(200).body("$", not(hasKey("host"))).body("state", equalTo("scheduled"));
        kit.began(meeting, -11);
        get(amal, meeting).then().body("state", equalTo("opening"));
    }

    private List<Map<String, Object>> items(Someone who, String name) {
        Part part = own.partsOf(who.id()).stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        List<Map<String, Object>> items = new java.util.ArrayList<>();
        part.items().accept(items::add);
        assertThat(part.count()).isEqualTo(items.size());
        return items;
    }

    private void erase(Someone who) {
        who.asks().body(Map.of("messages", "go", "now", true)).post("/api/accounts/me/erasure").then().statusCode(202);
        erasures.run();
    }
}
