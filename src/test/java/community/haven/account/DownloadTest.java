package community.haven.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import community.haven.shared.OwnerOnly;
import community.haven.testkit.AtOnce;
import community.haven.testkit.Authenticator;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Rows;
import community.haven.testkit.Scene;
import community.haven.testkit.TestRooms;
import io.restassured.response.Response;

@HavenTest
class DownloadTest {

    private static final String PATH = "/api/accounts/me/downloads";

    @Inject
    Rows rows;

    @Inject
    DownloadMaker maker;

    @Inject
    DownloadConfig config;

    @Inject
    ErasureJob erasures;

    private Someone mo;
    private Someone amal;
    private Someone bea;
    private UUID room;

    @BeforeEach
    void joinARoom() {
        mo = Cast.moderator();
        amal = Cast.member("amal");
        bea = Cast.member("bea");
        room = TestRooms.joinedBy(mo, amal, bea);
    }

    @Test
    void shouldHandOutEverythingOfThePersonAndNothingOfOthers() throws IOException {
        Map<String, Object> grounds = Map.of("rule", "G1", "reason", "A reason that amal was told.");
        int first = say(amal, "Amal <b>says</b> hello & more.", "about \"quotes\"");
        say(bea, "Bea answers, and this is hers.", null);
        mo.asks().body(grounds).post("/api/rooms/{room}/messages/{seq}/removal", room, first).then().statusCode(200);
        Map<String, Object> form = new HashMap<>(Scene.resourceForm());
        form.putAll(
                Map.of("title", "Rain", "body", "Walking in it.", "steps", List.of("Go out.", "Come back."), "publish", true));
        String resource = amal.asks().body(form).post("/api/resources").path("id");
        mo.asks().body(grounds).post("/api/resources/{id}/removal", resource).then().statusCode(200);

        Map<String, String> files = unpacked(fetch(amal, made(amal)));
        assertThat(files).containsOnlyKeys("haven.json", "index.html");
        JsonNode json = new ObjectMapper().readTree(files.get("haven.json"));
        assertThat(json.at("/account/0/handle").asText()).isEqualTo(amal.handle());
        assertThat(json.at("/agreements/0/version").asText()).isEqualTo(Cast.guidelinesVersion());
        assertThat(json.at("/sessions")).hasSize(1);
        assertThat(json.at("/rooms/0/room").asText()).startsWith("Room ");
        assertThat(json.at("/messages/0/text").asText()).isEqualTo("Amal <b>says</b> hello & more.");
        assertThat(json.at("/messages/0/room").asText()).isEqualTo(json.at("/rooms/0/room").asText());
        assertThat(json.at("/messageRemovals/0/reason").asText()).isEqualTo("A reason that amal was told.");
        assertThat(json.at("/resources/0/steps")).hasSize(2);
        assertThat(json.at("/resourceVersions/0/version").asInt()).isEqualTo(1);
        assertThat(json.at("/resourceRemovals/0/rule").asText()).isEqualTo("G1");

        String page = files.get("index.html");
        assertThat(page).contains("Amal &lt;b&gt;says&lt;/b&gt; hello &amp; more.", "about &quot;quotes&quot;",
                "A reason that amal was told.", "Walking in it.", "color-scheme: light dark").doesNotContain("<b>", "<script");
        assertThat(files.values()).noneMatch(text -> text.contains("Bea answers") || text.contains(bea.handle())
                || text.contains(bea.id().toString()) || text.contains(mo.id().toString()) || text.contains("argon2"));
    }

    /** Whoever adds a table about people says here in which part of the download it is, or why it is in none. */
    @Test
    void shouldLeaveNoTableAboutPeopleOut() {
        assertThat(rows.texts("""
                select distinct table_name from information_schema.key_column_usage
                where table_schema = database() and referenced_table_name = 'account'"""))
                .containsExactlyInAnyOrder("agreement", "session", "recovery_code", "second_factor", "email", "quiet_mute",
                        "notice",
                        "membership", "room_request", "room_removal", "room_invitation", "room_mute", "measure", "entry",
                        "board_resource", "board_revision", "newcomer", "invitation",
                        "message_support",
                        "meeting_series", "meeting", "meeting_place", "meeting_regular", "calendar",
                        // What is of use for moments, and tells nothing that is not in the account itself.
                        "mail_token", "download", "erasure", "meeting_presence",
                        // A name that they gave up, by hashes alone.
                        "old_handle");
    }

    @Test
    void shouldHandOutWhatTheyWereToldAndWhomTheyMuted() throws IOException {
        mo.asks().body(Map.of("kind", "word", "rule", "G1", "reason", "A kind word to amal."))
                .post("/api/accounts/{id}/measures",
                        amal.id())
                .then().statusCode(201);
        amal.asks().put("/api/accounts/me/quiet-mutes/{id}", bea.id()).then().statusCode(204);

        JsonNode json = new ObjectMapper().readTree(unpacked(fetch(amal, made(amal))).get("haven.json"));
        assertThat(json.at("/measures/0/reason").asText()).isEqualTo("A kind word to amal.");
        assertThat(json.at("/quietMutes/0/handle").asText()).isEqualTo(bea.handle());
        assertThat(json.at("/rooms/0/host").asBoolean(true)).isFalse();
    }

    @Test
    void shouldTellOfASecondFactorButNotWhatOpensItsDoor() throws IOException {
        Authenticator.enrol(amal);
        String code = amal.code();
        Map<String, String> files = unpacked(fetch(amal, made(amal)));
        assertThat(new ObjectMapper().readTree(files.get("haven.json")).at("/account/0/secondFactorSince").asText())
                .startsWith("20");
        assertThat(files.values()).noneMatch(text -> text.contains(Authenticator.secretOf(amal)) || text.contains(code));
    }

    @Test
    void shouldTellHowFarItIs() {
        Response begun = amal.asks().post(PATH);
        begun.then().statusCode(202).body("id", notNullValue());
        assertThat(begun.header("Location")).endsWith(PATH + "/" + begun.path("id"));
        String id = begun.path("id");
        ready(amal, id).then().body("bytes", notNullValue()).body("expiresAt", notNullValue());
        amal.asks().get(PATH).then().body("items", hasSize(1)).body("items[0].id", equalTo(id));
    }

    @Test
    void shouldBeReadToTheEndHoweverMuchThereIs() throws IOException {
        int each = 450;
        List<UUID> rooms = List.of(room, TestRooms.joinedBy(mo, amal), TestRooms.joinedBy(mo, amal));
        for (int i = 0; i < 3 * each; i++) {
            rows.change("""
                    insert into entry (room_id, seq, kind, at, author_id, client_key, text)
                    values (?, ?, 'MESSAGE', now(3), ?, ?, ?)""", rooms.get(i / each), i % each + 1, amal.id(), "k" + i,
                    "Number " + i + ".");
        }
        rooms.forEach(one -> rows.change("update room_sequence set last_seq = ? where room_id = ?", each, one));
        Map<String, String> files = unpacked(fetch(amal, made(amal)));
        JsonNode messages = new ObjectMapper().readTree(files.get("haven.json")).get("messages");
        assertThat(messages).hasSize(3 * each);
        assertThat(messages.findValuesAsText("text")).doesNotHaveDuplicates();
        assertThat(files.get("index.html")).contains("Number 0.", "Number " + (3 * each - 1) + ".");
    }

    @Test
    void shouldBeFetchedByItsOwnerAlone() {
        String id = made(amal);
        fetch(amal, id).then().header("Content-Disposition", "attachment; filename=\"haven-my-data.zip\"")
                .header("Cache-Control", "no-store").contentType("application/zip");
        bea.asks().get(PATH + "/{id}", id).then().statusCode(404);
        bea.asks().get(PATH + "/{id}/content", id).then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void shouldKeepTheFileFromOtherUsersOfTheMachine() throws IOException {
        String id = made(amal);
        assertThat(OwnerOnly.holds(config.folder())).isTrue();
        assertThat(OwnerOnly.holds(config.folder().resolve(id + ".zip"))).isTrue();
    }

    @Test
    void shouldMakeOneAtATime() {
        List<Integer> answers = AtOnce.times(4, i -> amal.asks().post(PATH).statusCode());
        assertThat(answers).contains(202).allMatch(status -> status == 202 || status == 409);
        ready(amal, amal.asks().get(PATH).path("items[0].id"));
        rows.change("update download set state = 'WORKING' where account_id = ?", amal.id());
        amal.asks().post(PATH).then().statusCode(409).body("code", equalTo("download-underway"));
    }

    @Test
    void shouldMakeAFewADay() {
        for (int i = 0; i < config.limit().tries(); i++) {
            made(bea);
        }
        bea.asks().post(PATH).then().statusCode(429).header("Retry-After", notNullValue());
    }

    @Test
    void shouldAskOnceMoreThatItIsThem() {
        rows.change("update session set proven_at = '2020-01-01' where account_id = ?", amal.id());
        amal.asks().post(PATH).then().statusCode(403).body("code", equalTo("proof-needed"));
    }

    @Test
    void shouldBePossibleForWhoeverMayNotTakePart() {
        rows.change("update account set state = 'WAITING' where id = ?", amal.id());
        fetch(amal, made(amal)).then().statusCode(200);
    }

    @Test
    void shouldGoWhenItsTimeIsOver() {
        String id = made(amal);
        rows.change("update download set expires_at = '2020-01-01' where id = ?", id);
        amal.asks().get(PATH + "/{id}", id).then().statusCode(404);
        maker.clearAway();
        assertThat(files()).noneMatch(name -> name.contains(id));
    }

    @Test
    void shouldGoWithTheAccount() {
        String id = made(amal);
        amal.asks().body(Map.of("messages", "go", "now", true)).post("/api/accounts/me/erasure").then().statusCode(202);
        erasures.run();
        assertThat(files()).noneMatch(name -> name.contains(id));
        assertThat(rows.count("select count(*) from download where id = ?", id)).isZero();
    }

    @Test
    void shouldBringNothingOfAnEarlierStart() throws IOException {
        String id = made(amal);
        maker.onStart(null);
        amal.asks().get(PATH).then().body("items", hasSize(0)).body("next", nullValue());
        assertThat(files()).noneMatch(name -> name.contains(id)).contains("node");
    }

    private String made(Someone someone) {
        String id = someone.asks().post(PATH).then().statusCode(202).extract().path("id");
        ready(someone, id);
        return id;
    }

    private static Response ready(Someone someone, String id) {
        return Awaitility.await().until(() -> someone.asks().get(PATH + "/{id}", id),
                answer -> "ready".equals(answer.path("state")));
    }

    private static Response fetch(Someone someone, String id) {
        Response answer = someone.asks().get(PATH + "/{id}/content", id);
        answer.then().statusCode(200);
        return answer;
    }

    private static Map<String, String> unpacked(Response answer) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.asByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(config.folder())) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private int say(Someone someone, String text, String note) {
        Map<String, Object> draft = new HashMap<>(Map.of("key", UUID.randomUUID().toString(), "text", text));
        draft.put("contentNote", note);
        return someone.asks().body(draft).post("/api/rooms/{room}/messages", room).then().statusCode(201).extract().path("seq");
    }
}
