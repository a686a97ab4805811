package community.haven.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import community.haven.account.DueErasures;
import community.haven.testkit.AtOnce;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.LiveClient;
import community.haven.testkit.Rows;
import community.haven.testkit.TestRooms;
import community.haven.testkit.Traces;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;

/** What rooms show of somebody who has been erased: the same to whoever stayed, came back or is new. */
@HavenTest
class ErasedWordsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource("/")
    URI haven;

    @Inject
    Rows rows;

    @Inject
    Traces traces;

    @Inject
    DueErasures erasures;

    private Someone mo;
    private Someone amal;
    private Someone bea;
    private UUID room;

    @BeforeEach
    void meet() {
        mo = Cast.moderator();
        amal = Cast.member("amal");
        bea = Cast.member("bea");
        room = TestRooms.joinedBy(mo, amal, bea);
    }

    @ParameterizedTest
    @ValueSource(strings = { "line", "go" })
    void shouldShowWhoeverStayedWhatWhoeverIsNewSees(String messages) throws Exception {
        try (LiveClient stayed = LiveClient.connect(haven, bea.accessToken());
                LiveClient away = LiveClient.connect(haven, bea.again().accessToken())) {
            stayed.join(room, 0L);
            talk();
            away.join(room, 0L);
            long seen = last(away);
            away.drop();
            say(amal, "Said while bea was away.", null);
            erase(messages);

            stayed.await(frame -> LiveClient.type(frame).equals("erasure")
                    && hasAll(stayed));
            Map<Long, String> picture = picture(history(bea));
            assertThat(picture.values()).filteredOn(shown -> shown.startsWith("erased")).hasSize(26)
                    .containsOnly("erased " + messages.equals("line"));
            assertThat(picture(stayed.received(room))).isEqualTo(picture);

            try (LiveClient back = LiveClient.connect(haven, bea.accessToken())) {
                back.join(room, seen);
                List<JsonNode> all = new ArrayList<>(away.received(room));
                all.addAll(back.received(room));
                assertThat(picture(all)).isEqualTo(picture);
            }
        }
        Someone carlo = Cast.member("carlo");
        TestRooms.join(carlo, room);
        assertThat(history(carlo)).isEqualTo(history(bea));
        assertThat(history(carlo).toString()).doesNotContain(amal.handle()).doesNotContain(amal.id().toString());
    }

    @Test
    void shouldTellNobodyWhoItWas() {
        long seq = say(amal, "A word.", null).jsonPath().getLong("seq");
        say(bea, "An answer.", seq);
        erase("line");
        bea.asks().get(messages() + "/{seq}", room, seq).then().statusCode(200).body("type", equalTo("erased"))
                .body("$", not(hasKey("author"))).body("$", not(hasKey("text")));
        bea.asks().get(messages() + "/{seq}", room, seq + 1).then().body("replyTo", equalTo((int) seq));
        assertThat(say(bea, "Another answer.", seq).statusCode()).isEqualTo(422);
        mo.asks().body(Map.of("rule", "G1", "reason", "Something that is not there.")).post(messages() + "/{seq}/removal", room,
                seq).then().statusCode(404);
    }

    @Test
    void shouldShowNothingAgainThatWasRemovedAndRestored() {
        long seq = say(amal, "A word.", null).jsonPath().getLong("seq");
        mo.asks().body(Map.of("rule", "G1", "reason", "A plain reason for a test.")).post(messages() + "/{seq}/removal", room,
                seq).then().statusCode(200);
        mo.asks().body(Map.of("reason", "A plain reason for a test.")).post(messages() + "/{seq}/restoration", room, seq).then()
                .statusCode(200);
        erase("line");
        bea.asks().get(messages(), room).then().body("items.type",
                equalTo(List.of("erased", "removed", "restored", "erasure"))).body("items[2]", not(hasKey("message")));
    }

    @Test
    void shouldEraseOnceWhenTwoServersBeginTogether() {
        for (int i = 0; i < 60; i++) {
            say(amal, "Number " + i, null);
        }
        ask("line");
        AtOnce.times(2, i -> {
            erasures.run();
            return i;
        });
        // Of two that meet, one may have had to give way; the next run is the one that counts then.
        erasures.run();
        List<Long> targets = bea.asks().get(messages() + "?limit=100", room).jsonPath()
                .getList("items.findAll { it.type == 'erasure' }.targets.flatten()", Long.class);
        assertThat(targets).containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 60).boxed().toList());
        assertThat(traces.of(amal.id())).isEmpty();
    }

    @Test
    void shouldLeaveNothingOfSomebodyWhoWasSendingAtFullSpeed() throws Exception {
        String word = "kingfisher" + Long.toString(System.nanoTime(), 36);
        AtomicInteger count = new AtomicInteger();
        ExecutorService clients = Executors.newFixedThreadPool(6);
        Someone phone = amal.again();
        try (LiveClient socket = LiveClient.connect(haven, phone.accessToken());
                LiveClient heard = LiveClient.connect(haven, bea.accessToken())) {
            socket.join(room, null);
            heard.join(room, 0L);
            for (int i = 0; i < 5; i++) {
                clients.submit(() -> {
                    sendUntilRefused(word, count);
                    return null;
                });
            }
            clients.submit(() -> sayUntilClosed(socket, word, count));
            Awaitility.await().until(() -> heard.received(room).size() > 100);
            ask("line");
            erasures.run();
            clients.shutdown();
            assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            assertThat(socket.closeCode()).isEqualTo(4501);
            Awaitility.await().untilAsserted(() -> {
                erasures.run();
                assertThat(rows.count("select count(*) from account where id = ?", amal.id())).isZero();
            });

            assertThat(count.get()).isGreaterThan(100);
            assertThat(traces.of(word)).isEmpty();
            assertThat(traces.of(amal.id())).isEmpty();
            assertThat(traces.of(amal.handle())).isEmpty();
            long head = bea.asks().get(messages(), room).jsonPath().getLong("head");
            heard.await(frame -> frame.path("seq").asLong() == head && frame.has("room"));
            assertThat(heard.sequence(room)).isEqualTo(LongStream.rangeClosed(1, head).boxed().toList());
            assertThat(picture(heard.received(room)).values()).containsOnly("erased true");
        }
    }

    private void talk() {
        long first = say(amal, "Number one.", null).jsonPath().getLong("seq");
        long answer = say(bea, "An answer.", first).jsonPath().getLong("seq");
        say(amal, "Number two.", answer);
        mo.asks().body(Map.of("rule", "G1", "reason", "A plain reason for a test.")).post(messages() + "/{seq}/removal", room,
                first).then().statusCode(200);
        for (int i = 3; i <= 25; i++) {
            say(amal, "Number " + i, null);
        }
        say(bea, "Last.", null);
    }

    /** What a client shows: nothing but messages and lines, each by its number. */
    private static Map<Long, String> picture(List<JsonNode> events) {
        Map<Long, String> shown = new TreeMap<>();
        for (JsonNode event : events) {
            long seq = event.get("seq").asLong();
            switch (LiveClient.type(event)) {
                case "message" -> shown.put(seq, event.path("removed").asBoolean() ? "removed" : event.path("text").asText());
                case "removed" -> shown.put(event.get("target").asLong(), "removed");
                case "erased" -> shown.put(seq, "erased " + event.get("line").asBoolean());
                case "erasure" -> event.get("targets")
                        .forEach(target -> shown.put(target.asLong(), "erased " + event.get("line").asBoolean()));
                default -> {
                }
            }
        }
        // A removal says nothing about what has been erased since, and a history is read as it is now.
        return shown;
    }

    private boolean hasAll(LiveClient client) {
        return last(client) == bea.asks().get(messages(), room).jsonPath().getLong("head");
    }

    private long last(LiveClient client) {
        return client.sequence(room).stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private List<JsonNode> history(Someone someone) throws Exception {
        JsonNode page = JSON.readTree(someone.asks().get(messages() + "?after=0&limit=100", room).asString());
        List<JsonNode> items = new ArrayList<>();
        page.get("items").forEach(items::add);
        return items;
    }

    private void erase(String messages) {
        ask(messages);
        erasures.run();
    }

    private void ask(String messages) {
        amal.asks().body(Map.of("messages", messages, "now", true)).post("/api/accounts/me/erasure").then().statusCode(202);
    }

    private Response say(Someone someone, String text, Long replyTo) {
        Map<String, Object> draft = new HashMap<>(Map.of("key", UUID.randomUUID().toString(), "text", text));
        if (replyTo != null) {
            draft.put("replyTo", replyTo);
        }
        return someone.asks().body(draft).post(messages(), room);
    }

    private void sendUntilRefused(String word, AtomicInteger count) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        int status;
        do {
            String draft = "{\"key\":\"%s\",\"text\":\"%s %d\"}".formatted(UUID.randomUUID(), word, count.incrementAndGet());
            status = http.send(HttpRequest.newBuilder(haven.resolve("/api/rooms/" + room + "/messages"))
                    .header("Content-Type", "application/json").header("Authorization", "Bearer " + amal.accessToken())
                    .POST(HttpRequest.BodyPublishers.ofString(draft)).build(), BodyHandlers.discarding()).statusCode();
        } while (status == 201 || status == 503);
        assertThat(status).isIn(401, 403);
    }

    private void sayUntilClosed(LiveClient socket, String word, AtomicInteger count) {
        try {
            while (socket.isOpen()) {
                socket.say(room, UUID.randomUUID().toString(), word + " " + count.incrementAndGet())
                        .orTimeout(2, TimeUnit.SECONDS).join();
            }
        } catch (CompletionException closed) {
            // The socket ended with the session.
        }
    }

    private static String messages() {
        return "/api/rooms/{room}/messages";
    }
}
