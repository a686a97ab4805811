package community.haven.live;

import static community.haven.testkit.LiveClient.code;
import static community.haven.testkit.LiveClient.frame;
import static community.haven.testkit.LiveClient.type;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.LiveClient;
import community.haven.testkit.TestRooms;
import io.quarkus.test.common.http.TestHTTPResource;

/** That somebody has read is told to their own devices and to nobody else. */
@HavenTest
class MarkTest {

    @TestHTTPResource("/")
    URI server;

    private Someone amal;
    private Someone bea;
    private UUID room;

    @BeforeEach
    void twoPeopleInARoom() {
        amal = Cast.member("amal");
        bea = Cast.member("bea");
        room = TestRooms.joinedBy(Cast.moderator(), amal, bea);
    }

    @Test
    void shouldTellOnesOtherDevicesAndNobodyElse() {
        try (LiveClient phone = connect(amal); LiveClient desk = connect(amal.again()); LiveClient other = connect(bea)) {
            phone.join(room, null);
            other.join(room, null);
            other.say(room, "k1", "Is anybody awake?").join();
            assertThat(type(phone.ask(frame("mark", "room", room, "seq", 1)))).isEqualTo("done");

            assertThat(desk.await(frame -> type(frame).equals("marked")).get("seq").asLong()).isEqualTo(1);
            other.say(room, "k2", "Good night, then.").join();
            other.await(frame -> frame.path("text").asText().equals("Good night, then."));
            assertThat(other.frames()).extracting(LiveClient::type).doesNotContain("marked");
        }
    }

    @Test
    void shouldRefuseANumberThatTheRoomHasNotReached() {
        try (LiveClient phone = connect(amal)) {
            phone.join(room, null);
            assertThat(code(phone.ask(frame("mark", "room", room, "seq", 7)))).isEqualTo("invalid");
        }
    }

    private LiveClient connect(Someone person) {
        return LiveClient.connect(server, person.accessToken());
    }
}
