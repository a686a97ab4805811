package community.haven.conversation;

import static community.haven.testkit.LiveClient.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import community.haven.account.Person;
import community.haven.account.Role;
import community.haven.room.Rooms;
import community.haven.shared.Jdbc;
import community.haven.testkit.AtOnce;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.LiveClient;
import community.haven.testkit.Persons;
import community.haven.testkit.TestRooms;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** Rooms keep what was said for thirty days here, and what is older has been made so in the database. */
@HavenTest
class PurgeTest {

    private static final int OLD = 31;
    private static final int YOUNG = 29;

    @TestHTTPResource("/")
    URI haven;

    @Inject
    Jdbc jdbc;

    @Inject
    EntryRows rows;

    @Inject
    Pins pins;

    @Inject
    Rooms rooms;

    @Inject
    Clock clock;

    @Inject
    Conversations conversations;

    @Inject
    Resumptions resumptions;

    @Inject
    Purge purge;

    @Inject
    Scheduler scheduler;

    private Someone mo;
    private Someone amal;
    private UUID room;

    @BeforeEach
    void joinARoom() {
        mo = Cast.moderator();
        amal = Cast.member("amal");
        room = TestRooms.joinedBy(mo, amal);
    }

    @Test
    void shouldComeByItself() {
        assertThat(scheduler.getScheduledJob("conversation-retention").getNextFireTime())
                .isBefore(Instant.now(clock).plus(Duration.ofMinutes(90)));
    }

    @Test
    void shouldDeleteWhatTheRoomNoLongerKeepsAndNothingElse() {
        say(6);
        age(1, 3, OLD);
        age(4, 4, YOUNG);
        purge.run();
        assertThat(numbers(page(""))).containsExactly(4L, 5L, 6L);
        assertThat(stored()).containsExactly(4L, 5L, 6L);
        for (int seq = 1; seq <= 3; seq++) {
            refused(amal.asks().get(messages() + "/" + seq), 404, "not-found");
        }
        amal.asks().get(messages() + "/4").then().statusCode(200).body("text", equalTo("message 4"));
    }

    @Test
    void shouldKeepNoGapWhenSomethingYoungerStandsBeforeSomethingOld() {
        say(4);
        age(1, 1, OLD);
        age(3, 3, OLD);
        purge.run();
        assertThat(stored()).containsExactly(2L, 3L, 4L);
    }

    @Test
    void shouldEndTheHistoryWhereTheRoomsMemoryBegins() {
        say(9);
        age(1, 4, OLD);
        purge.run();
        List<Long> read = new ArrayList<>();
        JsonPath page = page("?limit=2");
        while (page.get("next") != null) {
            read.addAll(0, numbers(page));
            page = page("?limit=2&before=" + page.getInt("next"));
        }
        read.addAll(0, numbers(page));
        assertThat(read).containsExactly(5L, 6L, 7L, 8L, 9L);
        amal.asks().get(messages() + "?before=5").then().statusCode(200).body("items", hasSize(0))
                .body("head", equalTo(9)).body("next", nullValue());
    }

    @Test
    void shouldSayThatAPositionIsGoneWhenWhatFollowedItHasBeenDeleted() {
        say(6);
        age(1, 3, OLD);
        purge.run();
        refused(amal.asks().get(messages() + "?after=0"), 410, "position-gone");
        refused(amal.asks().get(messages() + "?after=2"), 410, "position-gone");
        assertThat(numbers(page("?after=3"))).containsExactly(4L, 5L, 6L);
    }

    @Test
    void shouldSayOverTheSocketThatAPositionIsGone() {
        say(6);
        age(1, 3, OLD);
        purge.run();
        try (LiveClient late = LiveClient.connect(haven, amal.accessToken());
                LiveClient inTime = LiveClient.connect(haven, amal.accessToken())) {
            assertThat(code(late.join(room, 0L))).isEqualTo("position-gone");
            assertThat(code(late.join(room, 2L))).isEqualTo("position-gone");
            assertThat(late.join(room, null).get("head").asLong()).isEqualTo(6);
            inTime.join(room, 3L);
            assertThat(inTime.sequence(room)).containsExactly(4L, 5L, 6L);
        }
    }

    @Test
    void shouldSendAReaderBackWhomItOvertakes() {
        int old = 2_400;
        sayPastHttp(old, "\u2026".repeat(Draft.MAX_TEXT));
        try (LiveClient reader = LiveClient.connect(haven, amal.accessToken())) {
            reader.send(LiveClient.frame("join", "room", room, "after", 0)).join();
            reader.read(false);
            age(1, old, OLD);
            purge.run();
            reader.read(true);
            assertThat(reader.closeCode()).isEqualTo(4002);
            assertThat(reader.sequence(room)).hasSizeLessThan(old)
                    .isEqualTo(LongStream.rangeClosed(1, reader.sequence(room).size()).boxed().toList());
        }
        try (LiveClient again = LiveClient.connect(haven, amal.accessToken())) {
            assertThat(code(again.join(room, 1L))).isEqualTo("position-gone");
        }
    }

    @Test
    void shouldGoOnWithTheNextNumberWhenEverythingHasBeenDeleted() {
        say(3);
        age(1, 3, OLD);
        purge.run();
        assertThat(stored()).isEmpty();
        assertThat(numbers(page("?after=3"))).isEmpty();
        send("fresh", "a new beginning").then().statusCode(201).body("seq", equalTo(4));
        assertThat(numbers(page("?after=3"))).containsExactly(4L);
    }

    @Test
    void shouldChangeNothingWhenItRunsAgain() {
        say(5);
        age(1, 2, OLD);
        purge.run();
        EntryRows.Extent extent = rows.extent(room);
        purge.run();
        assertThat(rows.extent(room)).isEqualTo(extent).isEqualTo(new EntryRows.Extent(2, 5));
        assertThat(stored()).containsExactly(3L, 4L, 5L);
    }

    @Test
    void shouldCommitEachBatchOnItsOwnAndLeaveOtherRoomsAloneWhenOneFails() {
        say(10);
        age(1, 8, OLD);
        UUID troubled = room;
        room = TestRooms.joinedBy(mo, amal);
        say(4);
        age(1, 4, OLD);
        UUID other = room;
        room = troubled;
        jdbc.update("create trigger refuse_five before delete on entry for each row if old.room_id = '" + room
                + "' and old.seq = 5 then signal sqlstate '45000' set message_text = 'refused'; end if");
        try {
            inBatchesOf(3).run();
        } finally {
            jdbc.update("drop trigger refuse_five");
        }
        assertThat(rows.extent(other)).isEqualTo(new EntryRows.Extent(4, 4));
        assertThat(rows.extent(room)).as("one batch, and nothing of the second").isEqualTo(new EntryRows.Extent(3, 10));
        assertThat(stored()).containsExactly(4L, 5L, 6L, 7L, 8L, 9L, 10L);
        inBatchesOf(3).run();
        assertThat(stored()).containsExactly(9L, 10L);
    }

    @Test
    void shouldGoByTheTimeThatEachRoomKeepsItsHistoryNow() {
        say(2);
        age(1, 2, OLD);
        TestRooms.edit(mo, room, Map.of("retentionDays", 365));
        UUID forgetful = TestRooms.joinedBy(mo, amal);
        UUID patient = room;
        room = forgetful;
        say(2);
        age(1, 2, YOUNG);
        TestRooms.edit(mo, room, Map.of("retentionDays", 1));
        purge.run();
        assertThat(stored()).as("the change of the room itself").containsExactly(3L);
        room = patient;
        assertThat(stored()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void shouldLoseNothingThatIsSaidWhileTwoServersDelete() {
        int old = 300;
        sayPastHttp(old, "long ago");
        age(1, old, OLD);
        List<List<Saved>> saved = AtOnce.times(4, i -> {
            if (i < 2) {
                inBatchesOf(7).run();
                return List.of();
            }
            return IntStream.range(0, 100).mapToObj(n -> post("new-" + i + "-" + n, "now").join()).toList();
        });
        List<Long> numbers = LongStream.rangeClosed(old + 1, old + 200).boxed().toList();
        assertThat(saved.stream().flatMap(List::stream)).extracting(Saved::seq).containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(resumptions.after(room, old, 500)).extracting(Entry::seq).containsExactlyElementsOf(numbers);
        assertThat(rows.extent(room)).isEqualTo(new EntryRows.Extent(old, old + 200));
        assertThat(stored()).isEqualTo(numbers);
    }

    @Test
    void shouldDeleteTheGroundsOfARemovalWithTheMessage() {
        say(1);
        remove(1).then().statusCode(200);
        age(1, 1, OLD);
        purge.run();
        assertThat(count("removal")).isZero();
        amal.asks().get(messages() + "/2").then().statusCode(200).body("type", equalTo("removed")).body("target", equalTo(1));
        refused(restore(1), 404, "not-found");
        refused(remove(1), 404, "not-found");
        assertThat(stored()).containsExactly(2L);
    }

    @Test
    void shouldTellOfARestorationWithoutTheMessageThatIsNoLongerKept() {
        say(1);
        remove(1).then().statusCode(200);
        restore(1).then().statusCode(200);
        age(1, 1, OLD);
        purge.run();
        assertThat(page("").getMap("items[1]")).containsOnlyKeys("type", "room", "seq", "at", "target");
        amal.asks().get(messages() + "/3").then().body("type", equalTo("restored")).body("target", equalTo(1));
        try (LiveClient client = LiveClient.connect(haven, amal.accessToken())) {
            client.join(room, 1L);
            assertThat(client.sequence(room)).containsExactly(2L, 3L);
        }
    }

    @Test
    void shouldDeleteWhatTheRoomLookedLikeWithTheEntryThatSaidSo() {
        TestRooms.edit(mo, room, Map.of("topic", "Something else"));
        age(1, 1, OLD);
        purge.run();
        assertThat(count("room_change")).isZero();
    }

    @Test
    void shouldLeaveAReplyItsNumberAndRefuseANewOne() {
        say(1);
        reply("reply", 1).then().statusCode(201);
        age(1, 1, OLD);
        purge.run();
        amal.asks().get(messages() + "/2").then().statusCode(200).body("replyTo", equalTo(1));
        refused(reply("late", 1), 422, "invalid");
    }

    @Test
    void shouldMakeANewMessageWhenTheKeyOfADeletedOneIsSentAgain() {
        send("same", "long ago").then().statusCode(201);
        age(1, 1, OLD);
        purge.run();
        send("same", "today").then().statusCode(201).body("seq", equalTo(2));
        assertThat(stored()).containsExactly(2L);
    }

    private Purge inBatchesOf(int size) {
        return new Purge(rows, pins, rooms, clock, new Config(new Batches(Duration.ofHours(1), size)));
    }

    private String messages() {
        return "/api/rooms/" + room + "/messages";
    }

    private void say(int times) {
        IntStream.rangeClosed(1, times).forEach(i -> send("k" + i, "message " + i).then().statusCode(201));
    }

    private Response send(String key, String text) {
        return amal.asks().body(Map.of("key", key, "text", text)).post(messages());
    }

    private Response reply(String key, long to) {
        return amal.asks().body(Map.of("key", key, "text", "I see.", "replyTo", to)).post(messages());
    }

    /** Past HTTP, so that many are on their way at once. */
    private void sayPastHttp(int times, String text) {
        IntStream.rangeClosed(1, times).mapToObj(i -> post("old-" + i, text)).toList().forEach(CompletableFuture::join);
    }

    private CompletableFuture<Saved> post(String key, String text) {
        Person person = Persons.of(amal.id(), amal.handle(), Role.MEMBER);
        return conversations.post(person, room, new Draft(key, text, null, null, null)).toCompletableFuture();
    }

    private Response remove(long seq) {
        return mo.asks().body(Map.of("rule", "G1", "reason", "It named a third person."))
                .post(messages() + "/" + seq + "/removal");
    }

    private Response restore(long seq) {
        return mo.asks().body(Map.of("reason", "We read it again, and it is fine."))
                .post(messages() + "/" + seq + "/restoration");
    }

    private void age(long first, long last, int days) {
        Instant at = Instant.now(clock).minus(Duration.ofDays(days));
        int aged = jdbc.update("update entry set at = ? where room_id = ? and seq between ? and ?", at, room, first, last);
        assertThat(aged).isEqualTo((int) (last - first + 1));
    }

    private JsonPath page(String query) {
        return amal.asks().get(messages() + query).then().statusCode(200).extract().jsonPath();
    }

    private static List<Long> numbers(JsonPath page) {
        return page.getList("items.seq", Long.class);
    }

    private List<Long> stored() {
        return jdbc.list("select seq from entry where room_id = ? order by seq", List.of(room), row -> row.getLong("seq"));
    }

    private int count(String table) {
        return jdbc.list("select count(*) as found from " + table + " where room_id = ?", List.of(room),
                row -> row.getInt("found")).get(0);
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }

    private record Config(Retention retention) implements ConversationConfig {

        @Override
        public int queue() {
            throw new AssertionError("Whoever deletes messages stores none");
        }

        @Override
        public int batch() {
            throw new AssertionError("Whoever deletes messages stores none");
        }

        @Override
        public Duration patience() {
            throw new AssertionError("Whoever deletes messages stores none");
        }
    }

    private record Batches(Duration every, int batch) implements ConversationConfig.Retention {
    }
}
