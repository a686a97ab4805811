package community.haven.conversation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.TestRooms;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

@HavenTest
class MessageResourceTest {

    private static Someone mo;
    private static Someone amal;
    private static Someone bea;
    private UUID room;

    @BeforeEach
    void meet() {
        if (mo == null) {
            mo = Cast.moderator();
            amal = Cast.member("amal");
            bea = Cast.member("bea");
        }
        room = TestRooms.joinedBy(mo, amal, bea);
    }

    @Test
    void shouldKeepAMessageWithAllThatBelongsToIt() {
        say(bea, "Hello").then().statusCode(201);
        Map<String, Object> draft = draft("It has been three hours.");
        draft.putAll(Map.of("need", "to-be-heard", "contentNote", "silence", "replyTo", 1));
        var saved = send(amal, draft).then().statusCode(201).body("room", equalTo(room.toString())).body("seq", equalTo(2))
                .body("at", notNullValue()).body("first", nullValue()).extract();
        assertThat(saved.header("Location")).endsWith(messages() + "/2");

        bea.asks().get(messages() + "/2").then().statusCode(200)
                .body("type", equalTo("message")).body("room", equalTo(room.toString())).body("seq", equalTo(2))
                .body("at", equalTo(saved.path("at"))).body("author.id", equalTo(amal.id().toString()))
                .body("author.handle", equalTo(amal.handle())).body("text", equalTo("It has been three hours."))
                .body("need", equalTo("to-be-heard")).body("contentNote", equalTo("silence")).body("replyTo", equalTo(1))
                .body("size()", equalTo(9));
        bea.asks().get(messages() + "/1").then().body("size()", equalTo(6));
    }

    @ParameterizedTest
    @ValueSource(strings = { "😀👩‍👩‍👧‍👦🏳️‍🌈", "שָׁלוֹם לכולם", "مرحبا بالجميع", "𝕳𝖊𝖑𝖑𝖔 𠜎", "Tiếng Việt",
            "ยินดีต้อนรับ",
            "a line\nanother\n\n\tand a tab", "<script>alert(1)</script>", "'; drop table entry; --", "\\u0000 as words" })
    void shouldKeepWhatWasWrittenExactly(String text) {
        int seq = say(amal, text).then().statusCode(201).extract().path("seq");
        assertThat(bea.asks().get(messages() + "/" + seq).jsonPath().getString("text")).isEqualTo(text);
    }

    @Test
    void shouldKeepTheLongestMessage() {
        String text = "😀".repeat(Draft.MAX_TEXT);
        say(amal, text).then().statusCode(201);
        assertThat(bea.asks().get(messages() + "/1").jsonPath().getString("text")).isEqualTo(text);
    }

    @Test
    void shouldAnswerWithTheFirstResultWhenSentAgain() {
        Map<String, Object> draft = draft("Are you there?");
        var first = send(amal, draft).then().statusCode(201).extract();
        send(amal, draft).then().statusCode(200).body("seq", equalTo(first.path("seq"))).body("at", equalTo(first.path("at")));
        TestRooms.edit(mo, room, Map.of("state", "archived"));
        send(amal, draft).then().statusCode(200).body("seq", equalTo(first.path("seq")));
        assertThat(page(bea, "limit=50").<String> getList("items.type")).containsExactly("message", "roomChanged");
    }

    @Test
    void shouldRefuseAKeyWhenItWasUsedForAnotherText() {
        Map<String, Object> draft = draft("One");
        send(amal, draft).then().statusCode(201);
        draft.put("text", "Two");
        refused(send(amal, draft), 409, "key-reused");
        send(bea, draft).then().statusCode(201);
        assertThat(texts(bea)).containsExactly("One", "Two");
    }

    @Test
    void shouldPageBackwardsAndForwardsWithoutLossOrRepeat() {
        List<String> said = IntStream.rangeClosed(1, 13).mapToObj(i -> "message " + i).toList();
        said.forEach(text -> say(amal, text).then().statusCode(201));

        List<String> backwards = new ArrayList<>();
        JsonPath page = page(bea, "limit=5");
        assertThat(page.getInt("head")).isEqualTo(13);
        assertThat(page.<String> getList("items.text")).containsExactlyElementsOf(said.subList(8, 13));
        while (true) {
            backwards.addAll(0, page.getList("items.text"));
            if (page.get("next") == null) {
                break;
            }
            page = page(bea, "limit=5&before=" + page.getInt("next"));
        }
        assertThat(backwards).isEqualTo(said);

        List<String> forwards = new ArrayList<>();
        Integer next = 0;
        while (next != null) {
            page = page(bea, "limit=5&after=" + next);
            forwards.addAll(page.getList("items.text"));
            next = page.get("next");
        }
        assertThat(forwards).isEqualTo(said);
    }

    @Test
    void shouldAnswerAnEmptyPageWhenNothingHasBeenSaid() {
        bea.asks().get(messages()).then().statusCode(200).body("items", hasSize(0)).body("head", equalTo(0))
                .body("next", nullValue());
        bea.asks().get(messages() + "?after=0").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void shouldSayThatAPositionIsGoneWhenTheRoomWasNeverThere() {
        refused(bea.asks().get(messages() + "?after=1"), 410, "position-gone");
    }

    @ParameterizedTest
    @ValueSource(strings = { "limit=0", "limit=101", "limit=x", "before=x", "after=-1", "before=2&after=1",
            "after=99999999999999999999" })
    void shouldRefuseAPageWhenAParameterIsWrong(String query) {
        refused(bea.asks().get(messages() + "?" + query), 422, "invalid");
    }

    @Test
    void shouldLetNobodyReadOrSpeakWhoHasNotJoined() {
        say(amal, "Among us").then().statusCode(201);
        Someone carlo = Cast.member("carlo");
        refused(carlo.asks().get(messages()), 403, "not-a-member");
        refused(carlo.asks().get(messages() + "/1"), 403, "not-a-member");
        refused(say(carlo, "Hello"), 403, "not-a-member");
        bea.asks().delete("/api/rooms/{room}/membership", room);
        refused(bea.asks().get(messages()), 403, "not-a-member");
        refused(say(bea, "Hello"), 403, "not-a-member");
        mo.asks().get(messages()).then().statusCode(200).body("items", hasSize(1));
    }

    @Test
    void shouldRefuseWhoeverIsNotSignedIn() {
        refused(given().get(messages()), 401, "not-signed-in");
        refused(given().contentType("application/json").body(draft("Hello")).post(messages()), 401, "not-signed-in");
    }

    @Test
    void shouldSayNotFoundWhenThereIsNoSuchRoomOrEntry() {
        UUID none = UUID.randomUUID();
        refused(amal.asks().get("/api/rooms/{room}/messages", none), 404, "not-found");
        refused(amal.asks().body(draft("Hello")).post("/api/rooms/{room}/messages", none), 404, "not-found");
        refused(amal.asks().get(messages() + "/1"), 404, "not-found");
        refused(amal.asks().get(messages() + "/x"), 404, "not-found");
    }

    @Test
    void shouldLetOnlyStaffSpeakWhenTheRoomIsPaused() {
        TestRooms.join(mo, room);
        TestRooms.edit(mo, room, Map.of("state", "paused"));
        refused(say(amal, "Hello"), 409, "room-paused");
        say(mo, "We pause until tomorrow").then().statusCode(201);
        TestRooms.edit(mo, room, Map.of("state", "open"));
        say(amal, "Hello").then().statusCode(201);
    }

    @Test
    void shouldLetNobodySpeakWhenTheRoomIsArchived() {
        TestRooms.join(mo, room);
        say(amal, "Before").then().statusCode(201);
        TestRooms.edit(mo, room, Map.of("state", "archived"));
        refused(say(amal, "After"), 409, "room-archived");
        refused(say(mo, "After"), 409, "room-archived");
        assertThat(texts(bea)).containsExactly("Before", null);
    }

    @Test
    void shouldGiveAChangeOfTheRoomAPlaceInItsOrder() {
        say(amal, "Before");
        TestRooms.edit(mo, room, Map.of("topic", "Sleep"));
        say(amal, "After");
        JsonPath page = page(bea, "limit=50");
        assertThat(page.<String> getList("items.type")).containsExactly("message", "roomChanged", "message");
        assertThat(page.<Integer> getList("items.seq")).containsExactly(1, 2, 3);
        assertThat(page.getString("items[1].topic")).isEqualTo("Sleep");
        assertThat(page.getString("items[1].state")).isEqualTo("open");
        assertThat(page.getMap("items[1]")).containsOnlyKeys("type", "room", "seq", "at", "name", "topic", "purpose", "state",
                "slowModeSeconds");
    }

    @Test
    void shouldRefuseAReplyToWhatIsNoMessageOfThisRoom() {
        UUID other = TestRooms.joinedBy(mo, amal);
        IntStream.range(0, 5).forEach(i -> amal.asks().body(draft("there " + i)).post("/api/rooms/{room}/messages", other));
        TestRooms.edit(mo, room, Map.of("topic", "Entry number one is no message"));
        for (long target : new long[] { 1, 2, 5, 0, -1, Long.MAX_VALUE }) {
            Map<String, Object> draft = draft("Yes");
            draft.put("replyTo", target);
            refused(send(amal, draft), 422, "invalid").body("errors[0].field", equalTo("replyTo"));
        }
        assertThat(page(amal, "limit=50").getInt("head")).isEqualTo(1);
    }

    static Stream<Arguments> badFields() {
        return Stream.of(
                Arguments.of("text", null, "missing"),
                Arguments.of("text", "", "missing"),
                Arguments.of("text", " \n\u200b ", "missing"),
                Arguments.of("text", "\u0000\u0000", "missing"),
                Arguments.of("text", "a".repeat(Draft.MAX_TEXT + 1), "too-long"),
                Arguments.of("text", "a".repeat(100_000), "too-long"),
                Arguments.of("text", "a" + "\u0301".repeat(3_000), "too-many-marks"),
                Arguments.of("text", "a" + "\u0301".repeat(10_000), "too-long"),
                Arguments.of("text", 7, "wrong-type"),
                Arguments.of("text", List.of("a"), "wrong-type"),
                Arguments.of("key", null, "missing"),
                Arguments.of("key", "", "not-possible"),
                Arguments.of("key", "two words", "not-possible"),
                Arguments.of("key", "k".repeat(65), "not-possible"),
                Arguments.of("need", "attention", "wrong-type"),
                Arguments.of("need", 1, "wrong-type"),
                Arguments.of("contentNote", "n".repeat(Draft.MAX_CONTENT_NOTE + 1), "too-long"),
                Arguments.of("replyTo", "1", "wrong-type"),
                Arguments.of("replyTo", 1.5, "wrong-type"));
    }

    @ParameterizedTest
    @MethodSource("badFields")
    void shouldNameTheFieldWhenItIsWrong(String field, Object value, String reason) {
        Map<String, Object> draft = draft("Hello");
        draft.put(field, value);
        refused(send(amal, draft), 422, "invalid").body("errors[0].field", equalTo(field))
                .body("errors[0].reason", equalTo(reason));
        assertThat(page(amal, "limit=50").getInt("head")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "null", "[]", "7", "{\"key\":\"a\",\"text\":\"b\",\"author\":\"c\"}",
            "{\"key\":\"a\",\"text\":\"b\"} {}", "{\"key\":\"a\",\"text\":\"b\",\"text\":\"c\"}",
            "{\"key\":\"a\",\"text\":\"\\ud800 alone\"}" })
    void shouldRefuseWhatIsNoDraft(String body) {
        Response answer = amal.asks().body(body).post(messages());
        assertThat(answer.statusCode()).isIn(400, 422);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(page(amal, "limit=50").getInt("head")).isZero();
    }

    @Test
    void shouldRefuseADraftWhenItIsNoJsonOrTooLarge() {
        refused(amal.asks().contentType("text/plain").body("Hello").post(messages()), 415, "unsupported-media-type");
        amal.asksFirst().body(draft("a".repeat(300_000))).post(messages()).then().statusCode(413);
    }

    private String messages() {
        return "/api/rooms/" + room + "/messages";
    }

    private Response say(Someone someone, String text) {
        return send(someone, draft(text));
    }

    private Response send(Someone someone, Map<String, Object> draft) {
        return someone.asks().body(draft).post(messages());
    }

    private static Map<String, Object> draft(String text) {
        return new HashMap<>(Map.of("key", UUID.randomUUID().toString(), "text", text));
    }

    private JsonPath page(Someone someone, String query) {
        return someone.asks().get(messages() + "?" + query).then().statusCode(200).extract().jsonPath();
    }

    private List<String> texts(Someone someone) {
        return page(someone, "limit=50").getList("items.text");
    }

    private static ValidatableResponse refused(Response answer, int status, String code) {
        return answer.then().statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }
}
