package community.haven.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import community.haven.testkit.AtOnce;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Rows;
import community.haven.testkit.TestRooms;

/** Many come and go at the same moment. */
@HavenTest
class LineRaceTest {

    private static final int PLACES = 10;

    @Inject
    Rows rows;

    @Test
    void shouldLetInTenAndKeepFortyInLineWhenFiftyAskAtOnce() {
        UUID room = room(Cast.moderator());
        List<Someone> people = people(50);

        List<String> answers = AtOnce.times(50, i -> ask(people.get(i), room));

        assertThat(answers).filteredOn("member"::equals).hasSize(PLACES);
        assertThat(answers).filteredOn("waiting"::equals).hasSize(40);
        assertThat(members(room)).isEqualTo(PLACES);
        assertThat(waiting(room)).isEqualTo(40);
    }

    @Test
    void shouldNeverHoldTooManyNorLoseAnybodyInLineWhileOthersLeaveAndJoin() {
        Someone mo = Cast.moderator();
        UUID room = room(mo);
        List<Someone> first = people(PLACES);
        first.forEach(one -> assertThat(ask(one, room)).isEqualTo("member"));
        List<Someone> line = people(20);
        line.forEach(one -> assertThat(ask(one, room)).isEqualTo("waiting"));
        List<Someone> passers = people(10);

        // Those inside leave, others try the door, some of those in line ask once more.
        AtOnce.times(30, i -> switch (i % 3) {
            case 0 -> first.get(i / 3).asks().delete("/api/rooms/{room}/membership", room).statusCode();
            case 1 -> TestRooms.join(passers.get(i / 3), room).statusCode();
            default -> line.get(i / 3).asks().body(Map.of()).put("/api/rooms/{room}/request", room).statusCode();
        });

        assertThat(members(room)).isEqualTo(PLACES);
        List<String> now = line.stream().map(one -> belonging(one, room)).toList();
        assertThat(now.subList(0, PLACES)).as("first come, first served").containsOnly("member");
        assertThat(now.subList(PLACES, 20)).containsOnly("waiting");
        assertThat(passers).allSatisfy(one -> assertThat(belonging(one, room)).isEqualTo("none"));
        line.subList(0, PLACES).forEach(one -> assertThat(told(one)).isEqualTo(1));
    }

    @Test
    void shouldLetInAsManyAsAnInvitationSaysWhenManyHaveItsCode() {
        Someone mo = Cast.moderator();
        UUID room = room(mo);
        String code = mo.asks().body(Map.of("uses", 3, "days", 1)).post("/api/rooms/{room}/invitations", room).path("code");
        List<Someone> people = people(12);

        List<Integer> answers = AtOnce.times(12, i -> people.get(i).asks().body(Map.of("code", code))
                .post("/api/rooms/invitations/acceptance").statusCode());

        assertThat(answers).filteredOn(status -> status == 200).hasSize(3);
        assertThat(answers).filteredOn(status -> status == 403).hasSize(9);
        assertThat(members(room)).isEqualTo(3);
    }

    private static UUID room(Someone mo) {
        Map<String, Object> form = TestRooms.form();
        form.put("capacity", PLACES);
        return TestRooms.make(mo, form);
    }

    private static List<Someone> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> Cast.member("amal")).toList();
    }

    private static String ask(Someone who, UUID room) {
        return who.asks().body(Map.of()).put("/api/rooms/{room}/request", room).then().statusCode(200).extract()
                .path("membership");
    }

    private static String belonging(Someone who, UUID room) {
        return who.asks().get("/api/rooms/{room}", room).path("membership");
    }

    private static long told(Someone who) {
        return Stream.of(who.asks().get("/api/accounts/me/notices").jsonPath().getList("items.kind").toArray())
                .filter("room-let-in"::equals).count();
    }

    private long members(UUID room) {
        return rows.count("select count(*) from membership where room_id = ?", room);
    }

    private long waiting(UUID room) {
        return rows.count("select count(*) from room_request where room_id = ? and state = 'WAITING'", room);
    }
}
