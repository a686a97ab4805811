package community.haven.live;

import static community.haven.testkit.LiveClient.code;
import static community.haven.testkit.LiveClient.frame;
import static community.haven.testkit.LiveClient.type;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import community.haven.account.Keys;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.LiveClient;
import community.haven.testkit.TestRooms;
import io.quarkus.test.common.http.TestHTTPResource;

/** How connections and streams end, and for whom. */
@HavenTest
class EndingsTest {

    @TestHTTPResource("/")
    URI server;

    @Inject
    Keys keys;

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
    void shouldCloseWhenTheTokenEnds() {
        try (LiveClient client = LiveClient.connect(server, new Tokens(keys).ending(amal, Tokens.in(2)))) {
            assertThat(client.closeCode()).isEqualTo(4001);
        }
    }

    @Test
    void shouldStayOpenAsLongAsTheRenewedTokenLasts() {
        Tokens tokens = new Tokens(keys);
        Instant end = Tokens.in(4);
        try (LiveClient client = LiveClient.connect(server, tokens.ending(amal, Tokens.in(3)))) {
            JsonNode renewed = client.ask(frame("renew", "token", tokens.ending(amal, end)));
            assertThat(renewed.get("expiresAt").asText()).isEqualTo(end.toString());
            assertThat(client.closeCode()).isEqualTo(4001);
            assertThat(Instant.now()).isAfterOrEqualTo(end);
        }
    }

    @Test
    void shouldNotBeRenewedBySomebodyElsesToken() {
        try (LiveClient client = LiveClient.connect(server, amal.accessToken())) {
            assertThat(code(client.ask(frame("renew", "token", bea.accessToken())))).isEqualTo("not-allowed");
            assertThat(type(client.join(room, null))).isEqualTo("joined");
        }
    }

    @Test
    void shouldCloseTheSocketsOfASessionThatEndsAndOfNoOther() {
        Someone elsewhere = amal.again();
        try (LiveClient one = LiveClient.connect(server, amal.accessToken());
                LiveClient two = LiveClient.connect(server, amal.accessToken());
                LiveClient other = LiveClient.connect(server, elsewhere.accessToken())) {
            amal.asks().delete("/api/sessions/current").then().statusCode(204);
            Instant signedOut = Instant.now();
            assertThat(one.closeCode()).isEqualTo(4501);
            assertThat(two.closeCode()).isEqualTo(4501);
            assertThat(Duration.between(signedOut, Instant.now())).isLessThan(Duration.ofSeconds(1));
            assertThat(type(other.join(room, null))).isEqualTo("joined");
        }
    }

    @Test
    void shouldCloseTheSocketsOfASessionThatIsEndedFromAnother() {
        Someone lost = amal.again();
        try (LiveClient there = LiveClient.connect(server, lost.accessToken());
                LiveClient here = LiveClient.connect(server, amal.accessToken())) {
            amal.asks().delete("/api/sessions/{id}", lost.session()).then().statusCode(204);
            Instant ended = Instant.now();
            assertThat(there.closeCode()).isEqualTo(4501);
            assertThat(Duration.between(ended, Instant.now())).isLessThan(Duration.ofSeconds(1));
            assertThat(type(here.join(room, null))).isEqualTo("joined");
        }
    }

    @Test
    void shouldCloseTheSocketsOfAllOtherSessionsWhenTheyAreEnded() {
        try (LiveClient one = LiveClient.connect(server, amal.again().accessToken());
                LiveClient two = LiveClient.connect(server, amal.again().accessToken());
                LiveClient here = LiveClient.connect(server, amal.accessToken());
                LiveClient somebody = LiveClient.connect(server, bea.accessToken())) {
            amal.asks().delete("/api/sessions").then().statusCode(204);
            assertThat(one.closeCode()).isEqualTo(4501);
            assertThat(two.closeCode()).isEqualTo(4501);
            assertThat(type(here.join(room, null))).isEqualTo("joined");
            assertThat(type(somebody.join(room, null))).isEqualTo("joined");
        }
    }

    @Test
    void shouldCloseTheSocketsOfAllOtherSessionsWhenThePasswordIsChanged() {
        Someone elsewhere = amal.again();
        try (LiveClient other = LiveClient.connect(server, elsewhere.accessToken());
                LiveClient here = LiveClient.connect(server, amal.accessToken())) {
            amal.asks().body(Map.of("current", Cast.PASSWORD, "fresh", "slow river under 9 bridges"))
                    .put("/api/accounts/me/password").then().statusCode(204);
            Instant changed = Instant.now();
            assertThat(other.closeCode()).isEqualTo(4501);
            assertThat(Duration.between(changed, Instant.now())).isLessThan(Duration.ofSeconds(1));
            assertThat(type(here.join(room, null))).isEqualTo("joined");
        }
    }

    @Test
    void shouldSendNothingMoreOnceTheMembershipHasEnded() {
        try (LiveClient leaver = LiveClient.connect(server, amal.accessToken());
                LiveClient speaker = LiveClient.connect(server, bea.accessToken())) {
            leaver.join(room, null);
            speaker.join(room, null);
            speaker.say(room, "k1", "before").join();
            leaver.await(frame -> frame.path("text").asText().equals("before"));
            amal.asks().delete("/api/rooms/{room}/membership", room).then().statusCode(204);
            speaker.say(room, "k2", "after").join();
            leaver.await(frame -> type(frame).equals("left") && !frame.has("ref"));
            assertThat(code(leaver.say(room, "k3", "from outside").join())).isEqualTo("not-joined");
            assertThat(code(leaver.ask(frame("join", "room", room, "after", 1)))).isEqualTo("not-a-member");
            assertThat(leaver.sequence(room)).containsExactly(1L);
        }
    }

    @Test
    void shouldComeBackAsSomebodyElseWhenTheRoleHasChanged() {
        Someone mo = Cast.moderator();
        try (LiveClient staff = LiveClient.connect(server, mo.accessToken())) {
            assertThat(type(staff.join(room, null))).isEqualTo("joined");
            Cast.admin().asks().body(Map.of("role", "member")).put("/api/accounts/{id}/role", mo.id())
                    .then().statusCode(200);
            assertThat(staff.closeCode()).isEqualTo(4001);
        }
        try (LiveClient member = LiveClient.connect(server, mo.accessToken())) {
            assertThat(code(member.join(room, null))).isEqualTo("not-a-member");
        }
    }

    @Test
    void shouldStayAMemberAfterLeavingTheStream() {
        try (LiveClient client = LiveClient.connect(server, amal.accessToken())) {
            client.join(room, null);
            client.ask(frame("leave", "room", room));
            amal.asks().get("/api/rooms/{room}", room).then().body("member", org.hamcrest.Matchers.is(true));
        }
    }

    @Test
    void shouldCloseAReaderWhoIsTooSlowAndNobodyElse() {
        Someone carlo = Cast.member("carlo");
        TestRooms.join(carlo, room).then().statusCode(200);
        int messages = 1_200;
        String text = "\u2026".repeat(4_000);
        try (LiveClient speaker = LiveClient.connect(server, amal.accessToken());
                LiveClient reader = LiveClient.connect(server, bea.accessToken());
                LiveClient stalled = LiveClient.connect(server, carlo.accessToken())) {
            speaker.join(room, null);
            reader.join(room, null);
            stalled.join(room, null);
            stalled.read(false);
            for (int said = 0; said < messages; said += 30) {
                int from = said;
                stalled.wave();
                IntStream.range(from, from + 30).mapToObj(i -> speaker.say(room, "k" + i, text)).toList()
                        .forEach(CompletableFuture::join);
            }
            reader.await(frame -> frame.path("seq").asLong() == messages && frame.has("text"));
            List<Long> all = LongStream.rangeClosed(1, messages).boxed().toList();
            assertThat(reader.sequence(room)).isEqualTo(all);
            stalled.read(true);
            assertThat(stalled.closeCode()).isEqualTo(4002);
            assertThat(stalled.sequence(room)).isEqualTo(all.subList(0, stalled.sequence(room).size()));
        }
    }

    @Test
    void shouldHangUpOnWhoeverDoesNotAnswerAnyMore() throws IOException {
        try (RawSocket silent = RawSocket.open(server, amal.accessToken());
                LiveClient alive = LiveClient.connect(server, bea.accessToken())) {
            assertThat(silent.isHungUpOn()).isTrue();
            assertThat(type(alive.join(room, null))).isEqualTo("joined");
        }
    }
}
