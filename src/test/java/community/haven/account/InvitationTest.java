package community.haven.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import community.haven.audit.Audit;
import community.haven.testkit.AtOnce;
import community.haven.testkit.Authenticator;
import community.haven.testkit.ByInvitation;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Rows;
import community.haven.testkit.SetupCodes;
import community.haven.testkit.TestRooms;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

@HavenTest
@TestProfile(ByInvitation.class)
class InvitationTest {

    @Inject
    Setup setup;
    @Inject
    Invitations invitations;
    @Inject
    Audit audit;
    @Inject
    Rows rows;

    @Test
    void shouldSayThatPeopleAreInvited() {
        given().get("/api/page").then().body("signUp.mode", is("invitation")).body("signUp.proof", is(false))
                .body("signUp.invitationsBy", is("moderator"));
    }

    @Test
    void shouldLetInAsManyPeopleAsItSaysWithoutAnyWork() {
        JsonPath made = invite(2);
        String code = made.getString("code");
        assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
        signUp(code).then().statusCode(201);
        signUp(code.toLowerCase().replace("-", "")).then().statusCode(201);
        signUp(code).then().statusCode(403).body("code", is("invitation-not-good"));
        assertThat(listed(made).getInt("usesLeft")).isZero();
    }

    @Test
    void shouldNeverLetInMoreHoweverManyComeAtOnce() {
        String code = invite(3).getString("code");
        assertThat(AtOnce.times(12, i -> signUp(code).statusCode())).containsOnly(201, 403)
                .satisfies(answers -> assertThat(Collections.frequency(answers, 201)).isEqualTo(3));
    }

    @Test
    void shouldUseNothingUpWhenTheNameIsTaken() {
        JsonPath made = invite(1);
        Map<String, Object> form = form(made.getString("code"));
        form.put("handle", Cast.admin().handle());
        Cast.stranger().body(form).post("/api/accounts").then().statusCode(409);
        signUp(made.getString("code")).then().statusCode(201);
    }

    @Test
    void shouldNotTellWhetherACodeEverExisted() {
        JsonPath over = invite(5);
        rows.change("update invitation set expires_at = '2020-01-01' where id = ?", over.getString("invitation.id"));
        JsonPath withdrawn = invite(5);
        withdraw(withdrawn).then().statusCode(204);
        withdraw(withdrawn).then().statusCode(404);
        String unknown = signUp("AAAA-BBBB-CCCC-DDDD").then().statusCode(403).extract().asString();
        for (String code : List.of(over.getString("code"), withdrawn.getString("code"), "x", "x".repeat(5_000))) {
            assertThat(signUp(code).then().statusCode(403).extract().asString()).isEqualTo(unknown);
        }
        signUp(null).then().statusCode(422).body("errors[0].field", is("invitation"));
    }

    @Test
    void shouldShowTheCodeOnceAndStoreNothingThatCouldBeTyped() {
        JsonPath made = invite(1);
        Cast.admin().asks().get("/api/invitations").then().statusCode(200).body("items[0].code", nullValue());
        assertThat(rows.count("select count(*) from invitation where hash like concat('%', ?, '%')",
                made.getString("code").substring(0, 4))).isZero();
        assertThat(new Invitations.Made("secret", null).toString()).doesNotContain("secret");
    }

    @Test
    void shouldBeForStaffWhoMayInviteAndBeAudited() {
        Someone mo = Authenticator.enrol(Cast.promote(Cast.invited("mo"), "moderator"));
        JsonPath made = JsonPath.from(mo.asks().body(Map.of("uses", 1, "days", 7, "note", "The Tuesday group"))
                .post("/api/invitations").then().statusCode(201).extract().asString());
        Audit.View line = audit.before(Long.MAX_VALUE, 1).get(0);
        assertThat(line.act()).isEqualTo("invitation-made");
        assertThat(line.subject()).isEqualTo("invitation:" + made.getString("invitation.id"));
        assertThat(listed(made).getString("maker")).isEqualTo(mo.handle());
        assertThat(listed(made).getString("note")).isEqualTo("The Tuesday group");

        withdraw(made).then().statusCode(204);
        assertThat(audit.before(Long.MAX_VALUE, 1).get(0).act()).isEqualTo("invitation-withdrawn");
        Cast.invited("amal").asks().get("/api/invitations").then().statusCode(403).body("code", is("not-allowed"));
    }

    @Test
    void shouldNotBeForHostsUnlessTheOperatorSaysSo() {
        Someone bea = Cast.invited("bea");
        TestRooms.appoint(Cast.admin(), TestRooms.joinedBy(Cast.admin(), bea), bea);
        bea.asks().body(Map.of("uses", 1, "days", 1)).post("/api/invitations").then().statusCode(403)
                .body("code", is("not-allowed"));
    }

    @Test
    void shouldGoOnInPagesFromTheNewest() {
        String first = invite(1).getString("invitation.id");
        String second = invite(1).getString("invitation.id");
        JsonPath page = page(Map.of("limit", 1));
        assertThat(page.getList("items.id")).containsExactly(second);
        assertThat(page(Map.of("limit", 1, "cursor", page.getString("next"))).getList("items.id")).containsExactly(first);
        Cast.admin().asks().queryParam("cursor", "nonsense").get("/api/invitations").then().statusCode(422)
                .body("errors[0].field", is("cursor"));
    }

    @ParameterizedTest
    @CsvSource({ "0, 1, uses", "501, 1, uses", ", 1, uses", "1, 0, days", "1, 366, days", "1, , days" })
    void shouldRefuseWhatIsOutOfBounds(Integer uses, Integer days, String field) {
        Map<String, Object> invitation = new HashMap<>();
        invitation.put("uses", uses);
        invitation.put("days", days);
        Cast.admin().asks().body(invitation).post("/api/invitations").then().statusCode(422)
                .body("errors[0].field", is(field));
    }

    @Test
    void shouldForgetThoseThatHaveLongBeenOver() {
        JsonPath made = invite(1);
        rows.change("update invitation set expires_at = '2020-01-01' where id = ?", made.getString("invitation.id"));
        invitations.forgetOld();
        withdraw(made).then().statusCode(404);
    }

    @Test
    void shouldOpenToTheSetUpCodeWhileThereIsNoAdminAndNoLonger() {
        Someone ada = Cast.admin();
        rows.change("update account set role = 'MODERATOR' where role = 'ADMIN'");
        setup.makeCode(new StartupEvent());
        String code = SetupCodes.newest();
        signUp("AAAA-BBBB-CCCC-DDDD").then().statusCode(403);
        signUp(code).then().statusCode(201);
        ada.asks().body(Map.of("code", code)).post("/api/setup").then().statusCode(200);
        signUp(code).then().statusCode(403).body("code", is("invitation-not-good"));
    }

    private static JsonPath invite(int uses) {
        return JsonPath.from(Cast.admin().asks().body(Map.of("uses", uses, "days", 7)).post("/api/invitations")
                .then().statusCode(201).body("code", not(nullValue())).extract().asString());
    }

    private static Response withdraw(JsonPath made) {
        return Cast.admin().asks().delete("/api/invitations/{id}", UUID.fromString(made.getString("invitation.id")));
    }

    private static JsonPath page(Map<String, Object> query) {
        return Cast.admin().asks().queryParams(query).get("/api/invitations").then().statusCode(200).extract().jsonPath();
    }

    private static JsonPath listed(JsonPath made) {
        return page(Map.of("limit", 100))
                .setRootPath("items.find { it.id == '" + made.getString("invitation.id") + "' }");
    }

    private static Map<String, Object> form(String code) {
        Map<String, Object> form = Cast.signUpForm(Cast.handle("nia"));
        form.remove("proof");
        form.put("invitation", code);
        return form;
    }

    private static Response signUp(String code) {
        return Cast.stranger().body(form(code)).post("/api/accounts");
    }
}
