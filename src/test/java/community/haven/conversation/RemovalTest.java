package community.haven.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import community.haven.audit.Audit;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.TestRooms;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

@HavenTest
class RemovalTest {

    private static final String WORDS = "words that hurt somebody";
    private static final Map<String, Object> GROUNDS = Map.of("rule", "G1", "reason", "It named a person from outside.");
    private static final Map<String, Object> REASON = Map.of("reason", "We read it again, and it is fine.");

    private static Someone mo;
    private static Someone amal;
    private static Someone bea;

    @Inject
    Audit audit;

    @Inject
    Resumptions resumptions;

    @Inject
    ConversationBus bus;

    @Inject
    ObjectMapper json;

    private UUID room;
    private int seq;

    @BeforeEach
    void saySomething() {
        if (mo == null) {
            mo = Cast.moderator();
            amal = Cast.member("amal");
            bea = Cast.member("bea");
        }
        room = TestRooms.joinedBy(mo, amal, bea);
        seq = amal.asks().body(Map.of("key", "one", "text", WORDS, "contentNote", "a note", "need", "advice"))
                .post(messages()).then().statusCode(201).extract().path("seq");
    }

    @Test
    void shouldKeepTheTextForItsAuthorAndStaffAndForNobodyElse() {
        remove(mo).then().statusCode(200).body("removed", equalTo(true)).body("text", equalTo(WORDS));
        for (Someone allowed : List.of(mo, amal)) {
            allowed.asks().get(messages() + "/" + seq).then().body("text", equalTo(WORDS)).body("removed", equalTo(true))
                    .body("author.id", equalTo(amal.id().toString())).body("removal.rule", equalTo("G1"))
                    .body("removal.ruleTitle", notNullValue()).body("removal.at", notNullValue())
                    .body("removal.reason", equalTo(GROUNDS.get("reason")));
        }
        JsonPath seen = bea.asks().get(messages() + "/" + seq).then().statusCode(200).extract().jsonPath();
        assertThat(seen.getMap("")).containsOnlyKeys("type", "room", "seq", "at", "removed");
    }

    @Test
    void shouldTellNobodyElseTheTextOnAnyRoute() throws Exception {
        List<Entry> announced = new CopyOnWriteArrayList<>();
        bus.listen(entries -> entries.stream().filter(entry -> entry.room().equals(room)).forEach(announced::add));
        remove(mo);
        restore(mo);
        announced.clear();
        remove(mo).then().statusCode(200);
        for (String query : List.of("", "?after=0", "?before=99", "/" + seq, "/2", "/3", "/4")) {
            String body = bea.asks().get(messages() + query).then().statusCode(200).extract().asString();
            assertThat(body).doesNotContain(WORDS, "a note", amal.handle(), "G1", "named a person");
        }
        assertThat(written(resumptions.after(room, 0, 50))).doesNotContain(WORDS, "a note", amal.handle(), "named a person");
        assertThat(written(announced)).contains("\"type\":\"removed\"").doesNotContain(WORDS, "a note");
        amal.asks().get(messages() + "/3").then().body("type", equalTo("restored")).body("message.text", equalTo(WORDS))
                .body("message.removed", equalTo(true));
    }

    @Test
    void shouldWriteWhatStaffDidIntoTheOrderAndTheAuditLog() {
        remove(mo).then().statusCode(200);
        restore(mo).then().statusCode(200).body("removed", nullValue()).body("removal", nullValue())
                .body("text", equalTo(WORDS));
        JsonPath history = bea.asks().get(messages()).jsonPath();
        assertThat(history.<String> getList("items.type")).containsExactly("message", "removed", "restored");
        assertThat(history.<Integer> getList("items.seq")).containsExactly(1, 2, 3);
        assertThat(history.getInt("items[1].target")).isEqualTo(seq);
        assertThat(history.getString("items[2].message.text")).isEqualTo(WORDS);
        assertThat(history.getString("items[0].text")).isEqualTo(WORDS);
        assertThat(acts()).containsExactly("message-restored G1 by " + mo.id(), "message-removed G1 by " + mo.id());
    }

    @Test
    void shouldRefuseWhoeverIsNotStaff() {
        refused(remove(amal), 403, "not-allowed");
        refused(restore(amal), 403, "not-allowed");
        refused(amal.asks().body(Map.of("rule", "G999")).post(messages() + "/" + seq + "/removal"), 403, "not-allowed");
        assertThat(acts()).isEmpty();
        bea.asks().get(messages() + "/" + seq).then().body("text", equalTo(WORDS));
    }

    @Test
    void shouldRefuseWhenItHasBeenDoneAlready() {
        refused(restore(mo), 409, "not-removed");
        remove(mo);
        refused(remove(mo), 409, "already-removed");
        assertThat(acts()).hasSize(1);
        assertThat(mo.asks().get(messages()).jsonPath().getInt("head")).isEqualTo(2);
    }

    @Test
    void shouldRefuseARemovalWithoutRuleOrReason() {
        refused(removal(Map.of("reason", "It named a person.")), 422, "unknown-rule");
        refused(removal(Map.of("rule", "G999", "reason", "It named a person.")), 422, "unknown-rule");
        refused(removal(Map.of("rule", "G1")), 422, "invalid").body("errors[0].field", equalTo("reason"));
        refused(removal(Map.of("rule", "G1", "reason", "short")), 422, "invalid");
        refused(removal(Map.of("rule", "G1", "reason", "r".repeat(1_001))), 422, "invalid");
        assertThat(acts()).isEmpty();
    }

    @Test
    void shouldSayNotFoundWhenThereIsNoSuchMessage() {
        UUID other = TestRooms.make(mo);
        refused(mo.asks().body(GROUNDS).post("/api/rooms/{room}/messages/1/removal", other), 404, "not-found");
        refused(mo.asks().body(GROUNDS).post(messages() + "/99/removal"), 404, "not-found");
        remove(mo);
        refused(mo.asks().body(GROUNDS).post(messages() + "/2/removal"), 404, "not-found");
    }

    @Test
    void shouldLetOneWinWhenTwoRemoveAtOnce() throws Exception {
        ExecutorService staff = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> removing = () -> remove(mo).statusCode();
            List<Integer> answers = staff.invokeAll(Collections.nCopies(8, removing)).stream().map(answer -> {
                try {
                    return answer.get();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }).toList();
            assertThat(answers).containsOnlyOnce(200).filteredOn(status -> status == 409).hasSize(7);
        } finally {
            staff.shutdown();
        }
        assertThat(acts()).hasSize(1);
        assertThat(mo.asks().get(messages()).jsonPath().getInt("head")).isEqualTo(2);
    }

    @Test
    void shouldTellTheAuthorOfARemovalAndOfARestorationAndNobodyElse() {
        long before = notices(amal).size();
        remove(mo).then().statusCode(200);
        restore(mo).then().statusCode(200);
        List<Map<String, Object>> told = notices(amal);
        assertThat(told).hasSize((int) before + 2);
        assertThat(told.get(0)).containsEntry("kind", "message-restored").containsEntry("rule", "G1")
                .containsEntry("reason", REASON.get("reason")).containsEntry("seq", seq);
        assertThat(told.get(1)).containsEntry("kind", "message-removed").containsEntry("rule", "G1")
                .containsEntry("reason", GROUNDS.get("reason")).containsEntry("room", room.toString());
        assertThat(notices(bea)).noneMatch(notice -> notice.get("room").equals(room.toString()));
    }

    @Test
    void shouldTellNobodyWhatTheyDidWithTheirOwnWords() {
        TestRooms.join(mo, room);
        int own = mo.asks().body(Map.of("key", "own", "text", "Too quick.")).post(messages()).path("seq");
        mo.asks().body(GROUNDS).post(messages() + "/" + own + "/removal").then().statusCode(200);
        assertThat(notices(mo)).noneMatch(notice -> notice.get("room").equals(room.toString()));
    }

    private static List<Map<String, Object>> notices(Someone someone) {
        return someone.asks().get("/api/accounts/me/notices").then().statusCode(200).extract().jsonPath().getList("items");
    }

    private String messages() {
        return "/api/rooms/" + room + "/messages";
    }

    private Response remove(Someone someone) {
        return someone.asks().body(GROUNDS).post(messages() + "/" + seq + "/removal");
    }

    private Response removal(Map<String, Object> grounds) {
        return mo.asks().body(grounds).post(messages() + "/" + seq + "/removal");
    }

    private Response restore(Someone someone) {
        return someone.asks().body(REASON).post(messages() + "/" + seq + "/restoration");
    }

    private List<String> acts() {
        return audit.before(Long.MAX_VALUE, 100).stream().filter(line -> line.subject().startsWith("message:" + room + "/"))
                .map(line -> line.act() + " " + line.rule() + " by " + line.actor()).toList();
    }

    private String written(List<Entry> entries) throws JsonProcessingException {
        return json.writerFor(json.getTypeFactory().constructCollectionType(List.class, Entry.class))
                .writeValueAsString(entries);
    }

    private static ValidatableResponse refused(Response answer, int status, String code) {
        return answer.then().statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }
}
