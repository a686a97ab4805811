package community.haven.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

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

/** A room sees that somebody is with somebody: never who it is, and never how many. */
@HavenTest
class SupportTest {

    private static final Map<String, Object> GROUNDS = Map.of("rule", "G1", "reason", "It named a person from outside.");
    private static final Map<String, Object> REASON = Map.of("reason", "We read it again, and it is fine.");

    @TestHTTPResource("/")
    URI haven;

    @Inject
    Rows rows;

    @Inject
    Traces traces;

    @Inject
    DueErasures erasures;

    @Inject
    Purge purge;

    private Someone mo;
    private Someone amal;
    private Someone bea;
    private Someone carlo;
    private UUID room;
    private long seq;

    @BeforeEach
    void saySomething() {
        mo = Cast.moderator();
        amal = Cast.member("amal");
        bea = Cast.member("bea");
        carlo = Cast.member("carlo");
        room = TestRooms.joinedBy(mo, amal, bea, carlo);
        seq = say(amal, "one").jsonPath().getLong("seq");
    }

    @Test
    void shouldTellTheRoomWhenTheFirstComesAndWhenTheLastGoesAndNothingInBetween() {
        give(bea, "with-you").then().statusCode(204);
        give(carlo, "with-you").then().statusCode(204);
        give(carlo, "with-you").then().statusCode(204);
        take(bea, "with-you").then().statusCode(204);
        take(bea, "with-you").then().statusCode(204);
        assertThat(types()).containsExactly("message", "supported");
        take(carlo, "with-you").then().statusCode(204);

        JsonPath history = amal.asks().get(all(), room).jsonPath();
        assertThat(types()).containsExactly("message", "supported", "unsupported");
        assertThat(history.getMap("items[1]")).containsOnlyKeys("type", "room", "seq", "at", "target", "kind")
                .containsEntry("target", (int) seq).containsEntry("kind", "with-you");
        assertThat(history.getMap("items[0]")).doesNotContainKeys("support", "ownSupport");
    }

    @Test
    void shouldShowThatThereIsSomebodyAndToEachOnlyWhetherItIsThemselves() {
        give(bea, "me-too");
        give(bea, "with-you");
        String before = amal.asks().get(one(), room, seq).asString();
        give(carlo, "me-too");

        assertThat(amal.asks().get(one(), room, seq).asString()).as("the same for one and for two").isEqualTo(before)
                .doesNotContain(bea.handle(), bea.id().toString());
        amal.asks().get(one(), room, seq).then().body("support", equalTo(List.of("with-you", "me-too")))
                .body("ownSupport", equalTo(null));
        bea.asks().get(one(), room, seq).then().body("ownSupport", equalTo(List.of("with-you", "me-too")));
        carlo.asks().get(all(), room).then().body("items[0].ownSupport", equalTo(List.of("me-too")));
        mo.asks().get(one(), room, seq).then().body("ownSupport", equalTo(null));
    }

    @Test
    void shouldSendNothingOverTheSocketWhenAnotherIsWithThemToo() {
        try (LiveClient author = LiveClient.connect(haven, amal.accessToken())) {
            author.join(room, 0L);
            give(bea, "thank-you");
            author.await(frame -> LiveClient.type(frame).equals("supported"));
            int heard = author.frames().size();
            give(carlo, "thank-you");
            take(bea, "thank-you");
            author.ask(LiveClient.frame("leave", "room", room));
            assertThat(author.frames()).as("and the answer").hasSize(heard + 1);
            author.join(room, 0L);
            assertThat(author.received(room).toString()).doesNotContain("ownSupport");
        }
    }

    @Test
    void shouldMakeOneEventWhenManyAreTheFirstAtOnce() {
        List<Someone> people = IntStream.range(0, 8).mapToObj(i -> Cast.member("dana")).toList();
        people.forEach(person -> TestRooms.join(person, room).then().statusCode(200));
        assertThat(AtOnce.times(8, i -> give(people.get(i), "well-done").statusCode())).containsOnly(204);
        assertThat(types()).containsExactly("message", "supported");
        assertThat(AtOnce.times(8, i -> take(people.get(i), "well-done").statusCode())).containsOnly(204);
        assertThat(types()).containsExactly("message", "supported", "unsupported");
    }

    @Test
    void shouldNotBePossibleForOneselfOrForWhatIsNotThere() {
        refused(give(amal, "with-you"), 409, "own-message");
        refused(give(bea, "applause"), 422, "invalid");
        refused(bea.asks().put(one() + "/support/with-you", room, 99), 404, "not-found");
        give(bea, "with-you");
        refused(bea.asks().put(one() + "/support/with-you", room, seq + 1), 404, "not-found");
        assertThat(types()).containsExactly("message", "supported");
    }

    @Test
    void shouldRefuseWhoeverCannotSpeakThere() {
        Someone stranger = Cast.member("dana");
        refused(give(stranger, "with-you"), 403, "not-a-member");
        refused(give(mo, "with-you"), 403, "not-a-member");
        TestRooms.edit(mo, room, Map.of("state", "paused"));
        refused(give(bea, "with-you"), 409, "room-paused");
        TestRooms.edit(mo, room, Map.of("state", "open"));
        rows.change("""
                insert into measure (id, account_id, kind, rule_id, reason, made_by, made_at, ends_at)
                values (uuid(), ?, 'MUTE', 'G1', 'A plain reason.', uuid(), now(3), now(3) + interval 1 day)""", bea.id());
        refused(give(bea, "with-you"), 403, "muted");
        carlo.asks().put("/api/accounts/me/rest").then().statusCode(204);
        refused(give(carlo, "with-you"), 403, "resting");
        assertThat(types()).doesNotContain("supported");
    }

    @Test
    void shouldLetWhoeverIsMutedTakeBackWhatTheyGave() {
        give(bea, "with-you");
        rows.change("""
                insert into measure (id, account_id, kind, rule_id, reason, made_by, made_at, ends_at)
                values (uuid(), ?, 'MUTE', 'G1', 'A plain reason.', uuid(), now(3), now(3) + interval 1 day)""", bea.id());
        take(bea, "with-you").then().statusCode(204);
        assertThat(types()).containsExactly("message", "supported", "unsupported");
    }

    @Test
    void shouldWaitOutARemoval() {
        give(bea, "with-you");
        mo.asks().body(GROUNDS).post(one() + "/removal", room, seq).then().statusCode(200);
        refused(give(carlo, "with-you"), 409, "already-removed");
        assertThat(bea.asks().get(one(), room, seq).jsonPath().getMap("")).doesNotContainKey("support");
        mo.asks().body(REASON).post(one() + "/restoration", room, seq).then().statusCode(200);
        bea.asks().get(all(), room).then().body("items[3].message.support", equalTo(List.of("with-you")))
                .body("items[3].message.ownSupport", equalTo(List.of("with-you")));
    }

    @Test
    void shouldGoWithTheMessage() {
        give(bea, "with-you");
        long second = say(amal, "two").jsonPath().getLong("seq");
        bea.asks().put(one() + "/support/me-too", room, second).then().statusCode(204);
        amal.asks().delete(one(), room, seq).then().statusCode(204);
        assertThat(given()).isEqualTo(1);
        refused(give(carlo, "with-you"), 404, "not-found");
        take(bea, "with-you").then().statusCode(204);
        amal.asks().body(Map.of("messages", "line", "now", true)).post("/api/accounts/me/erasure").then().statusCode(202);
        erasures.run();
        assertThat(given()).isZero();
        assertThat(types()).containsExactly("retracted", "supported", "erased", "supported", "retraction", "erasure");
        assertThat(bea.asks().get(all(), room).jsonPath().<Object> getList("items.support")).containsOnlyNulls();
    }

    @Test
    void shouldGoWithTheRoomsMemory() {
        give(bea, "with-you");
        rows.change("update entry set at = now(3) - interval 40 day where room_id = ?", room);
        purge.run();
        assertThat(given()).isZero();
    }

    @Test
    void shouldGoWithWhoeverGaveItAndTellTheRoomWhereTheyWereTheLast() {
        give(bea, "with-you");
        give(bea, "me-too");
        give(carlo, "me-too");
        bea.asks().body(Map.of("messages", "line", "now", true)).post("/api/accounts/me/erasure").then().statusCode(202);
        erasures.run();
        assertThat(traces.of(bea.id())).isEmpty();
        assertThat(types()).containsExactly("message", "supported", "supported", "unsupported");
        amal.asks().get(one(), room, seq).then().body("support", equalTo(List.of("me-too")));
    }

    @Test
    void shouldShowWhoeverComesBackWhatWhoeverIsNewSees() {
        try (LiveClient stayed = LiveClient.connect(haven, amal.accessToken())) {
            stayed.join(room, 0L);
            give(bea, "holding-space");
            stayed.await(frame -> LiveClient.type(frame).equals("supported"));
            try (LiveClient back = LiveClient.connect(haven, carlo.accessToken())) {
                back.join(room, seq);
                assertThat(back.received(room)).isEqualTo(stayed.received(room).subList(1, 2));
            }
        }
    }

    private Response give(Someone someone, String kind) {
        return someone.asks().put(one() + "/support/{kind}", room, seq, kind);
    }

    private Response take(Someone someone, String kind) {
        return someone.asks().delete(one() + "/support/{kind}", room, seq, kind);
    }

    private List<String> types() {
        return mo.asks().get(all(), room).jsonPath().getList("items.type");
    }

    private long given() {
        return rows.count("select count(*) from message_support where room_id = ?", room);
    }

    private Response say(Someone someone, String key) {
        return someone.asks().body(Map.of("key", key, "text", "I went to the meeting.")).post(all(), room);
    }

    private static String all() {
        return "/api/rooms/{room}/messages";
    }

    private static String one() {
        return all() + "/{seq}";
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }
}
