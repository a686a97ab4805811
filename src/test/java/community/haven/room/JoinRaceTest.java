package community.haven.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.TestRooms;
import io.restassured.response.Response;

@HavenTest
class JoinRaceTest {

    @Test
    void shouldLetInTwentyWhenFiftyComeAtOnceToTwentyPlaces() throws Exception {
        Someone mo = Cast.moderator();
        Map<String, Object> form = TestRooms.form();
        form.put("capacity", 20);
        UUID room = TestRooms.make(mo, form);
        List<Someone> people = Stream.generate(() -> Cast.member("amal")).limit(50).toList();

        List<Response> answers = atOnce(
                people.stream().<Callable<Response>> map(one -> () -> TestRooms.join(one, room)).toList());

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(20);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 409)
                .extracting(answer -> answer.jsonPath().getString("code")).hasSize(30).containsOnly("room-full");
        assertThat(mo.asks().get("/api/rooms/{room}", room).jsonPath().getInt("placesLeft")).isZero();
    }

    @Test
    void shouldTakeOnePlaceWhenOnePersonJoinsManyTimesAtOnce() throws Exception {
        UUID room = TestRooms.make(Cast.moderator());
        Someone amal = Cast.member("amal");

        List<Response> answers = atOnce(
                Stream.<Callable<Response>> generate(() -> () -> TestRooms.join(amal, room)).limit(20).toList());

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        assertThat(amal.asks().get("/api/rooms/{room}", room).jsonPath().getInt("placesLeft")).isEqualTo(49);
    }

    private static List<Response> atOnce(List<Callable<Response>> calls) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(calls.size());
        try {
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : people.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            people.shutdown();
        }
    }
}
