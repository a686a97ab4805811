package community.haven.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.LiveClient;
import community.haven.testkit.Rows;
import community.haven.testkit.Scene;
import community.haven.testkit.TestRooms;
import community.haven.testkit.Traces;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;

@HavenTest
class ErasureTest {

    private static final String PATH = "/api/accounts/me/erasure";

    @TestHTTPResource("/")
    URI haven;

    @Inject
    Rows rows;

    @Inject
    Traces traces;

    @Inject
    ErasureJob job;

    @Inject
    Scheduler scheduler;

    @Inject
    Clock clock;

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
        assertThat(scheduler.getScheduledJob("account-erasure").getNextFireTime())
                .isBefore(Instant.now(clock).plus(Duration.ofMinutes(3)));
    }

    @Test
    void shouldSayWhatGoesAndWhatStaysAndWhy() {
        amal.asks().get(PATH).then().statusCode(200).body("coolingOffDays", equalTo(7)).body("$", not(hasKey("dueAt")))
                .body("statement.goes", hasSize(greaterThan(3))).body("statement.stays", everyItem(hasKey("why")));
    }

    @Test
    void shouldLetThemReadAndTakeItBackWhileTheyThinkItOver() {
        say(amal, "Hello.");
        ask("line", false).then().statusCode(202);
        amal.asks().get("/api/accounts/me").then().body("state", equalTo("leaving"));
        amal.asks().get(PATH).then().body("messages", equalTo("line")).body("dueAt", not(nullValue()));
        amal.asks().get("/api/rooms/{room}/messages", room).then().statusCode(200);
        say(amal, "Still here?").then().statusCode(403).body("code", equalTo("leaving"));
        job.run();

        amal.asks().delete(PATH).then().statusCode(204);
        amal.asks().get("/api/accounts/me").then().body("state", equalTo("active")).body("handle", equalTo(amal.handle()));
        amal.asks().get(PATH).then().body("$", not(hasKey("dueAt")));
        say(amal, "Still here.").then().statusCode(201);
        mo.asks().get("/api/rooms/{room}/messages", room).then().body("items.text", hasItem("Hello."));
    }

    @Test
    void shouldLeadBackToWhereTheyWere() {
        amal.asks().put("/api/accounts/me/rest").then().statusCode(204);
        ask("go", false);
        ask("line", false);
        amal.asks().delete(PATH);
        amal.asks().get("/api/accounts/me").then().body("state", equalTo("resting"));
    }

    @Test
    void shouldAskOnceMoreThatItIsThem() {
        rows.change("update session set proven_at = '2020-01-01' where account_id = ?", amal.id());
        ask("go", true).then().statusCode(403).body("code", equalTo("proof-needed"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"messages\":\"all\"}", "{\"messages\":\"go\",\"when\":1}" })
    void shouldRefuseAWishThatIsNotClear(String wish) {
        assertThat(amal.asks().body(wish).post(PATH).statusCode()).isIn(400, 422);
        amal.asks().get("/api/accounts/me").then().body("state", equalTo("active"));
    }

    @Test
    void shouldKeepAnAdminUntilThereIsAnother() {
        Someone ada = Cast.admin();
        rows.change("update account set role = 'MEMBER' where role = 'ADMIN' and id <> ?", ada.id());
        ada.asks().body(Map.of("messages", "go")).post(PATH).then().statusCode(409).body("code", equalTo("last-admin"));

        Someone second = Cast.secondAdmin("ada");
        ada.asks().body(Map.of("messages", "go")).post(PATH).then().statusCode(202);
        second.asks().body(Map.of("role", "member")).put("/api/accounts/{id}/role", second.id()).then().statusCode(409)
                .body("code", equalTo("last-admin"));
        second.asks().body(Map.of("messages", "go")).post(PATH).then().statusCode(409).body("code", equalTo("last-admin"));
        ada.asks().delete(PATH).then().statusCode(204);
        ada.asks().body(Map.of("role", "member")).put("/api/accounts/{id}/role", second.id()).then().statusCode(200);
    }

    @Test
    void shouldEraseWhenTheTimeHasCome() {
        ask("go", false);
        rows.change("update erasure set due_at = '2020-01-01' where account_id = ?", amal.id());
        job.run();
        assertThat(traces.of(amal.id())).isEmpty();
        amal.asks().get("/api/accounts/me").then().statusCode(401);
    }

    @Test
    void shouldEndEverySessionAtOnceWhenItIsNow() {
        Someone elsewhere = amal.again();
        try (LiveClient one = LiveClient.connect(haven, amal.accessToken());
                LiveClient other = LiveClient.connect(haven, elsewhere.accessToken())) {
            ask("go", true).then().statusCode(202);
            assertThat(one.closeCode()).isEqualTo(4501);
            assertThat(other.closeCode()).isEqualTo(4501);
        }
        elsewhere.asks().get("/api/accounts/me").then().statusCode(401);
        Cast.stranger().body(Map.of("refreshToken", elsewhere.refreshToken())).post("/api/sessions/refresh").then()
                .statusCode(401);
        Cast.stranger().body(Map.of("handle", amal.handle(), "password", Cast.PASSWORD)).post("/api/sessions").then()
                .statusCode(401).body("code", equalTo("wrong-credentials"));
    }

    @Test
    void shouldGiveTheirPlaceToOthers() {
        int before = mo.asks().get("/api/rooms/{room}", room).path("placesLeft");
        erase("go");
        mo.asks().get("/api/rooms/{room}", room).then().body("placesLeft", equalTo(before + 1));
    }

    @Test
    void shouldLeaveNothingOfThemAnywhere() {
        String word = live("line");
        assertThat(traces.of(word)).as("what the test looks for").contains("entry.text", "entry.content_note", "removal.reason",
                "board_resource.body", "board_revision.body", "board_removal.reason");
        erase("line");

        assertThat(traces.of(word)).isEmpty();
        assertThat(traces.of(amal.handle())).isEmpty();
        assertThat(traces.of(amal.id())).containsExactly("audit_line.subject");
    }

    @Test
    void shouldStillFindEveryWordOnTheBoard() {
        live("go");
        String title = "Walking " + Cast.handle("when");
        mo.asks().body(resource(title, "when he will not answer")).post("/api/resources").then().statusCode(201);
        erase("go");
        mo.asks().queryParam("q", "when will " + title).get("/api/resources").then().statusCode(200)
                .body("items.title", hasItem(title));
    }

    @Test
    void shouldTakeTheNameOfAModeratorOffWhatOthersWereTold() {
        Someone leaving = Cast.moderator();
        int seq = say(amal, "Hello.").path("seq");
        Map<String, Object> grounds = Map.of("rule", "G1", "reason", "A reason that amal was told.");
        leaving.asks().body(grounds).post("/api/rooms/{room}/messages/{seq}/removal", room, seq).then().statusCode(200);
        String theirs = amal.asks().body(resource("Walking", "It was quiet.")).post("/api/resources").path("id");
        leaving.asks().body(grounds).post("/api/resources/{id}/removal", theirs).then().statusCode(200);
        String editors = mo.asks().get("/api/resources").path("items.find { it.author.role == 'editors' }.id");
        edit(leaving, editors);
        leaving.asks().body(Map.of("kind", "word", "rule", "G1", "reason", "A kind word to amal."))
                .post("/api/accounts/{id}/measures", amal.id()).then().statusCode(201);

        leaving.asks().body(Map.of("messages", "go", "now", true)).post(PATH).then().statusCode(202);
        job.run();
        assertThat(traces.of(leaving.id())).containsExactly("audit_line.actor", "audit_line.subject");
        amal.asks().get("/api/rooms/{room}/messages/{seq}", room, seq).then()
                .body("removal.reason", equalTo("A reason that amal was told."));
        amal.asks().get("/api/accounts/me/measures").then().body("notices.reason", hasItem("A kind word to amal."));
        amal.asks().get("/api/resources/{id}", theirs).then().body("removal.reason", equalTo("A reason that amal was told."));
        mo.asks().get("/api/resources/{id}/revisions", editors).then().statusCode(200)
                .body("items[0].editor.name", equalTo("Haven's editors"));
    }

    /** Wherever it is stopped, the next run goes on from there. */
    @ParameterizedTest
    @CsvSource({ "update, entry", "delete, removal", "delete, membership", "update, board_resource", "delete, board_resource",
            "delete, account" })
    void shouldGoOnWhereItWasStopped(String event, String table) {
        String word = live("line");
        for (int i = 0; i < 45; i++) {
            say(amal, word + " once more");
        }
        int last = say(amal, word + " and again").path("seq");
        rows.change("create trigger stopped before " + event + " on " + table + " for each row if "
                + (table.equals("entry") ? "old.seq = " + last : "true")
                + " then signal sqlstate '45000' set message_text = 'stopped'; end if");
        try {
            ask("line", true).then().statusCode(202);
            job.run();
            assertThat(rows.count("select count(*) from account where id = ? and state = 'ERASING'", amal.id())).isEqualTo(1);
        } finally {
            rows.change("drop trigger stopped");
        }
        job.run();
        job.run();
        assertThat(traces.of(word)).isEmpty();
        assertThat(traces.of(amal.id())).containsExactly("audit_line.subject");
        mo.asks().get("/api/rooms/{room}/messages?limit=100", room).then().statusCode(200)
                .body("items.findAll { it.type == 'erasure' }.targets.flatten().sort()",
                        equalTo(mo.asks().get("/api/rooms/{room}/messages?limit=100", room)
                                .path("items.findAll { it.type == 'erased' }.seq")));
    }

    /** Something of everything that a member can leave, all with one word in it. */
    private String live(String suffix) {
        String word = "heron" + suffix + Long.toString(System.nanoTime(), 36);
        Map<String, Object> grounds = Map.of("rule", "G1", "reason", "The reason has the word " + word + " in it.");
        int seq = say(amal, "I saw a " + word).path("seq");
        say(amal, Map.of("text", word, "contentNote", "about a " + word, "need", "advice", "replyTo", seq));
        mo.asks().body(grounds).post("/api/rooms/{room}/messages/{seq}/removal", room, seq).then().statusCode(200);
        String id = amal.asks().body(resource(word, "A " + word + " by the water.")).post("/api/resources").then()
                .statusCode(201).extract().path("id");
        edit(amal, id, word);
        mo.asks().body(grounds).post("/api/resources/{id}/removal", id).then().statusCode(200);
        Cast.admin().asks().body(Map.of("role", "member")).put("/api/accounts/{id}/role", amal.id()).then().statusCode(200);
        return word;
    }

    private void erase(String messages) {
        ask(messages, true).then().statusCode(202);
        job.run();
    }

    private Response ask(String messages, boolean now) {
        return amal.asks().body(Map.of("messages", messages, "now", now)).post(PATH);
    }

    private Response say(Someone someone, String text) {
        return say(someone, Map.of("text", text));
    }

    private Response say(Someone someone, Map<String, Object> draft) {
        Map<String, Object> sent = new HashMap<>(draft);
        sent.put("key", UUID.randomUUID().toString());
        return someone.asks().body(sent).post("/api/rooms/{room}/messages", room);
    }

    private static Map<String, Object> resource(String title, String body) {
        Map<String, Object> form = new HashMap<>(Scene.resourceForm());
        form.putAll(Map.of("title", title, "body", body, "publish", true));
        return form;
    }

    private static void edit(Someone someone, String id) {
        edit(someone, id, "An edited text.");
    }

    private static void edit(Someone someone, String id, String body) {
        Map<String, Object> form = new HashMap<>(Scene.resourceForm());
        form.put("body", body);
        someone.asks().header("If-Match", someone.asks().get("/api/resources/{id}", id).header("ETag")).body(form)
                .put("/api/resources/{id}", id).then().statusCode(200);
    }
}
