package community.haven.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Rows;
import community.haven.testkit.TestRooms;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** Finding what was said in a room, by words and by days. */
@HavenTest
class SearchTest {

    private static final int MANY = 100_000;
    private static final int SPAN = 20_000;
    private static final Map<String, Object> GROUNDS = Map.of("rule", "G1", "reason", "It named a person from outside.");

    @Inject
    Rows rows;

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
    @CsvSource({ "creme", "CRÈME", "brûlée creme", "Brulee", "ème", "100%", "a_b", "'(quiet)'", "note" })
    void shouldFindEveryWordWhateverItsCaseAndAccents(String query) {
        say(amal, "Crème brûlée at 100% helps, a_b (quiet).", "a note");
        say(amal, "Something else at 1000, aXb.", null);
        assertThat(found(bea, query)).containsExactly(1L);
    }

    @Test
    void shouldFindTheNewestFirstAndGoOnFromThere() {
        for (int i = 1; i <= 5; i++) {
            say(amal, "Word number " + i, null);
            say(bea, "In between.", null);
        }
        JsonPath first = search(bea, "word", "?limit=2").jsonPath();
        assertThat(first.getList("items.seq", Long.class)).containsExactly(9L, 7L);
        JsonPath second = search(bea, "word", "?limit=3&before=" + first.getLong("next")).jsonPath();
        assertThat(second.getList("items.seq", Long.class)).containsExactly(5L, 3L, 1L);
        assertThat(second.<Object> get("next")).isNull();
        assertThat(second.getString("lookedBackTo")).isEqualTo(bea.asks().get(all() + "/1", room).path("at"));
        search(bea, "nobody", "").then().body("items.size()", equalTo(0)).body("next", nullValue());
    }

    @Test
    void shouldFindNothingThatIsNotThereAnyMore() {
        say(amal, "A heron, taken back.", null);
        say(amal, "A heron, removed.", null);
        say(bea, "A heron of somebody else.", null);
        amal.asks().delete(all() + "/1", room).then().statusCode(204);
        mo.asks().body(GROUNDS).post(all() + "/2/removal", room).then().statusCode(200);

        assertThat(found(bea, "heron")).containsExactly(3L);
        assertThat(found(amal, "heron")).containsExactly(3L, 2L);
        assertThat(found(mo, "heron")).containsExactly(3L, 2L);
        search(bea, "heron", "?limit=1").then().body("next", nullValue());
        amal.asks().put("/api/accounts/me/quiet-mutes/{id}", bea.id()).then().statusCode(204);
        assertThat(found(amal, "heron")).containsExactly(2L);
        TestRooms.appoint(mo, room, amal);
        assertThat(found(amal, "heron")).containsExactly(3L, 2L);
    }

    @Test
    void shouldRefuseWhatCannotBeLookedFor() {
        for (String query : List.of("", "a", "to a", "one two three four five six", "x".repeat(51), "x".repeat(2_000))) {
            search(bea, query, "").then().statusCode(422).body("errors[0].field", equalTo("q"));
        }
        bea.asks().get(all() + "/search", room).then().statusCode(422).body("errors[0].field", equalTo("q"));
        search(Cast.member("carlo"), "word", "").then().statusCode(403).body("code", equalTo("not-a-member"));
        bea.asks().get(all() + "?at=yesterday", room).then().statusCode(422).body("errors[0].field", equalTo("at"));
        bea.asks().get(all() + "?at=2026-11-25T00:00:00Z&after=1", room).then().statusCode(422)
                .body("errors[0].field", equalTo("at"));
    }

    @Test
    void shouldLookAtSoManyEntriesAtATimeHoweverLongTheRoomIs() {
        fill();
        rows.change("update entry set text = 'A heron in the reeds.' where room_id = ? and seq in (5, 79990, 99990)", room);
        List<Long> hits = new ArrayList<>();
        String from = "";
        int requests = 0;
        Object next;
        do {
            long before = reads();
            JsonPath page = search(bea, "heron reeds", from).jsonPath();
            assertThat(reads() - before).as("rows that were read").isBetween((long) SPAN - 1, SPAN + 5_000L);
            hits.addAll(page.getList("items.seq", Long.class));
            requests++;
            next = page.get("next");
            assertThat(next).isEqualTo(requests == 5 ? null : MANY - requests * SPAN + 1);
            assertThat(page.getString("lookedBackTo"))
                    .isEqualTo(bea.asks().get(all() + "/" + (MANY - requests * SPAN + 1), room).path("at"));
            from = "?before=" + next;
        } while (next != null);
        assertThat(hits).containsExactly(99_990L, 79_990L, 5L);
    }

    @Test
    void shouldOpenTheHistoryAtADay() {
        fill();
        Instant first = Instant.parse(bea.asks().get(all() + "/1", room).<String> path("at"));
        Instant moment = first.plus(70_000, ChronoUnit.SECONDS);
        long before = reads();
        JsonPath page = at(moment, 3);
        assertThat(reads() - before).as("rows that were read").isLessThan(5_000L);
        assertThat(page.getList("items.seq", Long.class)).containsExactly(70_001L, 70_002L, 70_003L);
        assertThat(page.getLong("next")).isEqualTo(70_003);
        assertThat(page.getLong("head")).isEqualTo(MANY);
        assertThat(at(moment.plusMillis(1), 1).getList("items.seq", Long.class)).containsExactly(70_002L);
        assertThat(at(moment.minusMillis(1), 1).getList("items.seq", Long.class)).containsExactly(70_001L);
        assertThat(at(Instant.parse("1990-01-01T00:00:00Z"), 1).getList("items.seq", Long.class)).containsExactly(1L);
        JsonPath future = at(Instant.parse("2990-01-01T00:00:00Z"), 1);
        assertThat(future.getList("items")).isEmpty();
        assertThat(future.<Object> get("next")).isNull();
        bea.asks().get(all() + "?before=70001&limit=2", room).then().body("items.seq", equalTo(List.of(69_999, 70_000)));
    }

    /** A message each second. */
    private void fill() {
        String digit = "(select 0 d union select 1 union select 2 union select 3 union select 4 union select 5 union select 6"
                + " union select 7 union select 8 union select 9)";
        rows.change("insert into entry (room_id, seq, kind, at, author_id, client_key, text) select ?, n, 'MESSAGE',"
                + " timestampadd(second, n - 1, '2026-11-01 00:00:00'), ?, concat('k', n), concat('Number ', n, ' of a long evening.')"
                + " from (select a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d + 1 as n from " + digit + " a, " + digit
                + " b, " + digit + " c, " + digit + " e, " + digit + " f) numbers", room, amal.id());
        rows.change("update room_sequence set last_seq = ? where room_id = ?", MANY, room);
    }

    private long reads() {
        return rows.count("select sum(variable_value) from information_schema.global_status where variable_name in"
                + " ('HANDLER_READ_NEXT', 'HANDLER_READ_PREV', 'HANDLER_READ_KEY', 'HANDLER_READ_FIRST', 'HANDLER_READ_LAST')");
    }

    private JsonPath at(Instant moment, int limit) {
        return bea.asks().queryParam("at", moment.toString()).queryParam("limit", limit).get(all(), room).then().statusCode(200)
                .extract().jsonPath();
    }

    private List<Long> found(Someone someone, String query) {
        return search(someone, query, "").then().statusCode(200).extract().jsonPath().getList("items.seq", Long.class);
    }

    private Response search(Someone someone, String query, String more) {
        return someone.asks().queryParam("q", query).get(all() + "/search" + more, room);
    }

    private void say(Someone someone, String text, String note) {
        Map<String, Object> draft = new HashMap<>(Map.of("key", UUID.randomUUID().toString(), "text", text));
        draft.put("contentNote", note);
        someone.asks().body(draft).post(all(), room).then().statusCode(201);
    }

    private static String all() {
        return "/api/rooms/{room}/messages";
    }
}
