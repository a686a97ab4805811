package community.haven.board;

import static community.haven.board.BoardKit.PATH;
import static community.haven.board.BoardKit.act;
import static community.haven.board.BoardKit.content;
import static community.haven.board.BoardKit.draft;
import static community.haven.board.BoardKit.edit;
import static community.haven.board.BoardKit.find;
import static community.haven.board.BoardKit.post;
import static community.haven.board.BoardKit.published;
import static community.haven.board.BoardKit.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import io.restassured.RestAssured;

@HavenTest
class BoardResourceTest {

    private Someone amal;
    private Someone bea;

    @BeforeEach
    void people() {
        amal = Cast.member("amal");
        bea = Cast.member("bea");
    }

    @Nested
    class Posting {

        @Test
        void shouldShowWholeResourceToOthersWhenPublished() {
            String id = published(amal);

            read(bea, id).statusCode(200).header("ETag", "\"1\"")
                    .body("title", equalTo("A walk before I write back"))
                    .body("kind", equalTo("experience"))
                    .body("bodyHtml", equalTo("<p>I put on my shoes and <strong>walk</strong> to the corner.</p>\n"))
                    .body("steps", contains("Put the phone down.", "Walk to the corner.", "Look at one tree."))
                    .body("minutes", equalTo(15))
                    .body("themes", contains("abandonment", "mindfulness"))
                    .body("source", equalTo("My own life."))
                    .body("author.handle", equalTo(amal.handle()))
                    .body("author.role", equalTo("member"))
                    .body("reviewedOn", nullValue())
                    .body("state", equalTo("published"))
                    .body("version", equalTo(1))
                    .body("mine", equalTo(false))
                    .body("notice", startsWith("This is support among equals"))
                    .body("$", not(hasItem("removal")));
        }

        @Test
        void shouldAnswerWithPlaceAndVersion() {
            var answer = post(amal, content(), true).statusCode(201).header("ETag", "\"1\"").body("mine", equalTo(true));

            answer.header("Location", endsWith(PATH + "/" + answer.extract().path("id")));
        }

        @Test
        void shouldKeepDraftToItsAuthorAndStaff() {
            String id = draft(amal);

            read(amal, id).statusCode(200).body("state", equalTo("draft"));
            read(Cast.moderator(), id).statusCode(200);
            read(bea, id).statusCode(404).body("code", equalTo("not-found"));
        }

        @Test
        void shouldTellRoleOfModeratorWhenTheyPost() {
            read(bea, published(Cast.moderator())).body("author.role", equalTo("moderator"));
        }

        @Test
        void shouldTakeContentAtItsLimits() {
            Map<String, Object> content = content();
            content.put("title", "🌿".repeat(120));
            content.put("summary", "é".repeat(280));
            content.put("body", "🌿".repeat(20_000));
            content.put("steps", Collections.nCopies(12, "ä".repeat(400)));
            content.put("minutes", 240);
            content.put("themes", List.of("therapy", "self-worth", "boundaries", "not-enough"));
            content.put("source", "s".repeat(300));

            read(bea, published(amal, content)).statusCode(200).body("body", equalTo("🌿".repeat(20_000)));
        }

        @Test
        void shouldNotNeedStepsAndSource() {
            Map<String, Object> content = content();
            content.remove("steps");
            content.remove("source");

            read(bea, published(amal, content)).body("steps", equalTo(List.of())).body("source", nullValue());
        }
    }

    @Nested
    class Editing {

        @Test
        void shouldKeepEachVersionWhenAuthorEdits() {
            String id = published(amal);

            edit(amal, id, "\"1\"", content("title", "A longer walk")).statusCode(200).header("ETag", "\"2\"");

            read(bea, id).body("title", equalTo("A longer walk")).body("version", equalTo(2));
            amal.asks().get(PATH + "/{id}/revisions", id).then().statusCode(200)
                    .body("items.version", contains(2, 1))
                    .body("items.title", contains("A longer walk", "A walk before I write back"))
                    .body("items.editor.handle", contains(amal.handle(), amal.handle()))
                    .body("items[1].themes", contains("abandonment", "mindfulness"))
                    .body("items[1].steps.size()", equalTo(3));
        }

        @Test
        void shouldPageRevisions() {
            String id = published(amal);
            edit(amal, id, "\"1\"", content("minutes", 2)).statusCode(200);
            edit(amal, id, "\"2\"", content("minutes", 3)).statusCode(200);

            String next = amal.asks().queryParam("limit", 2).get(PATH + "/{id}/revisions", id).then()
                    .body("items.version", contains(3, 2)).extract().path("next");

            amal.asks().queryParam("limit", 2).queryParam("cursor", next).get(PATH + "/{id}/revisions", id).then()
                    .body("items.version", contains(1)).body("$", not(hasItem("next")));
        }

        @Test
        void shouldChangeNothingWhenEditSaysTheSame() {
            String id = published(amal);

            edit(amal, id, "\"1\"", content()).statusCode(200).header("ETag", "\"1\"");
        }

        @Test
        void shouldRefuseEditWithoutVersion() {
            String id = published(amal);

            amal.asks().body(content()).put(PATH + "/{id}", id).then().statusCode(428)
                    .body("code", equalTo("condition-missing"));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', value = { "\"1\"", "\"3\"", "W/\"2\"", "*", "2", "\"x\"",
                "\"1\", \"2\"" })
        void shouldRefuseEditOfAnotherVersion(String tag) {
            String id = published(amal);
            edit(amal, id, "\"1\"", content("minutes", 2)).statusCode(200);

            edit(amal, id, tag, content("minutes", 3)).statusCode(412).body("code", equalTo("changed-meanwhile"));

            read(amal, id).body("minutes", equalTo(2));
        }

        @Test
        void shouldRefuseEditOfSomebodyElses() {
            String id = published(amal);

            edit(bea, id, "\"1\"", content("minutes", 2)).statusCode(403).body("code", equalTo("not-allowed"));
            edit(Cast.moderator(), id, "\"1\"", content("minutes", 2)).statusCode(403);
            edit(bea, draft(amal), "\"1\"", content("minutes", 2)).statusCode(404);

            read(amal, id).body("minutes", equalTo(15));
        }

        @Test
        void shouldKeepHistoryFromOthers() {
            String id = published(amal);

            bea.asks().get(PATH + "/{id}/revisions", id).then().statusCode(403);
            bea.asks().get(PATH + "/{id}/revisions", draft(amal)).then().statusCode(404);
            Cast.moderator().asks().get(PATH + "/{id}/revisions", id).then().statusCode(200);
        }
    }

    @Nested
    class Withdrawing {

        @Test
        void shouldHideAndShowAgain() {
            String id = published(amal);

            act(amal, id, "withdrawal").statusCode(200).body("state", equalTo("withdrawn")).header("ETag", "\"2\"");
            read(bea, id).statusCode(404);
            find(amal, Map.of("mine", true)).body("items.state", contains("withdrawn"));

            act(amal, id, "publication").statusCode(200).body("state", equalTo("published"));
            read(bea, id).statusCode(200);
        }

        @Test
        void shouldPublishDraft() {
            String id = draft(amal);

            act(amal, id, "publication").statusCode(200);

            read(bea, id).statusCode(200);
        }

        @Test
        void shouldRefuseWhenStateIsAlreadySo() {
            act(amal, published(amal), "publication").statusCode(409).body("code", equalTo("wrong-state"));
            act(amal, draft(amal), "withdrawal").statusCode(409).body("code", equalTo("wrong-state"));
        }

        @Test
        void shouldRefuseToWithdrawSomebodyElses() {
            String id = published(amal);

            act(bea, id, "withdrawal").statusCode(403);
            act(Cast.moderator(), id, "withdrawal").statusCode(403);
            act(bea, draft(amal), "publication").statusCode(404);

            read(bea, id).statusCode(200);
        }
    }

    @Nested
    class BadInput {

        static Stream<Arguments> wrong() {
            return Stream.of(
                    Arguments.of("title", null, "title", "missing"),
                    Arguments.of("title", " \u200b ", "title", "missing"),
                    Arguments.of("title", "t".repeat(121), "title", "too-long"),
                    Arguments.of("title", "t".repeat(100_000), "title", "too-long"),
                    Arguments.of("title", "a" + "\u0301".repeat(9), "title", "too-many-marks"),
                    Arguments.of("title", List.of("a"), "title", "wrong-type"),
                    Arguments.of("kind", null, "kind", "missing"),
                    Arguments.of("kind", "STRATEGY", "kind", "unknown-value"),
                    Arguments.of("kind", "spell", "kind", "unknown-value"),
                    Arguments.of("summary", "", "summary", "missing"),
                    Arguments.of("summary", "s".repeat(281), "summary", "too-long"),
                    Arguments.of("body", null, "body", "missing"),
                    Arguments.of("body", "b".repeat(20_001), "body", "too-long"),
                    Arguments.of("steps", Collections.nCopies(13, "a"), "steps", "too-many"),
                    Arguments.of("steps", List.of("a", "s".repeat(401)), "steps.1", "too-long"),
                    Arguments.of("steps", List.of(" "), "steps.0", "missing"),
                    Arguments.of("steps", Collections.singletonList(null), "steps.0", "missing"),
                    Arguments.of("steps", "a", "steps", "wrong-type"),
                    Arguments.of("minutes", null, "minutes", "missing"),
                    Arguments.of("minutes", 0, "minutes", "too-small"),
                    Arguments.of("minutes", 241, "minutes", "too-large"),
                    Arguments.of("minutes", 99_999_999_999L, "minutes", "wrong-type"),
                    Arguments.of("minutes", "long", "minutes", "wrong-type"),
                    Arguments.of("themes", List.of(), "themes", "missing"),
                    Arguments.of("themes", Collections.singletonList(null), "themes.0", "missing"),
                    Arguments.of("themes", List.of("therapy", "cats"), "themes.1", "unknown-value"),
                    Arguments.of("themes", Collections.nCopies(5, "therapy"), "themes", "too-many"),
                    Arguments.of("source", "s".repeat(301), "source", "too-long"),
                    Arguments.of("author", "ada", "", "unknown-field"));
        }

        @ParameterizedTest
        @MethodSource("wrong")
        void shouldNameTheFieldWhenContentIsWrong(String field, Object value, String named, String reason) {
            post(amal, content(field, value), true).statusCode(422).contentType("application/problem+json")
                    .body("code", equalTo("invalid")).body("errors[0].field", equalTo(named))
                    .body("errors[0].reason", equalTo(reason));
            edit(amal, published(amal), "\"1\"", content(field, value)).statusCode(422)
                    .body("errors[0].field", equalTo(named));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', value = { "{", "[]", "\"x\"", "7", "{\"title\": \"a\", \"title\": }" })
        void shouldRefuseBrokenJsonEverywhere(String body) {
            String id = published(amal);
            Someone mo = Cast.moderator();
            List<Integer> statuses = List.of(
                    amal.asks().body(body).post(PATH).statusCode(),
                    amal.asks().header("If-Match", "\"1\"").body(body).put(PATH + "/{id}", id).statusCode(),
                    mo.asks().body(body).post(PATH + "/{id}/removal", id).statusCode(),
                    mo.asks().body(body).post(PATH + "/{id}/restoration", id).statusCode());

            assertThat(statuses).allMatch(status -> status == 400 || status == 422);
            read(bea, id).statusCode(200).body("version", equalTo(1));
        }

        @ParameterizedTest
        @CsvSource({ "null", "''" })
        void shouldRefuseNothingEverywhere(String body) {
            String id = published(amal);
            Someone mo = Cast.moderator();

            assertThat(List.of(
                    amal.asks().body(body).post(PATH).statusCode(),
                    amal.asks().header("If-Match", "\"1\"").body(body).put(PATH + "/{id}", id).statusCode(),
                    mo.asks().body(body).post(PATH + "/{id}/removal", id).statusCode(),
                    mo.asks().body(body).post(PATH + "/{id}/restoration", id).statusCode()))
                    .allMatch(status -> status == 400 || status == 422);
        }

        @Test
        void shouldRefuseBodyThatIsTooLarge() {
            amal.asksFirst().body("{\"title\":\"" + "x".repeat(300_000) + "\"}").post(PATH).then().statusCode(413);
        }

        @ParameterizedTest
        @CsvSource({
                "kind,       spell, unknown-value",
                "kind,       PRACTICE, unknown-value",
                "theme,      cats, unknown-value",
                "maxMinutes, soon, wrong-type",
                "maxMinutes, 0, too-small",
                "maxMinutes, 99999999999, wrong-type",
                "mine,       perhaps, wrong-type",
                "limit,      0, too-small",
                "limit,      101, too-large",
                "limit,      x, wrong-type",
                "cursor,     !!, not-possible",
                "cursor,     QUxM, not-possible",
        })
        void shouldNameTheParameterWhenAFilterIsWrong(String name, String value, String reason) {
            find(amal, Map.of(name, value)).statusCode(422).body("errors[0].field", equalTo(name))
                    .body("errors[0].reason", equalTo(reason));
        }

        @Test
        void shouldRefuseQueryThatIsTooLong() {
            find(amal, Map.of("q", "a".repeat(201))).statusCode(422).body("errors[0].field", equalTo("q"));
        }

        @Test
        void shouldNotFindWhatIsNotThere() {
            Map<String, Object> request = new HashMap<>(content());
            Someone mo = Cast.moderator();
            for (String id : List.of(UUID.randomUUID().toString(), "1", "not-an-id")) {
                read(amal, id).statusCode(404).body("code", equalTo("not-found"));
                edit(amal, id, "\"1\"", request).statusCode(404);
                act(amal, id, "publication").statusCode(404);
                act(amal, id, "withdrawal").statusCode(404);
                amal.asks().get(PATH + "/{id}/revisions", id).then().statusCode(404);
                BoardKit.remove(mo, id).statusCode(404);
                BoardKit.restore(mo, id).statusCode(404);
            }
        }

        @Test
        void shouldAskToSignInEverywhere() {
            String id = published(amal);
            var nobody = RestAssured.given().contentType("application/json");

            assertThat(List.of(
                    nobody.get(PATH).statusCode(), nobody.get(PATH + "/" + id).statusCode(),
                    nobody.body(content()).post(PATH).statusCode(),
                    nobody.body(content()).header("If-Match", "\"1\"").put(PATH + "/" + id).statusCode(),
                    nobody.post(PATH + "/" + id + "/publication").statusCode(),
                    nobody.post(PATH + "/" + id + "/withdrawal").statusCode(),
                    nobody.get(PATH + "/" + id + "/revisions").statusCode(),
                    nobody.body(BoardKit.GROUNDS).post(PATH + "/" + id + "/removal").statusCode(),
                    nobody.body("{}").post(PATH + "/" + id + "/restoration").statusCode()))
                    .containsOnly(401);
        }
    }
}
