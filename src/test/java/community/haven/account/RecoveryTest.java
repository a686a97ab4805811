package community.haven.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import community.haven.testkit.AtOnce;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Rows;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** How people keep hold of their account: recovery codes, a changed password, and the way back with a code. */
@HavenTest
class RecoveryTest {

    private static final String FRESH = "slow river under 9 bridges";
    private static final String CODES = "/api/accounts/me/recovery-codes";

    @Inject
    EntityManager entities;
    @Inject
    SessionsTest.Endings endings;
    @Inject
    Rows rows;

    private List<String> codes;
    private Someone amal;

    @BeforeEach
    void signUp() {
        String handle = Cast.handle("amal");
        codes = Cast.signUp(handle).then().statusCode(201).extract().path("recoveryCodes");
        amal = Cast.signIn(handle);
    }

    @Nested
    class RecoveryCodesOfAPerson {

        @Test
        void shouldBeTenDifferentOnesOfEightyBits() {
            assertThat(new HashSet<>(codes)).hasSize(10)
                    .allSatisfy(code -> assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}"));
            assertThat(left()).isEqualTo(10);
        }

        @Test
        void shouldNotBeStored() {
            List<String> stored = QuarkusTransaction.requiringNew().call(() -> entities
                    .createQuery("select key.hash from RecoveryCode where key.account = :account", String.class)
                    .setParameter("account", amal.id()).getResultList());
            assertThat(stored).hasSize(10).allMatch(hash -> hash.matches("[0-9a-f]{64}")).doesNotContainAnyElementsOf(codes);
        }

        @Test
        void shouldEndWhenThereAreNewOnes() {
            recover(codes.get(0)).then().statusCode(204);
            amal = signIn(FRESH);
            assertThat(left()).isEqualTo(9);
            List<String> renewed = renew().then().statusCode(201).header("Cache-Control", is("no-store"))
                    .body("size()", is(1)).extract().path("recoveryCodes");
            assertThat(renewed).hasSize(10).doesNotContainAnyElementsOf(codes);
            assertThat(left()).isEqualTo(10);
            recover(codes.get(1)).then().statusCode(401);
            recover(renewed.get(1)).then().statusCode(204);
        }

        @Test
        void shouldBeRenewedOnlyShortlyAfterAProof() {
            rows.change("update session set proven_at = '2020-01-01' where account_id = ?", amal.id());
            renew().then().statusCode(403).body("code", is("proof-needed"));
            amal.asks().body(Map.of("password", Cast.PASSWORD)).post("/api/sessions/current/proof").then().statusCode(204);
            renew().then().statusCode(201);
            recover(codes.get(0)).then().statusCode(401);
        }

        @Test
        void shouldNotBeRenewedInASessionThatEnds() {
            Someone elsewhere = amal.again();
            AtOnce.times(2, i -> i == 0 ? renew().statusCode()
                    : elsewhere.asks()
                            .body(Map.of("current", Cast.PASSWORD, "fresh", FRESH)).put("/api/accounts/me/password")
                            .statusCode());
            renew().then().statusCode(401).body("code", is("session-ended"));
        }

        @Test
        void shouldBeOneSetWhenTwoAreAskedForAtOnce() {
            List<List<String>> sets = AtOnce.times(4, i -> renew().then().statusCode(201).extract()
                    .path("recoveryCodes"));
            assertThat(left()).isEqualTo(10);
            assertThat(sets.stream().filter(set -> recover(set.get(0)).statusCode() == 204)).hasSize(1);
        }

        private Response renew() {
            return amal.asks().post(CODES);
        }
    }

    @Nested
    class ChangingThePassword {

        @Test
        void shouldEndOtherSessionsButNotThisOne() {
            Someone elsewhere = amal.again();
            change(Cast.PASSWORD, FRESH).then().statusCode(204);
            me(elsewhere).then().statusCode(401).body("code", is("session-ended"));
            refresh(elsewhere).then().statusCode(401);
            me(amal).then().statusCode(200);
            refresh(amal).then().statusCode(200);
            assertThat(endings.of(amal)).isEqualTo(1);
            assertThat(signInStatus(Cast.PASSWORD)).isEqualTo(401);
            assertThat(signInStatus(FRESH)).isEqualTo(200);
        }

        @Test
        void shouldAskForTheCurrentOne() {
            Someone elsewhere = amal.again();
            change("not the password", FRESH).then().statusCode(403).body("code", is("password-wrong"));
            amal.asks().body(Map.of("fresh", FRESH)).put("/api/accounts/me/password").then().statusCode(422)
                    .body("errors[0].field", is("current"));
            me(elsewhere).then().statusCode(200);
            assertThat(signInStatus(Cast.PASSWORD)).isEqualTo(200);
        }

        @Test
        void shouldHoldTheNewOneToTheSameRules() {
            change(Cast.PASSWORD, "short one").then().statusCode(422).body("code", is("password-too-short"))
                    .body("errors[0].field", is("fresh"));
            change(Cast.PASSWORD, "passwordpassword").then().statusCode(422).body("code", is("password-too-common"));
            change(Cast.PASSWORD, amal.handle() + " haven").then().statusCode(422).body("code", is("password-too-common"));
            change(Cast.PASSWORD, "x".repeat(129)).then().statusCode(422).body("errors[0].field", is("fresh"))
                    .body("errors[0].reason", is("too-long"));
            assertThat(signInStatus(Cast.PASSWORD)).isEqualTo(200);
        }

        @Test
        void shouldSlowDownWhoGuessesInThisSession() {
            for (int guess = 0; guess < 10; guess++) {
                change("not the password", FRESH).then().statusCode(403);
            }
            change(Cast.PASSWORD, FRESH).then().statusCode(429).header("Retry-After", notNullValue());
            amal = amal.again();
            change(Cast.PASSWORD, FRESH).then().statusCode(204);
        }

        @Test
        void shouldLeaveNoSessionOfTheOldPasswordWhenSomebodySignsInMeanwhile() {
            for (int round = 0; round < 5; round++) {
                String before = round % 2 == 0 ? Cast.PASSWORD : FRESH;
                String after = round % 2 == 0 ? FRESH : Cast.PASSWORD;
                AtOnce.times(6, i -> i == 3 ? change(before, after).statusCode() : signInStatus(before));
                me(amal).then().statusCode(200);
                assertThat(sessions()).isEqualTo(1);
            }
        }

        private Response change(String current, String fresh) {
            return amal.asks().body(Map.of("current", current, "fresh", fresh)).put("/api/accounts/me/password");
        }

        private long sessions() {
            return QuarkusTransaction.requiringNew().call(() -> entities
                    .createQuery("select count(*) from Session where account = :account and endedAt is null", Long.class)
                    .setParameter("account", amal.id()).getSingleResult());
        }
    }

    @Nested
    class ComingBack {

        @Test
        void shouldWorkOnceWithACodeAndEndAllSessions() {
            Someone elsewhere = amal.again();
            recover(codes.get(3)).then().statusCode(204);
            me(amal).then().statusCode(401).body("code", is("session-ended"));
            me(elsewhere).then().statusCode(401);
            assertThat(endings.of(amal)).isEqualTo(2);
            assertThat(signInStatus(Cast.PASSWORD)).isEqualTo(401);
            amal = signIn(FRESH);
            assertThat(left()).isEqualTo(9);
            recover(codes.get(3)).then().statusCode(401).body("code", is("recovery-failed"));
            me(amal).then().statusCode(200);
        }

        @Test
        void shouldTakeACodeAsPeopleTypeIt() {
            recover(codes.get(0).toLowerCase(Locale.ROOT).replace("-", " ")).then().statusCode(204);
            recover(" " + codes.get(1).replace("-", "").replace('0', 'o').replace('1', 'l') + " ").then().statusCode(204);
        }

        @Test
        void shouldLetOneInWhenManyUseACodeAtOnce() {
            assertThat(AtOnce.times(8, i -> recover(codes.get(0)).statusCode())).containsOnly(204, 401)
                    .containsOnlyOnce(204);
            amal = signIn(FRESH);
            assertThat(left()).isEqualTo(9);
        }

        @Test
        void shouldSayTheSameWhetherOrNotTheAccountExists() {
            List<String> others = Cast.signUp(Cast.handle("bea")).path("recoveryCodes");
            Set<String> answers = new HashSet<>();
            for (String handle : List.of(amal.handle(), "nobody-has-this", "x", "a".repeat(500), "am\u0430l")) {
                answers.add(recover(handle, others.get(0), FRESH).then().statusCode(401).extract().asString());
            }
            assertThat(answers).hasSize(1).first().asString().contains("recovery-failed");
        }

        @ParameterizedTest
        @ValueSource(strings = { "short one", "passwordpassword" })
        void shouldCostNoCodeWhenThePasswordIsRefused(String password) {
            recover(amal.handle(), codes.get(0), password).then().statusCode(422).body("errors[0].field", is("password"));
            recover(amal.handle(), "AAAA-AAAA-AAAA-AAAA", password).then().statusCode(422);
            recover("nobody-has-this", "AAAA-AAAA-AAAA-AAAA", password).then().statusCode(422);
            assertThat(left()).isEqualTo(10);
            recover(codes.get(0)).then().statusCode(204);
        }

        @Test
        void shouldExplainWhatIsMissingOrTooLong() {
            for (String field : List.of("handle", "code", "password")) {
                Map<String, String> body = new HashMap<>(
                        Map.of("handle", amal.handle(), "code", codes.get(0), "password", FRESH));
                body.remove(field);
                Cast.stranger().body(body).post("/api/recovery").then().statusCode(422).body("errors[0].field", is(field));
            }
            recover("A".repeat(101)).then().statusCode(422).body("errors[0].limit", is(100));
        }

        @Test
        void shouldSlowDownWhoGuessesButNotTheOwner() {
            for (int guess = 0; guess < 10; guess++) {
                guess("198.51.100.23", amal.handle()).then().statusCode(401);
            }
            guess("198.51.100.23", amal.handle().toUpperCase(Locale.ROOT)).then().statusCode(429)
                    .body("code", is("too-many-requests")).header("Retry-After", notNullValue());
            recover(codes.get(0)).then().statusCode(204);
        }

        @Test
        void shouldSlowDownWhoTriesManyNamesFromOneAddress() {
            String address = "198.51.100.24";
            for (int guess = 0; guess < 60; guess++) {
                guess(address, "nobody-" + guess).then().statusCode(401);
            }
            guess(address, "nobody-else").then().statusCode(429).header("Retry-After", notNullValue());
        }

        private Response guess(String address, String handle) {
            return from(address)
                    .body(Map.of("handle", handle, "code", "AAAA-AAAA-AAAA-AAAA", "password", FRESH)).post("/api/recovery");
        }
    }

    private Response recover(String code) {
        return recover(amal.handle(), code, FRESH);
    }

    /** Each from an address of its own, since the guesses of one test are not those of another. */
    private static Response recover(String handle, String code, String password) {
        return from("2001:db8:" + UUID.randomUUID().toString().substring(9, 13) + ":"
                + UUID.randomUUID().toString().substring(9, 13) + "::1")
                .body(Map.of("handle", handle, "code", code, "password", password)).post("/api/recovery");
    }

    private static RequestSpecification from(String address) {
        return Cast.stranger().header("X-Forwarded-For", address);
    }

    private int left() {
        return amal.asks().get(CODES).then().statusCode(200).extract().path("left");
    }

    private Someone signIn(String password) {
        var answer = Cast.stranger().body(credentials(password)).post("/api/sessions").then().statusCode(200).extract()
                .jsonPath();
        return new Someone(amal.id(), amal.handle(), answer.getString("accessToken"), answer.getString("refreshToken"));
    }

    private int signInStatus(String password) {
        return Cast.stranger().body(credentials(password)).post("/api/sessions").statusCode();
    }

    private Map<String, String> credentials(String password) {
        return Map.of("handle", amal.handle(), "password", password, "refreshTokenIn", "body");
    }

    private static Response me(Someone someone) {
        return someone.asks().get("/api/accounts/me");
    }

    private static Response refresh(Someone someone) {
        return Cast.stranger().body(Map.of("refreshToken", someone.refreshToken())).post("/api/sessions/refresh");
    }
}
