package community.haven.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.LiveClient;
import community.haven.testkit.Rows;
import community.haven.testkit.TestRooms;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** How far somebody has read is kept for them, and makes no difference to anybody else. */
@HavenTest
class ReadingMarksTest {

    @TestHTTPResource("/")
    URI haven;

    @Inject
    Rows rows;

    @Inject
    Heard heard;

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

    @Test
    void shouldBeginWithNothingUnread() {
        say(bea, 3);
        Someone carlo = Cast.member("carlo");
        TestRooms.join(carlo, room).then().body("unread", equalTo(0)).body("mark", equalTo(3));
        say(bea, 2);
        read(carlo).then().body("unread", equalTo(2)).body("mark", equalTo(3));
        carlo.asks().delete("/api/rooms/{room}/membership", room);
        read(carlo).then().body("$", not(hasKey("unread"))).body("$", not(hasKey("mark")));
        assertThat(rows.count("select count(*) from reading_mark where account_id = ?", carlo.id())).isZero();
        TestRooms.join(carlo, room).then().body("unread", equalTo(0)).body("mark", equalTo(5));
    }

    @Test
    void shouldCountWhatOthersSaidAndIsStillToBeSeen() {
        say(bea, 3);
        say(amal, 2);
        Someone carlo = Cast.member("carlo");
        TestRooms.join(carlo, room);
        say(carlo, 4);
        read(amal).then().body("unread", equalTo(7));
        mo.asks().body(Map.of("rule", "G1", "reason", "A plain reason for a test."))
                .post("/api/rooms/{room}/messages/1/removal", room).then().statusCode(200);
        bea.asks().delete("/api/rooms/{room}/messages/2", room).then().statusCode(204);
        read(amal).then().body("unread", equalTo(5));
        amal.asks().put("/api/accounts/me/quiet-mutes/{id}", carlo.id()).then().statusCode(204);
        read(amal).then().body("unread", equalTo(1));
        TestRooms.appoint(mo, room, amal);
        read(amal).then().body("unread", equalTo(5));
    }

    @Test
    void shouldCountToAHundred() {
        for (int seq = 1; seq <= 150; seq++) {
            rows.change("insert into entry (room_id, seq, kind, at, author_id, client_key, text) values "
                    + "(?, ?, 'MESSAGE', now(3), ?, ?, 'Hello.')", room, seq, bea.id(), "k" + seq);
        }
        rows.change("update room_sequence set last_seq = 150 where room_id = ?", room);
        read(amal).then().body("unread", equalTo(100));
        mark(amal, 120).then().statusCode(204);
        read(amal).then().body("unread", equalTo(30));
        assertThat(listed(amal)).containsEntry("unread", 30).containsEntry("mark", 120);
    }

    @Test
    void shouldHoldOnEveryDeviceAndNeverGoBack() {
        say(bea, 5);
        Someone phone = amal.again();
        mark(phone, 4).then().statusCode(204);
        mark(amal, 2).then().statusCode(204);
        read(amal).then().body("mark", equalTo(4)).body("unread", equalTo(1));
        mark(amal, 4);
        assertThat(heard.in(room)).containsExactly(new ReadingMarked(amal.id(), room, 4));
    }

    @Test
    void shouldRefuseWhatMakesNoSense() {
        say(bea, 2);
        mark(amal, 3).then().statusCode(422).body("errors[0].field", equalTo("seq")).body("errors[0].limit", equalTo(2));
        mark(amal, -1).then().statusCode(422);
        amal.asks().body(Map.of()).put("/api/rooms/{room}/mark", room).then().statusCode(422)
                .body("errors[0].field", equalTo("seq"));
        amal.asks().body(Map.of("seq", 1)).put("/api/rooms/{room}/mark", UUID.randomUUID()).then().statusCode(404);
        mark(Cast.member("carlo"), 1).then().statusCode(403).body("code", equalTo("not-a-member"));
        mark(mo, 1).then().statusCode(403).body("code", equalTo("not-a-member"));
    }

    /** D2: neither that somebody reads nor how far changes a byte of what anybody else gets. */
    @Test
    void shouldChangeNotAByteOfWhatOthersGet() {
        say(amal, 2);
        say(bea, 3);
        TestRooms.appoint(mo, room, bea);
        try (LiveClient socket = LiveClient.connect(haven, bea.accessToken())) {
            socket.join(room, 0L);
            List<String> before = Stream.of(bea, mo).flatMap(this::everything).toList();
            int frames = socket.frames().size();

            amal.asks().get("/api/rooms/{room}/messages", room).then().statusCode(200);
            amal.asks().get("/api/rooms/{room}/messages/3", room).then().statusCode(200);
            for (int seq = 1; seq <= 5; seq++) {
                mark(amal, seq).then().statusCode(204);
            }
            try (LiveClient other = LiveClient.connect(haven, amal.accessToken())) {
                other.join(room, 0L);
            }

            socket.ask(LiveClient.frame("leave", "room", room));
            assertThat(socket.frames()).as("the answer alone").hasSize(frames + 1);
            assertThat(Stream.of(bea, mo).flatMap(this::everything)).containsExactlyElementsOf(before);
            try (LiveClient fresh = LiveClient.connect(haven, bea.accessToken())) {
                fresh.join(room, 0L);
                assertThat(fresh.received(room)).isEqualTo(socket.received(room));
            }
        }
    }

    /** The list may be long by now. */
    private Map<String, Object> listed(Someone someone) {
        JsonPath page = someone.asks().get("/api/rooms?limit=100").jsonPath();
        while (page.getMap("items.find { it.id == '" + room + "' }") == null) {
            page = someone.asks().get("/api/rooms?limit=100&cursor=" + page.getString("next")).jsonPath();
        }
        return page.getMap("items.find { it.id == '" + room + "' }");
    }

    private Stream<String> everything(Someone someone) {
        return Stream.of("", "/messages", "/messages?after=0", "/messages/1", "/messages/5").map(path -> {
            Response answer = someone.asks().get("/api/rooms/" + room + path);
            return answer.header("ETag") + " " + answer.asString();
        });
    }

    private void say(Someone someone, int times) {
        for (int i = 0; i < times; i++) {
            someone.asks().body(Map.of("key", UUID.randomUUID().toString(), "text", "Hello."))
                    .post("/api/rooms/{room}/messages", room).then().statusCode(201);
        }
    }

    private Response read(Someone someone) {
        return someone.asks().get("/api/rooms/{room}", room);
    }

    private Response mark(Someone someone, long seq) {
        return someone.asks().body(Map.of("seq", seq)).put("/api/rooms/{room}/mark", room);
    }

    @Singleton
    static class Heard {

        private final Queue<ReadingMarked> all = new ConcurrentLinkedQueue<>();

        void onMarked(@Observes ReadingMarked marked) {
            all.add(marked);
        }

        List<ReadingMarked> in(UUID room) {
            return all.stream().filter(marked -> marked.room().equals(room)).toList();
        }
    }
}
