package community.haven.live;

import static community.haven.testkit.LiveClient.code;
import static community.haven.testkit.LiveClient.frame;
import static community.haven.testkit.LiveClient.type;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.LiveClient;
import community.haven.testkit.TestRooms;
import io.quarkus.test.common.http.TestHTTPResource;

/** People talk, vanish and come back. */
@HavenTest
class TalkTest {

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
    void shouldWelcomeByName() {
        try (LiveClient client = connect(amal)) {
            JsonNode welcome = client.frames().get(0);
            assertThat(welcome.get("protocol").asText()).isEqualTo("haven.v1");
            assertThat(welcome.at("/person/id").asText()).isEqualTo(amal.id().toString());
            assertThat(welcome.at("/person/handle").asText()).isEqualTo(amal.handle());
            assertThat(welcome.at("/limits/textLength").asInt()).isEqualTo(4_000);
            assertThat(welcome.has("expiresAt")).isTrue();
        }
    }

    @Test
    void shouldCarryMessagesBothWays() {
        try (LiveClient one = connect(amal); LiveClient other = connect(bea)) {
            one.join(room, null);
            other.join(room, null);
            assertThat(one.say(room, "k1", "Is anybody awake?").join().get("seq").asLong()).isEqualTo(1);
            other.await(frame -> frame.path("text").asText().equals("Is anybody awake?"));
            other.say(room, "k1", "I am.").join();
            JsonNode heard = one.await(frame -> frame.path("text").asText().equals("I am."));
            assertThat(heard.at("/author/handle").asText()).isEqualTo(bea.handle());
            assertThat(one.sequence(room)).containsExactly(1L, 2L);
        }
    }

    @Test
    void shouldCarryNeedNoteAndReply() {
        try (LiveClient one = connect(amal)) {
            one.join(room, null);
            one.say(room, "k1", "first").join();
            JsonNode saved = one.ask(frame("say", "room", room, "key", "k2", "text", "second", "need", "an-answer",
                    "contentNote", "a quarrel", "replyTo", 1));
            JsonNode heard = one.await(frame -> frame.path("seq").asLong() == saved.get("seq").asLong() && frame.has("text"));
            assertThat(heard.get("need").asText()).isEqualTo("an-answer");
            assertThat(heard.get("contentNote").asText()).isEqualTo("a quarrel");
            assertThat(heard.get("replyTo").asLong()).isEqualTo(1);
            assertThat(saved.get("at")).isEqualTo(heard.get("at"));
        }
    }

    @Test
    void shouldMakeNoSecondMessageOfARepeatedSend() {
        try (LiveClient one = connect(amal)) {
            one.join(room, null);
            List<CompletableFuture<JsonNode>> sends = IntStream.range(0, 10).mapToObj(i -> one.say(room, "same", "once"))
                    .toList();
            assertThat(sends).allSatisfy(saved -> assertThat(saved.join().get("seq").asLong()).isEqualTo(1));
            assertThat(code(one.say(room, "same", "another text").join())).isEqualTo("key-reused");
            one.say(room, "next", "and on").join();
            one.await(frame -> frame.path("text").asText().equals("and on"));
            assertThat(one.sequence(room)).containsExactly(1L, 2L);
        }
    }

    @Test
    void shouldAnswerInTheOrderInWhichThingsWereSaid() {
        try (LiveClient one = connect(amal)) {
            one.join(room, null);
            List<String> texts = IntStream.range(0, 30).mapToObj(i -> i % 3 == 0 ? "" : "message " + i).toList();
            IntStream.range(0, 30).mapToObj(i -> one.say(room, "k" + i, texts.get(i))).toList()
                    .forEach(CompletableFuture::join);
            List<String> refs = one.frames().stream().filter(frame -> List.of("saved", "failure").contains(type(frame)))
                    .map(frame -> frame.get("ref").asText()).toList();
            assertThat(refs).containsExactlyElementsOf(IntStream.range(2, 32).mapToObj(i -> "r" + i).toList());
        }
    }

    @Test
    void shouldRefuseFramesBeyondWhatOneConnectionMayHaveUnanswered() {
        try (LiveClient one = connect(amal)) {
            one.join(room, null);
            List<JsonNode> answers = IntStream.range(0, 400).mapToObj(i -> one.say(room, "k" + i, "message " + i)).toList()
                    .stream().map(CompletableFuture::join).toList();
            assertThat(answers).filteredOn(answer -> type(answer).equals("failure"))
                    .allSatisfy(answer -> assertThat(code(answer)).isEqualTo("too-many-requests"))
                    .allSatisfy(answer -> assertThat(answer.get("retryAfterMs").asLong()).isPositive());
            assertThat(answers).filteredOn(answer -> type(answer).equals("saved")).hasSizeGreaterThanOrEqualTo(32);
        }
    }

    @Test
    void shouldCatchUpWithAllThatWasMissedInOrderAndOnce() {
        try (LiveClient one = connect(amal); LiveClient before = connect(bea)) {
            one.join(room, null);
            before.join(room, null);
            one.say(room, "k0", "seen").join();
            before.await(frame -> frame.path("text").asText().equals("seen"));
            before.drop();
            sayMany(one, 1, 450);
            try (LiveClient after = connect(bea)) {
                JsonNode joined = after.join(room, 1L);
                assertThat(joined.get("head").asLong()).isEqualTo(451);
                assertThat(after.sequence(room)).containsExactlyElementsOf(upTo(2, 451));
                List<String> types = after.frames().stream().map(LiveClient::type).toList();
                assertThat(types.indexOf("joined")).isLessThan(types.indexOf("message"));
                assertThat(types.indexOf("caughtUp")).isEqualTo(types.lastIndexOf("message") + 1);
            }
        }
    }

    @Test
    void shouldBeginAtTheHeadWithoutAPosition() {
        try (LiveClient one = connect(amal); LiveClient late = connect(bea)) {
            one.join(room, null);
            sayMany(one, 0, 3);
            assertThat(late.join(room, null).get("head").asLong()).isEqualTo(3);
            one.say(room, "next", "now").join();
            late.await(frame -> frame.path("text").asText().equals("now"));
            assertThat(late.sequence(room)).containsExactly(4L);
        }
    }

    @Test
    void shouldSayThatAPositionIsGoneWhichTheRoomNeverReached() {
        try (LiveClient one = connect(amal)) {
            assertThat(code(one.join(room, 7L))).isEqualTo("position-gone");
            assertThat(type(one.join(room, 0L))).isEqualTo("joined");
        }
    }

    /** However often somebody drops out in between, they end with what a fresh reader gets. */
    @Test
    void shouldEndWithTheSamePictureAsAFreshJoiner() {
        try (LiveClient speaker = connect(amal); LiveClient constant = connect(bea)) {
            speaker.join(room, null);
            constant.join(room, 0L);
            List<Long> pieced = new ArrayList<>();
            java.util.Random random = new java.util.Random(7);
            int said = 0;
            for (int round = 0; round < 25; round++) {
                long last = pieced.isEmpty() ? 0 : pieced.get(pieced.size() - 1);
                LiveClient wanderer = connect(bea);
                CompletableFuture<JsonNode> joining = wanderer.send(frame("join", "room", room, "after", last));
                sayMany(speaker, said, random.nextInt(28));
                said = constantCount(speaker);
                if (random.nextBoolean()) {
                    joining.join();
                }
                wanderer.drop();
                pieced.addAll(wanderer.sequence(room));
            }
            sayMany(speaker, said, 1);
            long head = constantCount(speaker);
            try (LiveClient last = connect(bea); LiveClient fresh = connect(amal)) {
                last.join(room, pieced.isEmpty() ? 0 : pieced.get(pieced.size() - 1));
                fresh.join(room, 0L);
                pieced.addAll(last.sequence(room));
                constant.await(frame -> frame.path("seq").asLong() == head);
                assertThat(pieced).containsExactlyElementsOf(upTo(1, head));
                assertThat(constant.received(room)).isEqualTo(fresh.received(room));
            }
        }
    }

    @Test
    void shouldTellWhoResumesOfRemovalsAsWell() {
        Someone mo = Cast.moderator();
        try (LiveClient one = connect(amal); LiveClient other = connect(bea)) {
            one.join(room, null);
            other.join(room, null);
            one.say(room, "k1", "to be removed").join();
            mo.asks().body(Map.of("rule", "G1", "reason", "It named a third person."))
                    .post("/api/rooms/{room}/messages/1/removal", room).then().statusCode(200);
            JsonNode removed = other.await(frame -> type(frame).equals("removed"));
            assertThat(removed.get("target").asLong()).isEqualTo(1);
            try (LiveClient fresh = connect(bea)) {
                fresh.join(room, 0L);
                assertThat(fresh.received(room).get(0).get("removed").asBoolean()).isTrue();
                assertThat(fresh.received(room).toString()).doesNotContain("to be removed", "third person", amal.handle());
                assertThat(fresh.sequence(room)).containsExactly(1L, 2L);
            }
        }
    }

    private void sayMany(LiveClient client, int from, int count) {
        for (int done = 0; done < count; done += 20) {
            IntStream.range(from + done, from + Math.min(count, done + 20))
                    .mapToObj(i -> client.say(room, "m" + i, "message " + i)).toList()
                    .forEach(saved -> assertThat(type(saved.join())).isEqualTo("saved"));
        }
    }

    private static int constantCount(LiveClient speaker) {
        return (int) speaker.frames().stream().filter(frame -> type(frame).equals("saved")).count();
    }

    private static List<Long> upTo(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private LiveClient connect(Someone person) {
        return LiveClient.connect(server, person.accessToken());
    }
}
