package community.haven.standing;

import static community.haven.standing.MeasureKit.say;
import static community.haven.standing.MeasureKit.taken;
import static community.haven.testkit.LiveClient.code;
import static community.haven.testkit.LiveClient.frame;
import static community.haven.testkit.LiveClient.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import community.haven.account.AccountLocks;
import community.haven.account.Person;
import community.haven.account.Role;
import community.haven.conversation.Conversations;
import community.haven.conversation.Draft;
import community.haven.conversation.Saved;
import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.LiveClient;
import community.haven.testkit.Persons;
import community.haven.testkit.Rows;
import community.haven.testkit.Scene;
import community.haven.testkit.TestRooms;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;

/** What a measure does to sockets that are open and to messages on their way. */
@HavenTest
class MeasuresUnderwayTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int SENDERS = 4;

    @TestHTTPResource("/")
    URI server;

    @Inject
    Rows rows;

    @Inject
    Conversations conversations;

    @Inject
    Measures measures;

    private Someone mo;
    private Someone amal;
    private UUID room;

    @BeforeEach
    void amalIsInARoom() {
        mo = Cast.moderator();
        amal = Cast.member("amal");
        room = TestRooms.joinedBy(mo, amal);
    }

    @Test
    void shouldAskOpenSocketsBackAtOnceAndRefuseWhatIsSaidThen() {
        try (LiveClient before = LiveClient.connect(server, amal.accessToken())) {
            before.join(room, null);
            taken(mo, amal, "mute", HOUR);
            Instant muted = Instant.now();
            assertThat(before.closeCode()).isEqualTo(4001);
            assertThat(Duration.between(muted, Instant.now())).isLessThan(Duration.ofSeconds(1));
        }
        try (LiveClient after = LiveClient.connect(server, amal.accessToken())) {
            assertThat(type(after.join(room, null))).isEqualTo("joined");
            assertThat(code(after.say(room, "k1", "Hello.").join())).isEqualTo("muted");
        }
    }

    @Test
    void shouldHearSomebodyOnTheSameSocketWhenTheirMuteHasEnded() {
        String mute = taken(mo, amal, "mute", HOUR);
        try (LiveClient client = LiveClient.connect(server, amal.accessToken())) {
            client.join(room, null);
            assertThat(code(client.say(room, "k1", "Hello.").join())).isEqualTo("muted");
            rows.change("update measure set ends_at = '2026-01-01' where id = ?", mute);
            assertThat(type(client.say(room, "k1", "Hello.").join())).isEqualTo("saved");
        }
    }

    @Test
    void shouldShutTheSocketOfSomebodySuspendedUntilItsTimeIsOver() {
        String suspension;
        try (LiveClient client = LiveClient.connect(server, amal.accessToken())) {
            client.join(room, null);
            suspension = taken(mo, amal, "suspend", HOUR);
            assertThat(client.closeCode()).isEqualTo(4001);
        }
        assertThat(LiveClient.refusal(server, LiveClient.origin(server), "haven.v1", "bearer-token-carrier",
                LiveClient.carrier(amal.accessToken()))).isEqualTo(403);
        rows.change("update measure set ends_at = '2026-01-01' where id = ?", suspension);
        try (LiveClient client = LiveClient.connect(server, amal.accessToken())) {
            assertThat(type(client.join(room, null))).isEqualTo("joined");
        }
    }

    @Test
    void shouldRefuseToRenewASocketForSomebodySuspended() {
        try (LiveClient client = LiveClient.connect(server, amal.accessToken())) {
            rows.change("""
                    insert into measure (id, account_id, kind, rule_id, reason, made_by, made_at, ends_at)
                    values (?, ?, 'SUSPEND', 'G1', 'Taken on another server.', ?, now(3), now(3) + interval 1 hour)""",
                    UUID.randomUUID(), amal.id(), mo.id());
            JsonNode answer = client.ask(frame("renew", "token", amal.accessToken()));
            assertThat(code(answer)).isEqualTo("suspended");
        }
    }

    @Test
    void shouldRefuseWhatWasOnItsWayWhileTheMuteWasTaken() {
        Person asTheSocketKnewThem = Persons.of(amal.id(), amal.handle(), Role.MEMBER);
        Person moderator = Persons.of(mo.id(), mo.handle(), Role.MODERATOR);
        CompletionStage<Saved> said = QuarkusTransaction.requiringNew().call(() -> {
            measures.take(moderator, amal.id(), new MeasureRequest(MeasureKind.MUTE, "G1", MeasureKit.REASON,
                    Instant.now().plus(HOUR)));
            CompletionStage<Saved> post = conversations.post(asTheSocketKnewThem, room,
                    new Draft("k1", "Hello.", null, null, null));
            await().until(() -> waitsForTheAccount("haven-writer"));
            return post;
        });

        assertThat(refusal(said)).isEqualTo(ErrorCode.MUTED);
        assertThat(stored()).isZero();
    }

    @Test
    void shouldRefuseAResourceThatWasOnItsWayWhileTheMuteWasTaken() {
        Person moderator = Persons.of(mo.id(), mo.handle(), Role.MODERATOR);
        CompletableFuture<Response> written = QuarkusTransaction.requiringNew().call(() -> {
            measures.take(moderator, amal.id(), new MeasureRequest(MeasureKind.MUTE, "G1", MeasureKit.REASON,
                    Instant.now().plus(HOUR)));
            CompletableFuture<Response> post = CompletableFuture
                    .supplyAsync(() -> amal.asks().body(Scene.resourceForm()).post("/api/resources"));
            await().until(() -> waitsForTheAccount("executor-thread"));
            return post;
        });

        written.join().then().statusCode(403).body("code", equalTo("muted"));
    }

    @Test
    void shouldStoreNothingAfterTheAnswerOfTheMute() {
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try (LiveClient socket = LiveClient.connect(server, amal.accessToken())) {
            socket.join(room, null);
            talk(socket, 0);
            List<CompletableFuture<Response>> refused = IntStream.range(0, SENDERS)
                    .mapToObj(i -> CompletableFuture.supplyAsync(this::sayUntilRefused, senders)).toList();
            await().until(() -> stored() > 40);

            taken(mo, amal, "mute", HOUR);
            long storedThen = stored();

            assertThat(refused).extracting(CompletableFuture::join).extracting(answer -> answer.path("code").toString())
                    .containsOnly("muted");
            assertThat(stored()).isEqualTo(storedThen);
        } finally {
            senders.shutdownNow();
        }
    }

    private static boolean waitsForTheAccount(String thread) {
        return Thread.getAllStackTraces().entrySet().stream().filter(one -> one.getKey().getName().startsWith(thread))
                .flatMap(one -> Stream.of(one.getValue()))
                .anyMatch(frame -> frame.getClassName().equals(AccountLocks.class.getName()));
    }

    private Response sayUntilRefused() {
        Response answer = say(amal, room);
        while (answer.statusCode() == 201 || answer.statusCode() == 503) {
            answer = say(amal, room);
        }
        return answer;
    }

    /** Goes on until the socket closes. */
    private void talk(LiveClient client, int number) {
        client.say(room, "socket-" + number, "Hello.").thenAccept(answer -> talk(client, number + 1));
    }

    private long stored() {
        return rows.count("select count(*) from entry where author_id = ?", amal.id());
    }

    private static ErrorCode refusal(CompletionStage<Saved> said) {
        try {
            said.toCompletableFuture().join();
            return null;
        } catch (CompletionException e) {
            return ((Refusal) e.getCause()).code();
        }
    }
}
