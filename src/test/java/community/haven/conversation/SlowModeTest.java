package community.haven.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import community.haven.account.Person;
import community.haven.account.Role;
import community.haven.shared.ErrorCode;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Persons;
import community.haven.testkit.TestRooms;

/** Two messages of one person that are stored together, as only the writer sees them. */
@HavenTest
class SlowModeTest {

    @Inject
    MessageWriter writer;

    @Test
    void shouldRefuseTheSecondOfTwoOfOnePersonInOneGroup() {
        Someone mo = Cast.moderator();
        Someone amal = Cast.member("amal");
        Someone bea = Cast.member("bea");
        UUID room = TestRooms.joinedBy(mo, amal, bea);
        mo.asks().body(Map.of("slowModeSeconds", 60)).put("/api/rooms/{room}/pace", room).then().statusCode(200);

        List<Outcome> outcomes = writer.store(List.of(post(amal, room, "one"), post(bea, room, "one"), post(amal, room, "two"),
                post(amal, room, "one")));

        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Stored.class);
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Stored.class);
        assertThat(outcomes.get(2)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo(ErrorCode.SLOW_MODE);
            assertThat(refused.refusal().retryAfter()).contains(Duration.ofSeconds(60));
        });
        assertThat(outcomes.get(3)).isInstanceOf(Outcome.Repeated.class);
    }

    private static Post post(Someone someone, UUID room, String key) {
        Person person = Persons.of(someone.id(), someone.handle(), Role.MEMBER);
        return Post.of(person, room, new Draft(key, "Hello.", null, null, null));
    }
}
