package community.haven.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** What a room shows of a message whose author took it back: a line, and nothing else to anybody. */
@HavenTest
class RetractionTest {

    private static final Map<String, Object> GROUNDS = Map.of("rule", "G1", "reason", "It named a person from outside.");
    private static final Map<String, Object> REASON = Map.of("reason", "We read it again, and it is fine.");

    @TestHTTPResource("/")
    URI haven;

    @Inject
    Rows rows;

    @Inject
    Traces traces;

    @Inject
    Purge purge;

    @Inject
    DueErasures erasures;

    private final String word = "kestrel" + Long.toString(System.nanoTime(), 36);
    private final String key = "key-of-" + word;
    private Someone mo;
    private Someone amal;
    private Someone bea;
    private UUID room;
    private long seq;

    @BeforeEach
    void saySomething() {
        mo = Cast.moderator();
        amal = Cast.member("amal");
        bea = Cast.member("bea");
        room = TestRooms.joinedBy(mo, amal, bea);
        seq = say(amal, key, "I saw a " + word).jsonPath().getLong("seq");
    }

    @Test
    void shouldLeaveNothingButTheNumber() {
        assertThat(traces.of(word)).contains("entry.text", "entry.content_note", "entry.client_key");
        takeBack(amal).then().statusCode(204);

        assertThat(traces.of(word)).isEmpty();
        for (Someone someone : List.of(amal, bea, mo)) {
            assertThat(someone.asks().get(one(), room, seq).jsonPath().getMap("")).containsOnlyKeys("type", "room", "seq", "at")
                    .containsEntry("type", "retracted");
        }
        JsonPath history = bea.asks().get(all(), room).jsonPath();
        assertThat(history.<String> getList("items.type")).containsExactly("retracted", "retraction");
        assertThat(history.getLong("items[1].target")).isEqualTo(seq);
        assertThat(bea.asks().get(all(), room).asString()).doesNotContain(amal.handle(), amal.id().toString());
    }

    @Test
    void shouldChangeNothingWhenTakenBackAgain() {
        takeBack(amal);
        takeBack(amal).then().statusCode(204);
        AtOnce.times(4, i -> takeBack(amal).then().statusCode(204));
        bea.asks().get(all(), room).then().body("head", equalTo(2));
    }

    @Test
    void shouldMakeOneEventWhenTakenBackOnTwoDevicesAtOnce() {
        assertThat(AtOnce.times(4, i -> takeBack(amal).statusCode())).containsOnly(204);
        bea.asks().get(all(), room).then().body("head", equalTo(2));
    }

    @Test
    void shouldLetNobodyElseTakeItBack() {
        Someone carlo = Cast.member("carlo");
        rows.makeHost(room, bea.id());
        refused(takeBack(bea), 403, "not-allowed");
        refused(takeBack(mo), 403, "not-allowed");
        refused(takeBack(carlo), 403, "not-a-member");
        refused(amal.asks().delete(one(), room, 99), 404, "not-found");
        refused(amal.asks().delete(one(), UUID.randomUUID(), seq), 404, "not-found");
        bea.asks().get(one(), room, seq).then().body("text", equalTo("I saw a " + word));
        assertThat(head()).isEqualTo(1);
    }

    @Test
    void shouldKeepWhatAHostRemovedWithTheDecision() {
        mo.asks().body(GROUNDS).post(one() + "/removal", room, seq).then().statusCode(200);
        refused(takeBack(amal), 409, "already-removed");
        refused(amal.asks().delete(one(), room, seq + 1), 404, "not-found");
        amal.asks().get(one(), room, seq).then().body("text", equalTo("I saw a " + word));
    }

    @Test
    void shouldForgetAnOldDecisionWithTheMessageThatWasShownAgain() {
        mo.asks().body(Map.of("rule", "G1", "reason", "It has the word " + word + " in it."))
                .post(one() + "/removal", room, seq).then().statusCode(200);
        mo.asks().body(REASON).post(one() + "/restoration", room, seq).then().statusCode(200);
        takeBack(amal).then().statusCode(204);

        // What its author was told stays theirs.
        assertThat(traces.of(word)).isSubsetOf("notice.reason");
        assertThat(bea.asks().get(all(), room).jsonPath().getMap("items[2]")).doesNotContainKey("message");
        refused(mo.asks().body(GROUNDS).post(one() + "/removal", room, seq), 404, "not-found");
        refused(mo.asks().body(REASON).post(one() + "/restoration", room, seq), 404, "not-found");
    }

    @Test
    void shouldLetOneWinWhenAHostRemovesItAtTheSameMoment() {
        List<Integer> answers = AtOnce.times(2, i -> i == 0 ? takeBack(amal).statusCode()
                : mo.asks().body(GROUNDS).post(one() + "/removal", room, seq).statusCode());
        assertThat(answers).isIn(List.of(204, 404), List.of(409, 200));
        assertThat(head()).isEqualTo(2);
    }

    @Test
    void shouldBePossibleForWhoeverIsMutedOrHasLeftTheRoom() {
        long other = say(amal, "other", "Another word.").jsonPath().getLong("seq");
        amal.asks().delete("/api/rooms/{room}/membership", room).then().statusCode(204);
        takeBack(amal).then().statusCode(204);
        TestRooms.join(amal, room);
        rows.change("""
                insert into measure (id, account_id, kind, rule_id, reason, made_by, made_at, ends_at)
                values (uuid(), ?, 'MUTE', 'G1', 'A plain reason.', uuid(), now(3), now(3) + interval 1 day)""", amal.id());
        amal.asks().delete(one(), room, other).then().statusCode(204);
    }

    @Test
    void shouldSayThatItWasTakenBackWhenTheSameKeyComesLate() {
        takeBack(amal);
        refused(say(amal, key, "I saw a " + word), 410, "taken-back");
        refused(say(amal, key, "Something else."), 410, "taken-back");
        try (LiveClient socket = LiveClient.connect(haven, amal.accessToken())) {
            socket.join(room, null);
            assertThat(LiveClient.code(socket.say(room, key, "I saw a " + word).join())).isEqualTo("taken-back");
        }
        say(bea, key, "Nobody else has this key.").then().statusCode(201);
        say(amal, "another-key", "I say it anew.").then().statusCode(201);
        assertThat(head()).isEqualTo(4);
    }

    /** Each message asks whether its key is known: with a room's length as the price, a lively room would grind to a halt. */
    @Test
    void shouldLookAKeyUpWhateverTheLengthOfTheRoom() {
        String digit = "(select 0 d union select 1 union select 2 union select 3 union select 4 union select 5 union select 6"
                + " union select 7 union select 8 union select 9)";
        rows.change("insert into entry (room_id, seq, kind, at, author_id, client_key, text) select ?, n, 'MESSAGE', now(3), ?,"
                + " concat('k', n), 'Hello.' from (select a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 2 as n from " + digit
                + " a, "
                + digit + " b, " + digit + " c, " + digit + " e) numbers", room, amal.id());
        rows.change("update room_sequence set last_seq = 10001 where room_id = ?", room);
        takeBack(amal).then().statusCode(204);
        long before = reads();
        say(amal, "one-more", "Hello again.").then().statusCode(201);
        refused(say(amal, key, "I saw a " + word), 410, "taken-back");
        assertThat(reads() - before).isLessThan(2_000);
    }

    @Test
    void shouldShowWhoeverStayedAndWhoeverComesBackWhatWhoeverIsNewSees() {
        try (LiveClient stayed = LiveClient.connect(haven, bea.accessToken());
                LiveClient away = LiveClient.connect(haven, bea.again().accessToken())) {
            stayed.join(room, 0L);
            away.join(room, 0L);
            away.drop();
            takeBack(amal);
            say(bea, "after", "And on.");
            stayed.await(frame -> frame.path("text").asText().equals("And on."));
            try (LiveClient back = LiveClient.connect(haven, bea.accessToken());
                    LiveClient fresh = LiveClient.connect(haven, bea.accessToken())) {
                back.join(room, seq);
                fresh.join(room, 0L);
                assertThat(types(stayed)).containsExactly("message", "retraction", "message");
                assertThat(types(back)).containsExactly("retraction", "message");
                assertThat(types(fresh)).containsExactly("retracted", "retraction", "message");
                assertThat(fresh.sequence(room)).isEqualTo(LongStream.rangeClosed(1, 3).boxed().toList());
                assertThat(fresh.received(room).toString()).doesNotContain(word).doesNotContain(amal.handle());
            }
        }
    }

    @Test
    void shouldNotBeAnsweredAnyMore() {
        Response answer = bea.asks().body(Map.of("key", "answer", "text", "Me too.", "replyTo", seq)).post(all(), room);
        answer.then().statusCode(201);
        takeBack(amal);
        bea.asks().get(one(), room, answer.jsonPath().getLong("seq")).then().body("replyTo", equalTo((int) seq));
        bea.asks().body(Map.of("key", "late", "text", "Me too.", "replyTo", seq)).post(all(), room).then().statusCode(422)
                .body("errors[0].field", equalTo("replyTo"));
    }

    @Test
    void shouldGoWithTheRestWhenTheRoomsMemoryEnds() {
        takeBack(amal);
        rows.change("update entry set at = now(3) - interval 40 day where room_id = ?", room);
        purge.run();
        assertThat(rows.count("select count(*) from entry where room_id = ?", room)).isZero();
        say(amal, key, "The room has forgotten the key.").then().statusCode(201);
    }

    @Test
    void shouldBeNothingThatIsErasedLater() {
        say(amal, "second", "A second word.");
        takeBack(amal);
        amal.asks().body(Map.of("messages", "line", "now", true)).post("/api/accounts/me/erasure").then().statusCode(202);
        erasures.run();
        assertThat(traces.of(amal.id())).isEmpty();
        bea.asks().get(all(), room).then().body("items.type", equalTo(List.of("retracted", "erased", "retraction", "erasure")))
                .body("items[3].targets", equalTo(List.of(2)));
    }

    private long reads() {
        return rows.count("select sum(variable_value) from information_schema.global_status where variable_name in"
                + " ('HANDLER_READ_NEXT', 'HANDLER_READ_PREV', 'HANDLER_READ_KEY')");
    }

    private List<String> types(LiveClient client) {
        return client.received(room).stream().map(LiveClient::type).toList();
    }

    private Response takeBack(Someone someone) {
        return someone.asks().delete(one(), room, seq);
    }

    private Response say(Someone someone, String key, String text) {
        return someone.asks().body(Map.of("key", key, "text", text, "contentNote", "about " + text, "need", "advice"))
                .post(all(), room);
    }

    private int head() {
        return mo.asks().get(all(), room).jsonPath().getInt("head");
    }

    private static String all() {
        return "/api/rooms/{room}/messages";
    }

    private static String one() {
        return all() + "/{seq}";
    }

    private static ValidatableResponse refused(Response answer, int status, String code) {
        return answer.then().statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }
}
