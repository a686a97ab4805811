package community.haven.board;

import static community.haven.board.BoardKit.PATH;
import static community.haven.board.BoardKit.act;
import static community.haven.board.BoardKit.auditOf;
import static community.haven.board.BoardKit.content;
import static community.haven.board.BoardKit.draft;
import static community.haven.board.BoardKit.edit;
import static community.haven.board.BoardKit.find;
import static community.haven.board.BoardKit.published;
import static community.haven.board.BoardKit.read;
import static community.haven.board.BoardKit.remove;
import static community.haven.board.BoardKit.restore;
import static community.haven.board.BoardKit.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;

@HavenTest
class BoardModerationTest {

    private Someone amal;
    private Someone bea;
    private Someone mo;
    private String word;
    private String id;

    @BeforeEach
    void aPublishedResource() {
        amal = Cast.member("amal");
        bea = Cast.member("bea");
        mo = Cast.moderator();
        word = Cast.handle("w").replace("-", "");
        id = published(amal, content("title", "A walk " + word));
    }

    @AfterEach
    void theChainHolds() {
        mo.asks().get("/api/audit/verification").then().statusCode(200).body("intact", equalTo(true));
    }

    @Test
    void shouldHideEverywhereFromOthersWhenRemoved() {
        remove(mo, id).statusCode(200).header("ETag", "\"2\"");

        read(bea, id).statusCode(404);
        bea.asks().get(PATH + "/{id}/revisions", id).then().statusCode(404);
        edit(bea, id, "\"2\"", content()).statusCode(404);
        act(bea, id, "withdrawal").statusCode(404);
        assertThat(titles(bea, Map.of("q", word))).isEmpty();
        assertThat(titles(bea, Map.of("kind", "experience", "limit", 100))).doesNotContain("A walk " + word);
        assertThat(auditOf(mo, id)).singleElement()
                .satisfies(line -> assertThat(line).containsEntry("act", "resource-removed").containsEntry("rule", "G3")
                        .containsEntry("actor", mo.id().toString()));
    }

    @Test
    void shouldKeepTextAndGroundsForAuthorAndStaff() {
        remove(mo, id).statusCode(200);

        for (Someone who : List.of(amal, mo, Cast.moderator())) {
            read(who, id).statusCode(200).body("body", equalTo(content().get("body")))
                    .body("removal.rule", equalTo("G3")).body("removal.ruleTitle", notNullValue())
                    .body("removal.reason", equalTo(BoardKit.GROUNDS.get("reason"))).body("removal.at", notNullValue())
                    .body("removal", not(hasItem("moderator")));
            who.asks().get(PATH + "/{id}/revisions", id).then().statusCode(200);
        }
        find(amal, Map.of("mine", true)).body("items.removed", contains(true));
    }

    @Test
    void shouldLeaveNoWayAroundARemoval() {
        remove(mo, id).statusCode(200);

        edit(amal, id, "\"2\"", content()).statusCode(409).body("code", equalTo("wrong-state"));
        act(amal, id, "publication").statusCode(409);
        act(amal, id, "withdrawal").statusCode(409);
    }

    @Test
    void shouldShowAgainWhenRestored() {
        remove(mo, id).statusCode(200);
        Someone mia = Cast.moderator("mia");

        restore(mia, id).statusCode(200).body("$", not(hasItem("removal")));

        read(bea, id).statusCode(200).body("$", not(hasItem("removal")));
        assertThat(titles(bea, Map.of("q", word))).containsExactly("A walk " + word);
        assertThat(auditOf(mo, id)).extracting(line -> line.get("act"), line -> line.get("actor"), line -> line.get("rule"))
                .containsExactly(tuple("resource-restored", mia.id().toString(), "G3"),
                        tuple("resource-removed", mo.id().toString(), "G3"));
    }

    @Test
    void shouldStayWithdrawnWhenRestoredAfterWithdrawal() {
        act(amal, id, "withdrawal").statusCode(200);
        remove(mo, id).statusCode(200);
        restore(mo, id).statusCode(200);

        read(bea, id).statusCode(404);
        act(amal, id, "publication").statusCode(200);
        read(bea, id).statusCode(200);
    }

    @Test
    void shouldRefuseMembers() {
        remove(bea, id).statusCode(403).body("code", equalTo("not-allowed"));
        remove(amal, id).statusCode(403);
        bea.asks().body(Map.of("rule", "G999")).post(PATH + "/{id}/removal", id).then().statusCode(403);
        remove(mo, id).statusCode(200);
        restore(amal, id).statusCode(403);
        restore(bea, id).statusCode(403);

        assertThat(auditOf(mo, id)).hasSize(1);
    }

    @Test
    void shouldRefuseWhatDoesNotFitTheState() {
        restore(mo, id).statusCode(409).body("code", equalTo("not-removed"));
        remove(mo, draft(amal)).statusCode(409).body("code", equalTo("wrong-state"));
        remove(mo, id).statusCode(200);
        remove(mo, id).statusCode(409).body("code", equalTo("already-removed"));
    }

    static Stream<Arguments> badGrounds() {
        return Stream.of(
                Arguments.of(Map.of("reason", "It tells people what to take."), "unknown-rule"),
                Arguments.of(Map.of("rule", "G99", "reason", "It tells people what to take."), "unknown-rule"),
                Arguments.of(Map.of("rule", "g3", "reason", "It tells people what to take."), "unknown-rule"),
                Arguments.of(Map.of("rule", "G3"), "invalid"),
                Arguments.of(Map.of("rule", "G3", "reason", "Because."), "invalid"),
                Arguments.of(Map.of("rule", "G3", "reason", "r".repeat(1_001)), "invalid"),
                Arguments.of(Map.of("rule", "G3", "reason", 7), "invalid"),
                Arguments.of(Map.of("rule", "G3", "reason", "It tells people what to take.", "silent", true), "invalid"));
    }

    @ParameterizedTest
    @MethodSource("badGrounds")
    void shouldRemoveNothingWithoutRuleAndReason(Map<String, Object> grounds, String code) {
        mo.asks().body(grounds).post(PATH + "/{id}/removal", id).then().statusCode(422).body("code", equalTo(code));

        read(bea, id).statusCode(200);
        assertThat(auditOf(mo, id)).isEmpty();
    }

    @Test
    void shouldRestoreNothingWithoutReason() {
        remove(mo, id).statusCode(200);

        mo.asks().body(Map.of()).post(PATH + "/{id}/restoration", id).then().statusCode(422);
        mo.asks().body(Map.of("reason", "Short.")).post(PATH + "/{id}/restoration", id).then().statusCode(422);

        read(bea, id).statusCode(404);
    }

    @Test
    void shouldLetOneWinWhenManyModeratorsActAtOnce() {
        List<Someone> moderators = List.of(mo, Cast.moderator(), Cast.moderator(), Cast.moderator());

        assertThat(atOnce(moderators.stream().map(who -> (Supplier<Integer>) () -> remove(who, id).extract().statusCode())))
                .containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(atOnce(moderators.stream().map(who -> (Supplier<Integer>) () -> restore(who, id).extract().statusCode())))
                .containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(auditOf(mo, id)).hasSize(2);
    }

    @Test
    void shouldLetOneEditWinWhenTwoStartFromTheSameVersion() {
        assertThat(atOnce(Stream.of(20, 30, 40).map(minutes -> () -> edit(amal, id, "\"1\"", content("minutes", minutes))
                .extract().statusCode()))).containsExactlyInAnyOrder(200, 412, 412);

        amal.asks().get(PATH + "/{id}/revisions", id).then().body("items.version", contains(2, 1));
    }

    private static List<Integer> atOnce(Stream<Supplier<Integer>> requests) {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            return requests.map(request -> CompletableFuture.supplyAsync(request, threads)).toList().stream()
                    .map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }
}
