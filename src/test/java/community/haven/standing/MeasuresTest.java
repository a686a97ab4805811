package community.haven.standing;

import static community.haven.standing.MeasureKit.LIFTED;
import static community.haven.standing.MeasureKit.REASON;
import static community.haven.standing.MeasureKit.confirm;
import static community.haven.standing.MeasureKit.lift;
import static community.haven.standing.MeasureKit.say;
import static community.haven.standing.MeasureKit.take;
import static community.haven.standing.MeasureKit.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import community.haven.audit.Audit;
import community.haven.testkit.AtOnce;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Rows;
import community.haven.testkit.Scene;
import community.haven.testkit.TestRooms;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** Measures at the doors: what moderators may decide, what follows, and what the person is told. */
@HavenTest
class MeasuresTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    Audit audit;

    @Inject
    Rows rows;

    private Someone mo;
    private Someone amal;
    private UUID room;

    @BeforeEach
    void amalIsInARoom() {
        mo = Cast.moderator();
        amal = Cast.member("amal");
        room = TestRooms.joinedBy(mo, amal);
    }

    @Test
    void shouldSayAKindWordThatLimitsNothing() {
        String word = taken(mo, amal, "word", null);

        say(amal, room).then().statusCode(201);
        own().body("standing", equalTo("good")).body("notices", hasSize(1)).body("notices[0].kind", equalTo("word"))
                .body("notices[0].reason", equalTo(REASON)).body("notices[0].youAreStillAMember", equalTo(true))
                .body("notices[0].next", notNullValue());
        assertThat(acts(word)).containsExactly("measure-word G1 " + mo.id());
    }

    @Test
    void shouldTellTheMemberTheRuleAndTheReasonAndNobodysName() {
        String mute = taken(mo, amal, "mute", HOUR);

        Response answer = amal.asks().get("/api/accounts/me/measures");
        answer.then().statusCode(200).body("standing", equalTo("muted")).body("notices[0].id", equalTo(mute))
                .body("notices[0].rule", equalTo("G1")).body("notices[0].ruleTitle", notNullValue())
                .body("notices[0].reason", equalTo(REASON)).body("notices[0].since", notNullValue())
                .body("notices[0].until", notNullValue()).body("notices[0].state", equalTo("in-force"))
                .body("notices[0].youAreStillAMember", equalTo(true));
        assertThat(answer.asString()).doesNotContain(mo.handle(), mo.id().toString());
        amal.asks().get("/api/accounts/me").then().body("standing", equalTo("muted"));
    }

    @Test
    void shouldLetSomebodyMutedReadAndNotWriteOnAnyPath() {
        String resource = amal.asks().body(Scene.resourceForm()).post("/api/resources").then().statusCode(201).extract()
                .path("id");
        String mute = taken(mo, amal, "mute", HOUR);

        amal.asks().get("/api/rooms/{id}/messages", room).then().statusCode(200);
        refused(say(amal, room), 403, "muted");
        refused(amal.asks().body(Scene.resourceForm()).post("/api/resources"), 403, "muted");
        refused(amal.asks().post("/api/resources/{id}/publication", resource), 403, "muted");
        assertThat(rows.count("select count(*) from entry where author_id = ?", amal.id())).isZero();
        assertThat(acts(mute)).containsExactly("measure-mute G1 " + mo.id());

        lift(mo, mute).then().statusCode(200).body("state", equalTo("lifted")).body("liftedBy.handle", equalTo(mo.handle()));
        say(amal, room).then().statusCode(201);
        own().body("standing", equalTo("good")).body("notices[0].state", equalTo("lifted"))
                .body("notices[0].liftReason", equalTo(LIFTED));
        assertThat(acts(mute)).containsExactly("measure-lifted G1 " + mo.id(), "measure-mute G1 " + mo.id());
    }

    @ParameterizedTest
    @ValueSource(strings = { "mute", "suspend" })
    void shouldEndByItself(String kind) {
        String measure = taken(mo, amal, kind, HOUR);
        refused(say(amal, room), 403, kind.equals("mute") ? "muted" : "suspended");

        rows.change("update measure set ends_at = '2026-01-01' where id = ?", measure);

        say(amal, room).then().statusCode(201);
        own().body("standing", equalTo("good")).body("notices[0].state", equalTo("ended"));
        refused(lift(mo, measure), 409, "wrong-state");
    }

    @Test
    void shouldLeaveSomebodySuspendedTheirOwnAccount() {
        taken(mo, amal, "suspend", HOUR);

        for (String path : List.of("/api/rooms", "/api/resources", "/api/rooms/" + room, "/api/rooms/" + room + "/messages")) {
            refused(amal.asks().get(path), 403, "suspended");
        }
        amal.asks().get("/api/accounts/me/recovery-codes").then().statusCode(200);
        Cast.signIn(amal.handle()).asks().get("/api/accounts/me").then().body("standing", equalTo("suspended"));
        own().body("notices[0].youAreStillAMember", equalTo(true));
    }

    @Test
    void shouldExcludeOnlyWhenASecondPersonAgrees() {
        Someone second = Cast.moderator();
        String proposal = taken(mo, amal, "exclude", null);

        say(amal, room).then().statusCode(201);
        own().body("notices", hasSize(0));
        second.asks().get("/api/measures/proposals").then().body("id", hasItem(proposal));
        refused(confirm(mo, proposal), 403, "second-person-needed");
        confirm(second, proposal).then().statusCode(200).body("state", equalTo("in-force"))
                .body("secondedBy.handle", equalTo(second.handle())).body("account.handle", equalTo(amal.handle()));

        refused(say(amal, room), 403, "excluded");
        own().body("standing", equalTo("excluded")).body("notices[0].kind", equalTo("exclude"))
                .body("notices[0].youAreStillAMember", equalTo(false)).body("notices[0].until", nullValue());
        second.asks().get("/api/measures/proposals").then().body("id", not(hasItem(proposal)));
        refused(lift(mo, proposal), 403, "not-allowed");
        lift(Cast.admin(), proposal).then().statusCode(200);
        say(amal, room).then().statusCode(201);
        assertThat(acts(proposal)).containsExactly("measure-lifted G1 " + Cast.admin().id(),
                "exclusion-confirmed G1 " + second.id(), "exclusion-proposed G1 " + mo.id());
    }

    @Test
    void shouldSuspendMeanwhileAndGoBackWhenTheSecondPersonDeclines() {
        String proposal = taken(mo, amal, "exclude", HOUR);

        refused(say(amal, room), 403, "suspended");
        own().body("notices[0].kind", equalTo("suspend")).body("notices[0].underReview", equalTo(true))
                .body("notices[0].youAreStillAMember", equalTo(true)).body("notices[0].state", equalTo("in-force"));
        lift(Cast.moderator(), proposal).then().statusCode(200);
        say(amal, room).then().statusCode(201);
        own().body("standing", equalTo("good")).body("notices[0].underReview", equalTo(false))
                .body("notices[0].state", equalTo("lifted"));
        assertThat(acts(proposal)).first().asString().startsWith("exclusion-declined");
    }

    @Test
    void shouldLetAProposalLapse() {
        String proposal = taken(mo, amal, "exclude", HOUR);
        rows.change("update measure set made_at = '2026-01-01', meanwhile_until = '2026-01-02' where id = ?", proposal);

        refused(confirm(Cast.moderator(), proposal), 409, "wrong-state");
        say(amal, room).then().statusCode(201);
        own().body("notices[0].state", equalTo("ended"));
        taken(mo, amal, "exclude", null);
    }

    @Test
    void shouldLetOneOfTwoWhoDecideAtOnceWin() {
        List<Someone> moderators = List.of(Cast.moderator(), Cast.moderator());
        String proposal = taken(mo, amal, "exclude", null);

        List<Response> confirmed = AtOnce.times(2, i -> confirm(moderators.get(i), proposal));
        assertThat(confirmed).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
        assertThat(confirmed).filteredOn(answer -> answer.statusCode() == 409).singleElement()
                .satisfies(answer -> assertThat(answer.<String> path("code")).isEqualTo("already-decided"));
        Someone bea = Cast.member("bea");
        List<Response> muted = AtOnce.times(2, i -> take(moderators.get(i), bea.id(), "mute", HOUR));
        assertThat(muted).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 409);
        assertThat(acts(proposal)).hasSize(2);
        assertThat(rows.count("select count(*) from measure where account_id = ?", bea.id())).isOne();
    }

    @Test
    void shouldConfirmOrDeclineButNotBoth() {
        List<Someone> moderators = List.of(Cast.moderator(), Cast.moderator());
        String proposal = taken(mo, amal, "exclude", null);

        List<Response> answers = AtOnce.times(2, i -> i == 0 ? confirm(moderators.get(0), proposal)
                : lift(moderators.get(1), proposal));
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        assertThat(acts(proposal)).hasSize(2);
    }

    @Test
    void shouldKeepModeratorsFromStaffAndEverybodyFromThemselves() {
        Someone ada = Cast.admin();
        refused(take(mo, ada.id(), "word", null), 403, "not-allowed");
        refused(take(mo, Cast.moderator().id(), "mute", HOUR), 403, "not-allowed");
        refused(take(mo, mo.id(), "mute", HOUR), 403, "not-about-yourself");
        refused(take(amal, mo.id(), "mute", HOUR), 403, "not-allowed");
        Someone other = Cast.secondAdmin("second");
        refused(take(ada, other.id(), "suspend", HOUR), 409, "still-admin");
        refused(take(ada, other.id(), "exclude", null), 409, "still-admin");
        taken(ada, other, "word", null);
        ada.asks().body(Map.of("role", "member")).put("/api/accounts/{id}/role", other.id()).then().statusCode(200);
        taken(ada, other, "suspend", HOUR);
        refused(ada.asks().body(Map.of("role", "admin")).put("/api/accounts/{id}/role", other.id()), 409, "wrong-state");
    }

    @Test
    void shouldKeepAModeratorWhoIsSuspendedFromActing() {
        Someone second = Cast.moderator();
        taken(Cast.admin(), second, "suspend", HOUR);

        refused(take(second, amal.id(), "word", null), 403, "suspended");
    }

    @Test
    void shouldRefuseWhatIsNotComplete() {
        refused(take(mo, UUID.randomUUID(), "word", null), 404, "not-found");
        invalid(take(mo, amal.id(), "mute", null), "until");
        invalid(take(mo, amal.id(), "mute", Duration.ofDays(31)), "until");
        invalid(take(mo, amal.id(), "suspend", Duration.ofDays(366)), "until");
        invalid(take(mo, amal.id(), "exclude", Duration.ofHours(73)), "until");
        invalid(take(mo, amal.id(), "word", HOUR), "until");
        invalid(take(mo, amal.id(), "mute", Duration.ofSeconds(-5)), "until");
        invalid(take(mo, amal.id(), "banish", null), "kind");
        invalid(post(Map.of("rule", "G1", "reason", REASON)), "kind");
        invalid(post(Map.of("kind", "word", "rule", "G1", "reason", "short")), "reason");
        invalid(post(Map.of("kind", "word", "rule", "G1")), "reason");
        refused(post(Map.of("kind", "word", "rule", "G99", "reason", REASON)), 422, "unknown-rule");
        refused(post(Map.of("kind", "word", "reason", REASON)), 422, "unknown-rule");
        String mute = taken(mo, amal, "mute", HOUR);
        refused(take(mo, amal.id(), "mute", HOUR), 409, "already-measured");
        refused(confirm(Cast.moderator(), mute), 409, "wrong-state");
        refused(confirm(mo, UUID.randomUUID().toString()), 404, "not-found");
        invalid(mo.asks().body(Map.of("reason", "short")).post("/api/measures/{id}/lifting", mute), "reason");
        lift(mo, mute).then().statusCode(200);
        refused(lift(mo, mute), 409, "already-decided");
    }

    @Test
    void shouldShowStaffTheHistoryWithNames() {
        taken(mo, amal, "word", null);
        taken(mo, amal, "mute", HOUR);

        Cast.moderator().asks().get("/api/accounts/{id}/measures", amal.id()).then().statusCode(200).body("$", hasSize(2))
                .body("kind", equalTo(List.of("mute", "word")))
                .body("madeBy.handle", equalTo(List.of(mo.handle(), mo.handle())));
        refused(amal.asks().get("/api/accounts/{id}/measures", amal.id()), 403, "not-allowed");
    }

    private Response post(Map<String, Object> request) {
        return mo.asks().body(request).post("/api/accounts/{id}/measures", amal.id());
    }

    private ValidatableResponse own() {
        return amal.asks().get("/api/accounts/me/measures").then().statusCode(200);
    }

    private List<String> acts(String measure) {
        return audit.before(Long.MAX_VALUE, 50).stream().filter(line -> line.subject().endsWith("/" + measure))
                .map(line -> line.act() + " " + line.rule() + " " + line.actor()).toList();
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }

    private static void invalid(Response answer, String field) {
        answer.then().statusCode(422).body("code", equalTo("invalid")).body("errors[0].field", equalTo(field));
    }
}
