package community.haven.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import community.haven.audit.Audit;
import community.haven.testkit.AtOnce;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

@HavenTest
class AccountsTest {

    @Inject
    Audit audit;

    @Nested
    class SigningUp {

        @Test
        void shouldMakeAMember() {
            String handle = Cast.handle("amal");
            Cast.signUp(handle).then().statusCode(201)
                    .body("id", notNullValue()).body("handle", is(handle)).body("role", is("member"))
                    .body("recoveryCodes.size()", is(10)).body("size()", is(4)).header("Cache-Control", is("no-store"));
        }

        @Test
        void shouldRefuseWhoeverIsNotAnAdult() {
            signUp(Map.of("adult", false)).then().statusCode(422).body("code", is("invalid"))
                    .body("errors[0].field", is("adult"));
            signUp(without("adult")).then().statusCode(422).body("errors[0].field", is("adult"));
        }

        @Test
        void shouldRefuseAnotherVersionOfTheGuidelines() {
            signUp(Map.of("guidelinesVersion", "0")).then().statusCode(403).body("code", is("guidelines-not-agreed"));
            signUp(without("guidelinesVersion")).then().statusCode(422).body("errors[0].field", is("guidelinesVersion"));
        }

        @Test
        void shouldRefuseWeakPasswordsWithTheReason() {
            signUp(Map.of("password", "short one")).then().statusCode(422).body("code", is("password-too-short"))
                    .body("errors[0].limit", is(15)).body(not(containsString("short one")));
            signUp(Map.of("password", "passwordpassword")).then().statusCode(422).body("code", is("password-too-common"));
            signUp(Map.of("password", "x".repeat(129))).then().statusCode(422).body("errors[0].reason", is("too-long"));
        }

        @Test
        void shouldSayBeforehandWhatIsAskedFor() {
            given().get("/api/page").then().statusCode(200).body("signUp.passwordMinimum", is(15))
                    .body("signUp.secondFactor", is(false));
        }

        @Test
        void shouldRefuseHandlesThatDeceive() {
            signUp(Map.of("handle", "am\u0430l")).then().statusCode(422).body("code", is("handle-not-possible"));
            signUp(Map.of("handle", "M0derator")).then().statusCode(422).body("code", is("handle-not-possible"));
        }

        @Test
        void shouldRefuseAHandleThatLooksLikeAnother() {
            String taken = "bill" + Cast.handle("").replaceAll("[il10o-]", "x");
            Cast.signUp(taken).then().statusCode(201);
            for (String alike : List.of(taken, taken.toUpperCase(), taken.replace('l', 'I'), taken.replace('l', '1'))) {
                Cast.signUp(alike).then().statusCode(409).body("code", is("handle-taken"));
            }
        }

        @Test
        void shouldLetOneInWhenTwentyWantTheSameHandle() {
            String handle = Cast.handle("carlo");
            assertThat(AtOnce.times(20, i -> Cast.signUp(i % 2 == 0 ? handle : handle.toUpperCase()).statusCode()))
                    .containsOnly(201, 409).containsOnlyOnce(201);
        }

        @Test
        void shouldLetOneInWhenTwentyWantLookAlikes() {
            String tail = Cast.handle("").replaceAll("[il10o-]", "x");
            assertThat(AtOnce.times(20, i -> Cast.signUp((i % 2 == 0 ? "lris" : "Iris") + tail).statusCode()))
                    .containsOnly(201, 409).containsOnlyOnce(201);
        }

        private Response signUp(Map<String, ?> changed) {
            return given().contentType(ContentType.JSON).body(body(changed)).post("/api/accounts");
        }

        private Map<String, Object> body(Map<String, ?> changed) {
            Map<String, Object> body = Cast.signUpForm(Cast.handle("dana"));
            body.putAll(changed);
            return body;
        }

        private Map<String, Object> without(String field) {
            Map<String, Object> change = new HashMap<>();
            change.put(field, null);
            return change;
        }
    }

    @Nested
    class KnowingOneself {

        @Test
        void shouldSayWhoIAm() {
            Someone amal = Cast.member("amal");
            amal.asks().get("/api/accounts/me").then().statusCode(200)
                    .body("id", is(amal.id().toString())).body("handle", is(amal.handle())).body("role", is("member"))
                    .body("agreed", is(true)).body("guidelinesVersion", is(Cast.guidelinesVersion()))
                    .body("size()", is(9));
        }

        @Test
        void shouldAskToSignIn() {
            given().get("/api/accounts/me").then().statusCode(401).contentType("application/problem+json")
                    .header("WWW-Authenticate", is("Bearer")).body("code", is("not-signed-in"));
        }

        @Test
        void shouldAgreeToTheCurrentGuidelinesOnly() {
            Someone amal = Cast.member("amal");
            for (int again = 0; again < 2; again++) {
                amal.asks().body(Map.of("version", Cast.guidelinesVersion())).put("/api/accounts/me/guidelines")
                        .then().statusCode(204);
            }
            amal.asks().body(Map.of("version", "0")).put("/api/accounts/me/guidelines")
                    .then().statusCode(403).body("code", is("guidelines-not-agreed"));
        }
    }

    @Nested
    class GivingRoles {

        @Test
        void shouldActAtOnceAndBeAudited() {
            Someone ada = Cast.admin();
            Someone bea = Cast.member("bea");
            giveRole(ada, bea, "moderator").then().statusCode(200).body("role", is("moderator"))
                    .body("handle", is(bea.handle()));
            bea.asks().get("/api/accounts/me").then().body("role", is("moderator"));
            Audit.View line = newestLine();
            assertThat(line.actor()).isEqualTo(ada.id());
            assertThat(line.act()).isEqualTo("role-moderator");
            assertThat(line.subject()).isEqualTo("account:" + bea.id());
        }

        @Test
        void shouldFindAnAccountByItsHandle() {
            Someone bea = Cast.member("bea");
            Cast.admin().asks().queryParam("handle", bea.handle().toUpperCase()).get("/api/accounts")
                    .then().statusCode(200).body("id", is(bea.id().toString())).body("size()", is(3));
        }

        @ParameterizedTest
        @CsvSource({ "nobody-has-this", "''", "' '", "%%%" })
        void shouldFindNobody(String handle) {
            Cast.admin().asks().queryParam("handle", handle).get("/api/accounts")
                    .then().statusCode(404).body("code", is("not-found"));
        }

        @Test
        void shouldBeForAdminsAlone() {
            Someone bea = Cast.member("bea");
            for (Someone asking : List.of(Cast.member("amal"), Cast.moderator())) {
                giveRole(asking, asking, "admin").then().statusCode(403).body("code", is("not-allowed"));
                giveRole(asking, bea, "moderator").then().statusCode(403).body("code", is("not-allowed"));
            }
            Cast.member("amal").asks().queryParam("handle", bea.handle()).get("/api/accounts").then().statusCode(403);
            bea.asks().get("/api/accounts/me").then().body("role", is("member"));
        }

        @Test
        void shouldRefuseUnknownAccountsAndRoles() {
            Someone ada = Cast.admin();
            ada.asks().body(Map.of("role", "moderator")).put("/api/accounts/{id}/role", UUID.randomUUID())
                    .then().statusCode(404).body("code", is("not-found"));
            ada.asks().body(Map.of("role", "moderator")).put("/api/accounts/{id}/role", "not-an-id")
                    .then().statusCode(404);
            giveRole(ada, ada, "queen").then().statusCode(422).body("errors[0].field", is("role"));
            giveRole(ada, ada, "ADMIN").then().statusCode(422);
            ada.asks().body("{\"role\":2}").put("/api/accounts/{id}/role", ada.id()).then().statusCode(422);
        }

        @Test
        void shouldKeepTheLastAdmin() {
            Someone ada = Cast.admin();
            long before = newestLine().number();
            giveRole(ada, ada, "member").then().statusCode(409).body("code", is("last-admin"));
            giveRole(ada, ada, "moderator").then().statusCode(409);
            ada.asks().get("/api/accounts/me").then().body("role", is("admin"));
            assertThat(newestLine().number()).isEqualTo(before);
        }

        @Test
        void shouldKeepOneAdminWhenTwoTakeTheRoleFromEachOther() {
            Someone ada = Cast.admin();
            for (int round = 0; round < 5; round++) {
                Someone eve = Cast.secondAdmin("eve");
                assertThat(AtOnce.times(2, i -> giveRole(i == 0 ? ada : eve, i == 0 ? eve : ada, "member").statusCode()))
                        .containsExactlyInAnyOrder(200, 403);
                boolean adaLost = ada.asks().get("/api/accounts/me").path("role").equals("member");
                if (adaLost) {
                    giveRole(eve, ada, "admin").then().statusCode(200);
                    giveRole(ada, eve, "member").then().statusCode(200);
                }
            }
        }

        private Response giveRole(Someone asking, Someone to, String role) {
            return asking.asks().body(Map.of("role", role)).put("/api/accounts/{id}/role", to.id());
        }

        private Audit.View newestLine() {
            return audit.before(Long.MAX_VALUE, 1).get(0);
        }
    }
}
