package community.haven.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Rows;
import community.haven.testkit.TestRooms;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.path.json.JsonPath;

@HavenTest
class ManySendersTest {

    private static final int SENDERS = 32;
    private static final int EACH = 100;

    @TestHTTPResource("/")
    URI haven;

    @Inject
    Resumptions resumptions;

    @Inject
    ConversationBus bus;

    @Inject
    Rows rows;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void shouldNumberEveryMessageOnceWithoutAGapWhenManySendAtOnce() throws Exception {
        List<Someone> people = Stream.generate(() -> Cast.member("amal")).limit(SENDERS).toList();
        UUID room = TestRooms.make(Cast.moderator());
        // By the table, since so many at the door at once would close it.
        people.forEach(person -> rows.change(
                "insert into membership (room_id, account_id, joined_at) values (?, ?, now(3))", room, person.id()));
        List<Entry> announced = new CopyOnWriteArrayList<>();
        bus.listen(entries -> entries.stream().filter(entry -> entry.room().equals(room)).forEach(announced::add));

        Map<Long, String> saved = new TreeMap<>();
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Callable<Map<Long, String>>> work = people.stream()
                    .<Callable<Map<Long, String>>> map(person -> () -> sendAll(person, room)).toList();
            for (Future<Map<Long, String>> done : senders.invokeAll(work)) {
                saved.putAll(done.get());
            }
        } finally {
            senders.shutdown();
        }

        List<Entry> stored = readAll(room);
        assertThat(stored).extracting(Entry::seq)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, SENDERS * EACH).boxed().toList());
        Set<String> texts = new HashSet<>();
        stored.forEach(entry -> {
            String text = ((Entry.Message) entry).text();
            assertThat(text).isEqualTo(saved.get(entry.seq()));
            assertThat(texts.add(text)).isTrue();
        });
        await().untilAsserted(() -> assertThat(announced).extracting(Entry::seq).containsExactlyElementsOf(saved.keySet()));
    }

    private Map<Long, String> sendAll(Someone person, UUID room) throws IOException, InterruptedException {
        Map<Long, String> saved = new HashMap<>();
        for (int i = 0; i < EACH; i++) {
            String text = person.handle() + " says " + i;
            saved.put(send(person, room, "{\"key\":\"key-" + i + "\",\"text\":\"" + text + "\"}"), text);
        }
        return saved;
    }

    /** Sends until it is saved, as every client does: a busy machine may say "later", and the key makes that safe. */
    private long send(Someone person, UUID room, String draft) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(haven.resolve("/api/rooms/" + room + "/messages"))
                .header("Content-Type", "application/json").header("Authorization", "Bearer " + person.accessToken())
                .POST(HttpRequest.BodyPublishers.ofString(draft)).build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        while (answer.statusCode() == 503) {
            answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        }
        assertThat(answer.statusCode()).isIn(200, 201);
        return JsonPath.from(answer.body()).getLong("seq");
    }

    private List<Entry> readAll(UUID room) {
        List<Entry> all = new ArrayList<>();
        List<Entry> part = resumptions.after(room, 0, 500);
        while (!part.isEmpty()) {
            all.addAll(part);
            part = resumptions.after(room, all.get(all.size() - 1).seq(), 500);
        }
        return all;
    }
}
