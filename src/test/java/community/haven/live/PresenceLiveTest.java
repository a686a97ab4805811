package community.haven.live;

import static community.haven.testkit.LiveClient.code;
import static community.haven.testkit.LiveClient.frame;
import static community.haven.testkit.LiveClient.type;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.LiveClient;
import community.haven.testkit.TestRooms;
import io.quarkus.test.common.http.TestHTTPResource;

/** That people are there, without a word about who comes and goes. */
@HavenTest
class PresenceLiveTest {

    @TestHTTPResource("/")
    URI server;

    @Inject
    PresenceTeller teller;

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
    void shouldCountEverybodyAndNameNobodyUnasked() {
        try (LiveClient one = connect(amal); LiveClient other = connect(bea)) {
            assertThat(one.join(room, null).get("named").asBoolean()).isFalse();
            other.join(room, null);
            teller.tell();

            assertThat(present(one, 2).get("people")).isEmpty();
        }
    }

    @Test
    void shouldNameWhoeverWishesItAndNotThoseWhomAReaderHasMuted() {
        Someone carlo = Cast.member("carlo");
        TestRooms.join(carlo, room).then().statusCode(200);
        carlo.asks().put("/api/accounts/me/quiet-mutes/{id}", bea.id()).then().statusCode(204);
        try (LiveClient one = connect(amal); LiveClient other = connect(bea); LiveClient third = connect(carlo)) {
            for (LiveClient client : List.of(one, other, third)) {
                client.join(room, null);
            }
            assertThat(type(other.ask(frame("appear", "room", room, "named", true)))).isEqualTo("done");
            teller.tell();

            assertThat(present(one, 3).at("/people/0/handle").asText()).isEqualTo(bea.handle());
            assertThat(present(third, 3).get("people")).isEmpty();
            assertThat(third.frames().toString()).doesNotContain(bea.handle());
        }
        try (LiveClient again = connect(bea)) {
            assertThat(again.join(room, null).get("named").asBoolean()).isTrue();
        }
    }

    @Test
    void shouldTellOthersNothingOfAShortDrop() {
        try (LiveClient one = connect(amal); LiveClient before = connect(bea)) {
            one.join(room, null);
            before.join(room, null);
            teller.tell();
            present(one, 2);
            int told = one.frames().size();
            before.drop();
            try (LiveClient after = connect(bea)) {
                after.join(room, null);
                teller.tell();
                after.say(room, "k1", "Here again.").join();
                one.await(frame -> frame.path("text").asText().equals("Here again."));
            }
            assertThat(one.frames().subList(told, one.frames().size())).extracting(LiveClient::type)
                    .containsExactly("message");
        }
    }

    @Test
    void shouldTellThoseWhoRemainOfWhoeverLeavesTheRoom() {
        try (LiveClient one = connect(amal); LiveClient other = connect(bea)) {
            one.join(room, null);
            other.join(room, null);
            teller.tell();
            present(one, 2);
            bea.asks().delete("/api/rooms/{room}/membership", room).then().statusCode(204);
            other.await(frame -> type(frame).equals("left"));
            teller.tell();

            present(one, 1);
        }
    }

    @Test
    void shouldNotCountStaffWhoReadWithoutHavingJoined() {
        try (LiveClient one = connect(amal); LiveClient staff = connect(Cast.moderator())) {
            one.join(room, null);
            assertThat(staff.join(room, null).has("named")).isFalse();
            teller.tell();

            present(one, 1);
            assertThat(code(staff.ask(frame("appear", "room", room, "named", true)))).isEqualTo("not-a-member");
        }
    }

    @Test
    void shouldTellWhoeverComesInWhatIsKnown() {
        try (LiveClient one = connect(amal)) {
            one.join(room, null);
            teller.tell();
            present(one, 1);
            try (LiveClient late = connect(bea)) {
                late.join(room, null);
                assertThat(late.await(frame -> type(frame).equals("present")).get("count").asInt()).isPositive();
            }
        }
    }

    @Test
    void shouldAskWhatWasMeantWhenNothingIsSaid() {
        amal.asks().body("{}").put("/api/rooms/{room}/membership/appearance", room).then().statusCode(422);
        amal.asks().body(Map.of("named", true)).put("/api/rooms/{room}/membership/appearance", room).then().statusCode(204);
    }

    private JsonNode present(LiveClient client, int count) {
        return client.await(frame -> type(frame).equals("present") && frame.get("count").asInt() == count);
    }

    private LiveClient connect(Someone person) {
        return LiveClient.connect(server, person.accessToken());
    }
}
