package community.haven.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import community.haven.audit.Audit;
import community.haven.testkit.AtOnce;
import community.haven.testkit.ByApproval;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Rows;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

@HavenTest
@TestProfile(ByApproval.class)
class ApprovalTest {

    private static final Map<String, String> NO = Map.of("reason", "This Haven is for people of the harbour town alone.");

    @Inject
    Newcomers newcomers;
    @Inject
    Audit audit;
    @Inject
    Rows rows;

    @Test
    void shouldLetNewcomersWaitAndThenGoOnAtOnce() {
        given().get("/api/page").then().body("signUp.mode", is("approval")).body("signUp.proof", is(true));
        Someone nia = newcomer(null);
        nia.asks().get("/api/accounts/me").then().statusCode(200).body("state", is("waiting"));
        nia.asks().get("/api/accounts/me/approval").then().statusCode(200).body("decision", is("waiting"))
                .body("size()", is(1));
        nia.asks().get("/api/rooms").then().statusCode(403).body("code", is("waiting-for-approval"));

        Someone ada = Cast.admin();
        approve(ada, nia).then().statusCode(204);
        nia.asks().get("/api/rooms").then().statusCode(200);
        nia.asks().get("/api/accounts/me/approval").then().body("decision", is("approved"));
        Audit.View line = audit.before(Long.MAX_VALUE, 1).get(0);
        assertThat(line.actor()).isEqualTo(ada.id());
        assertThat(line.act()).isEqualTo("newcomer-approved");
        assertThat(line.subject()).isEqualTo("account:" + nia.id());
    }

    @Test
    void shouldShowTheirWordsToStaffUntilItIsDecided() {
        Someone nia = newcomer("A friend told me\nabout this place.");
        assertThat(inQueue(nia).getString("introduction")).isEqualTo("A friend told me\nabout this place.");
        assertThat(inQueue(nia).getString("handle")).isEqualTo(nia.handle());
        Someone carlo = newcomer("I would like to listen.");
        carlo.asks().get("/api/approvals").then().statusCode(403);

        approve(Cast.admin(), nia).then().statusCode(204);
        refuse(Cast.admin(), carlo).then().statusCode(204);
        assertThat(rows.count("select count(*) from newcomer where introduction is not null and account_id in (?, ?)",
                nia.id(), carlo.id())).isZero();
        assertThat(inQueue(nia).getString("id")).isNull();
        assertThat(inQueue(carlo).getString("id")).isNull();
    }

    @Test
    void shouldTakeNoMoreThanAFewWords() {
        signUp(Cast.handle("nia"), "x".repeat(501)).then().statusCode(422).body("errors[0].field", is("introduction"))
                .body("errors[0].limit", is(500));
        signUp(Cast.handle("nia"), "x".repeat(500)).then().statusCode(201);
    }

    @Test
    void shouldStillAskForWork() {
        Map<String, Object> form = Cast.signUpForm(Cast.handle("nia"));
        form.remove("proof");
        Cast.stranger().body(form).post("/api/accounts").then().statusCode(422).body("code", is("sign-up-proof-not-good"));
    }

    @Test
    void shouldBeDecidedOnceWhenTwoComeToItTogether() {
        List<Someone> staff = List.of(Cast.admin(), Cast.secondAdmin("eve"));
        approve(staff.get(0), staff.get(1)).then().statusCode(204);
        for (int round = 0; round < 5; round++) {
            Someone nia = newcomer("Hello.");
            assertThat(AtOnce.times(2, i -> (i == 0 ? approve(staff.get(0), nia) : refuse(staff.get(1), nia)).statusCode()))
                    .containsExactlyInAnyOrder(204, 409);
        }
    }

    @Test
    void shouldSayThatItHasBeenDecided() {
        Someone nia = newcomer(null);
        approve(Cast.admin(), nia).then().statusCode(204);
        approve(Cast.admin(), nia).then().statusCode(409).body("code", is("already-decided"));
        refuse(Cast.admin(), nia).then().statusCode(409).body("code", is("already-decided"));
        Cast.admin().asks().post("/api/accounts/{id}/approval", UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void shouldTellWhoeverIsRefusedWhyAndThenLetTheAccountGo() {
        Someone nia = newcomer("Hello.");
        Cast.admin().asks().body(Map.of("reason", "short")).post("/api/accounts/{id}/refusal", nia.id())
                .then().statusCode(422).body("errors[0].field", is("reason"));
        refuse(Cast.admin(), nia).then().statusCode(204);
        assertThat(audit.before(Long.MAX_VALUE, 1).get(0).act()).isEqualTo("newcomer-refused");

        Cast.signIn(nia.handle()).asks().get("/api/accounts/me/approval").then().body("decision", is("refused"))
                .body("reason", is(NO.get("reason"))).body("goesAt", notNullValue());
        nia.asks().get("/api/rooms").then().statusCode(403).body("code", is("waiting-for-approval"));

        newcomers.forgetRefused();
        nia.asks().get("/api/accounts/me").then().statusCode(200);
        rows.change("update newcomer set refused_at = '2020-01-01' where account_id = ?", nia.id());
        newcomers.forgetRefused();
        nia.asks().get("/api/accounts/me").then().statusCode(401);
        assertThat(rows.count("select count(*) from account where id = ?", nia.id())).isZero();
        signUp(nia.handle(), null).then().statusCode(201);
    }

    @Test
    void shouldShowWhoHasWaitedLongestFirst() {
        Someone first = newcomer(null);
        Someone second = newcomer(null);
        rows.change("update newcomer set asked_at = '2020-01-01' where account_id = ?", first.id());
        rows.change("update newcomer set asked_at = '2020-01-02' where account_id = ?", second.id());
        JsonPath page = queue(Map.of("limit", 1));
        assertThat(page.getString("items[0].id")).isEqualTo(first.id().toString());
        page = queue(Map.of("limit", 1, "cursor", page.getString("next")));
        assertThat(page.getString("items[0].id")).isEqualTo(second.id().toString());
        approve(Cast.admin(), first);
        approve(Cast.admin(), second);
    }

    @Test
    void shouldKeepNothingPrintableOfWhatPeopleWrote() {
        assertThat(new Newcomers.Waiting(null, "nia", null, "secret").toString()).doesNotContain("secret");
        assertThat(new Newcomers.Own(Newcomers.Decision.REFUSED, "secret", null).toString()).doesNotContain("secret");
        assertThat(new NewcomerResource.Reason("secret").toString()).doesNotContain("secret");
    }

    @Test
    void shouldAnswerTheFirstAdminAtOnce() {
        Cast.admin().asks().get("/api/accounts/me").then().body("state", is("active")).body("role", is("admin"));
        Cast.admin().asks().get("/api/accounts/me/approval").then().body("decision", is("approved"))
                .body("reason", nullValue());
    }

    private static Someone newcomer(String introduction) {
        String handle = Cast.handle("nia");
        signUp(handle, introduction).then().statusCode(201);
        return Cast.signIn(handle);
    }

    private static Response signUp(String handle, String introduction) {
        Map<String, Object> form = Cast.signUpForm(handle);
        form.put("introduction", introduction);
        return Cast.stranger().body(form).post("/api/accounts");
    }

    private static Response approve(Someone staff, Someone newcomer) {
        return staff.asks().post("/api/accounts/{id}/approval", newcomer.id());
    }

    private static Response refuse(Someone staff, Someone newcomer) {
        return staff.asks().body(NO).post("/api/accounts/{id}/refusal", newcomer.id());
    }

    private static JsonPath queue(Map<String, Object> query) {
        return Cast.admin().asks().queryParams(query).get("/api/approvals").then().statusCode(200).extract().jsonPath();
    }

    private static JsonPath inQueue(Someone newcomer) {
        return queue(Map.of("limit", 100)).setRootPath("items.find { it.id == '" + newcomer.id() + "' }");
    }
}
