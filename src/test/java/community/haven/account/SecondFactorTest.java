package community.haven.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import community.haven.testkit.AtOnce;
import community.haven.testkit.Authenticator;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.LogWatch;
import community.haven.testkit.Rows;
import io.restassured.response.Response;

/** A second factor from its beginning to its end, as a member has it who need not have one. */
@HavenTest
class SecondFactorTest {

    private static final String PATH = Authenticator.PATH;
    private static final String PROOF = "/api/sessions/current/proof";
    private static final String CODES = "/api/accounts/me/recovery-codes";
    private static final String FRESH = "slow river under 9 bridges";

    @Inject
    Rows rows;

    private List<String> recoveryCodes;
    private Someone amal;

    @BeforeEach
    void signUp() {
        String handle = Cast.handle("amal");
        recoveryCodes = Cast.signUp(handle).then().statusCode(201).extract().path("recoveryCodes");
        amal = Cast.signIn(handle);
    }

    @Nested
    class SettingItUp {

        @Test
        void shouldTellTheSecretOnceInTheWayThatAppsReadIt() {
            Response begun = amal.asks().post(PATH);
            String secret = begun.then().statusCode(201).header("Cache-Control", is("no-store")).extract().path("secret");
            assertThat(secret).matches("[A-Z2-7]{32}");
            assertThat(begun.<String> path("uri"))
                    .isEqualTo("otpauth://totp/haven.example:" + amal.handle() + "?secret=" + secret
                            + "&issuer=haven.example&algorithm=SHA1&digits=6&period=30");
            assertThat(begun.<Integer> path("picture.size")).isGreaterThan(30);
            assertThat(begun.<String> path("picture.path")).startsWith("M4,4h1v1h-1z").doesNotContain("<");

            amal.asks().get(PATH).then().body(not(containsString(secret))).body("on", is(false)).body("size()", is(1));
            confirm(Authenticator.code(secret, Authenticator.now())).then().statusCode(204);
            amal.asks().get(PATH).then().body(not(containsString(secret))).body("on", is(true)).body("since", notNullValue());
            amal.asks().get("/api/accounts/me").then().body(not(containsString(secret))).body("secondFactor", is(true));
        }

        @Test
        void shouldBeStoredSealed() {
            String secret = Authenticator.begin(amal);
            byte[] bytes = new Base32().decode(secret);
            assertThat(rows.count("""
                    select count(*) from second_factor where account_id = ? and secret is null
                    and length(fresh) > 40 and instr(fresh, ?) = 0 and instr(fresh, ?) = 0""", amal.id(), bytes, secret))
                    .isEqualTo(1);
        }

        @Test
        void shouldNeedARecentProof() {
            unprove();
            amal.asks().post(PATH).then().statusCode(403).body("code", is("proof-needed"));
            prove(Map.of("password", Cast.PASSWORD)).then().statusCode(204);
            amal.asks().post(PATH).then().statusCode(201);
        }

        @Test
        void shouldNotCountBeforeACodeHasConfirmedIt() {
            String secret = Authenticator.begin(amal);
            confirm(Authenticator.wrongCode(secret)).then().statusCode(403).body("code", is("second-factor-wrong"));
            amal.asks().get(PATH).then().body("on", is(false));
            assertThat(Cast.trySignIn(amal.handle(), "").statusCode()).isEqualTo(200);
        }

        @Test
        void shouldBeConfirmedByTheNewestSecretAndWithinHalfAnHour() {
            String older = Authenticator.begin(amal);
            String newer = Authenticator.begin(amal);
            confirm(Authenticator.code(older, Authenticator.now())).then().statusCode(403);
            rows.change("update second_factor set fresh_at = '2020-01-01' where account_id = ?", amal.id());
            confirm(Authenticator.code(newer, Authenticator.now())).then().statusCode(409).body("code", is("wrong-state"));
        }

        @Test
        void shouldBeConfirmedOnceWhenManyTryAtOnce() {
            String code = Authenticator.code(Authenticator.begin(amal), Authenticator.now());
            assertThat(AtOnce.times(4, i -> confirm(code).statusCode())).containsOnly(204, 409).containsOnlyOnce(204);
        }

        @Test
        void shouldEndAllOtherSessions() {
            Someone elsewhere = amal.again();
            Authenticator.enrol(amal);
            elsewhere.asks().get("/api/accounts/me").then().statusCode(401).body("code", is("session-ended"));
            amal.asks().get("/api/accounts/me").then().statusCode(200);
        }

        @Test
        void shouldKeepTheOldOneUntilTheNewOneIsConfirmed() {
            Authenticator.enrol(amal);
            String old = Authenticator.secretOf(amal);
            String fresh = Authenticator.begin(amal);
            forgetUse();
            assertThat(signIn(Authenticator.code(fresh, Authenticator.now()))).isEqualTo(403);
            assertThat(signIn(Authenticator.code(old, Authenticator.now()))).isEqualTo(200);
            confirm(Authenticator.code(fresh, Authenticator.now())).then().statusCode(204);
            forgetUse();
            assertThat(signIn(Authenticator.code(old, Authenticator.now()))).isEqualTo(403);
            assertThat(signIn(Authenticator.code(fresh, Authenticator.now()))).isEqualTo(200);
        }

        @Test
        void shouldSayWhatIsMissing() {
            amal.asks().body("{}").put(PATH).then().statusCode(422).body("errors[0].field", is("code"));
            confirm("000000").then().statusCode(409).body("code", is("wrong-state"));
            Authenticator.begin(amal);
            confirm("0".repeat(101)).then().statusCode(422).body("errors[0].limit", is(100));
        }
    }

    @Nested
    class SigningIn {

        private String secret;

        @BeforeEach
        void enrol() {
            secret = Authenticator.secretOf(Authenticator.enrol(amal));
            forgetUse();
        }

        @Test
        void shouldAskForACodeAndOpenNothingBeforeIt() {
            Response asked = Cast.stranger().body(Map.of("handle", amal.handle(), "password", Cast.PASSWORD))
                    .post("/api/sessions");
            asked.then().statusCode(403).body("code", is("second-factor-needed")).body("accessToken", nullValue());
            assertThat(asked.getHeader("Set-Cookie")).isNull();
            Response wrong = Cast.trySignIn(amal.handle(), Authenticator.wrongCode(secret));
            wrong.then().statusCode(403).body("code", is("second-factor-wrong"));
            assertThat(sessions()).isEqualTo(1);
        }

        @Test
        void shouldSayNothingOfItBeforeThePasswordIsRight() {
            Set<String> answers = new HashSet<>();
            String code = Authenticator.code(secret, Authenticator.now());
            for (String handle : List.of(amal.handle(), Cast.member("bea").handle(), "nobody-has-this")) {
                for (String typed : List.of("", code, recoveryCodes.get(0))) {
                    answers.add(Cast.stranger().body(Map.of("handle", handle, "password", FRESH, "code", typed))
                            .post("/api/sessions").then().statusCode(401).extract().asString());
                }
            }
            assertThat(answers).hasSize(1).first().asString().contains("wrong-credentials");
            assertThat(signIn(code)).isEqualTo(200);
            assertThat(signIn(recoveryCodes.get(0))).isEqualTo(200);
        }

        @Test
        void shouldLetInWithACodeOnceAndRememberItWhenRefreshed() {
            String code = Authenticator.code(secret, Authenticator.now());
            Someone elsewhere = Cast.signIn(amal.handle(), code.substring(0, 3) + " " + code.substring(3));
            elsewhere.asks().get("/api/accounts/me").then().body("secondFactor", is(true));
            Cast.stranger().body(Map.of("refreshToken", elsewhere.refreshToken())).post("/api/sessions/refresh").then()
                    .statusCode(200).body("person.secondFactor", is(true));
            Cast.trySignIn(amal.handle(), code).then().statusCode(403).body("code", is("second-factor-wrong"));
        }

        @ParameterizedTest
        @CsvSource({ "-2, 403", "-1, 200", "0, 200", "1, 200", "2, 403" })
        void shouldTakeTheCodesOfOneStepEitherSide(long steps, int status) {
            assertThat(signIn(Authenticator.code(secret, Authenticator.calmNow() + steps))).isEqualTo(status);
        }

        @Test
        void shouldTakeNoCodeOlderThanOneThatWasUsed() {
            long now = Authenticator.calmNow();
            assertThat(signIn(Authenticator.code(secret, now))).isEqualTo(200);
            assertThat(signIn(Authenticator.code(secret, now - 1))).isEqualTo(403);
            assertThat(signIn(Authenticator.code(secret, now + 1))).isEqualTo(200);
        }

        @Test
        void shouldLetOneInWhenManyUseACodeAtOnce() {
            String code = Authenticator.code(secret, Authenticator.now());
            assertThat(AtOnce.times(4, i -> signIn(code))).containsOnly(200, 403).containsOnlyOnce(200);
        }

        @Test
        void shouldTakeARecoveryCodeOnce() {
            Someone elsewhere = Cast.signIn(amal.handle(), recoveryCodes.get(2).toLowerCase());
            elsewhere.asks().get("/api/accounts/me").then().body("secondFactor", is(true));
            elsewhere.asks().get(CODES).then().body("left", is(9));
            assertThat(signIn(recoveryCodes.get(2))).isEqualTo(403);
            Authenticator.begin(elsewhere);
        }

        @Test
        void shouldNotBePassedByRecovery() {
            Cast.stranger().body(Map.of("handle", amal.handle(), "code", recoveryCodes.get(0), "password", FRESH))
                    .post("/api/recovery").then().statusCode(204);
            Map<String, String> credentials = new HashMap<>(Map.of("handle", amal.handle(), "password", FRESH));
            Cast.stranger().body(credentials).post("/api/sessions").then().statusCode(403)
                    .body("code", is("second-factor-needed"));
            credentials.put("code", recoveryCodes.get(0));
            Cast.stranger().body(credentials).post("/api/sessions").then().statusCode(403)
                    .body("code", is("second-factor-wrong"));
            credentials.put("code", Authenticator.code(secret, Authenticator.now()));
            Cast.stranger().body(credentials).post("/api/sessions").then().statusCode(200);
        }

        @Test
        void shouldSlowDownWhoGuessesButNotTheOwner() {
            for (int guess = 0; guess < 5; guess++) {
                guess("198.51.100.31").then().statusCode(403);
            }
            guess("198.51.100.31").then().statusCode(429).body("code", is("too-many-requests"))
                    .header("Retry-After", notNullValue());
            assertThat(signIn(Authenticator.code(secret, Authenticator.now()))).isEqualTo(200);
        }

        @Test
        void shouldSlowDownWhoGuessesFromManyPlacesAndStillTakeARecoveryCode() {
            for (int guess = 0; guess < 30; guess++) {
                guess("2001:db8:31:" + guess + "::1").then().statusCode(403);
            }
            guess("2001:db8:31:99::1").then().statusCode(429).header("Retry-After", notNullValue());
            assertThat(signIn(recoveryCodes.get(1))).isEqualTo(200);
        }

        private Response guess(String address) {
            return Cast.stranger().header("X-Forwarded-For", address).body(Map.of("handle", amal.handle(), "password",
                    Cast.PASSWORD, "code", Authenticator.wrongCode(secret))).post("/api/sessions");
        }

        private long sessions() {
            return rows.count("select count(*) from session where account_id = ? and ended_at is null", amal.id());
        }
    }

    @Nested
    class ProvingWithIt {

        @Test
        void shouldSayWhenThereIsNone() {
            prove(Map.of("code", "000000")).then().statusCode(409).body("code", is("second-factor-off"));
            prove(Map.of("code", " ")).then().statusCode(422).body("errors[0].field", is("code"));
            prove(Map.of()).then().statusCode(422).body("errors[0].field", is("password"));
        }

        @Test
        void shouldRenewTheProofAsThePasswordDoes() {
            String secret = Authenticator.secretOf(Authenticator.enrol(amal));
            unprove();
            prove(Map.of("code", Authenticator.wrongCode(secret))).then().statusCode(403)
                    .body("code", is("second-factor-wrong"));
            amal.asks().post(PATH).then().statusCode(403).body("code", is("proof-needed"));
            forgetUse();
            prove(Map.of("code", Authenticator.code(secret, Authenticator.now()))).then().statusCode(204);
            amal.asks().post(PATH).then().statusCode(201);
        }

        @Test
        void shouldBeNeededForWhatWouldBeAWayPastIt() {
            Authenticator.enrol(amal);
            rows.change("update session set second_factor_at = '2020-01-01' where account_id = ?", amal.id());
            prove(Map.of("password", Cast.PASSWORD)).then().statusCode(204);
            amal.asks().post(CODES).then().statusCode(403).body("code", is("second-factor-needed"));
            amal.asks().post(PATH).then().statusCode(403).body("code", is("second-factor-needed"));
            amal.asks().delete(PATH).then().statusCode(403).body("code", is("second-factor-needed"));
            prove(Map.of("code", recoveryCodes.get(5))).then().statusCode(204);
            amal.asks().post(CODES).then().statusCode(201);
            amal.asks().delete(PATH).then().statusCode(204);
        }

        @Test
        void shouldSlowDownWhoGuessesInThisSession() {
            String secret = Authenticator.secretOf(Authenticator.enrol(amal));
            for (int guess = 0; guess < 5; guess++) {
                prove(Map.of("code", Authenticator.wrongCode(secret))).then().statusCode(403);
            }
            prove(Map.of("code", Authenticator.wrongCode(secret))).then().statusCode(429).header("Retry-After", notNullValue());
            assertThat(signIn(recoveryCodes.get(0))).isEqualTo(200);
        }
    }

    @Nested
    class SwitchingItOff {

        @Test
        void shouldAskForNoCodeAfterwardsAndEndOtherSessions() {
            Authenticator.enrol(amal);
            Someone elsewhere = Cast.signIn(amal.handle(), recoveryCodes.get(0));
            amal.asks().delete(PATH).then().statusCode(204);
            amal.asks().get(PATH).then().body("on", is(false));
            amal.asks().get("/api/accounts/me").then().body("secondFactor", is(false));
            elsewhere.asks().get("/api/accounts/me").then().statusCode(401);
            assertThat(signIn("")).isEqualTo(200);
            assertThat(rows.count("select count(*) from second_factor where account_id = ?", amal.id())).isZero();
        }

        @Test
        void shouldForgetOneThatWasOnlyBegun() {
            String secret = Authenticator.begin(amal);
            amal.asks().delete(PATH).then().statusCode(204);
            confirm(Authenticator.code(secret, Authenticator.now())).then().statusCode(409);
        }
    }

    @Test
    void shouldAppearInNoLogAndInNoRefusal() {
        try (LogWatch log = new LogWatch()) {
            String secret = Authenticator.begin(amal);
            List<String> refusals = new ArrayList<>(List.of(confirm(secret).asString()));
            confirm(Authenticator.code(secret, Authenticator.now())).then().statusCode(204);
            refusals.add(Cast.trySignIn(amal.handle(), secret).asString());
            refusals.add(Cast.trySignIn(amal.handle(), recoveryCodes.get(0) + "X").asString());
            refusals.add(prove(Map.of("code", secret)).asString());
            assertThat(refusals).allMatch(answer -> answer.contains("second-factor-wrong"));
            assertThat(Stream.concat(refusals.stream(), log.lines().stream()))
                    .noneMatch(text -> text.contains(secret) || text.contains(recoveryCodes.get(0)));
        }
    }

    @Test
    void shouldShowSecretsAndCodesInNoPrint() {
        Picture picture = Picture.of("otpauth://totp/Haven:amal?secret=ABC");
        assertThat(List.of(new SecondFactorResource.Begun("ABC", "otpauth://ABC", picture), picture,
                new SecondFactorResource.Confirmation("123456"), new SessionResource.Proof("ABC", "123456"),
                new SessionResource.SignIn("amal", "ABC", "123456", null, null)).toString())
                .doesNotContain("ABC").doesNotContain("123456").doesNotContain("h1v1");
    }

    private Response confirm(String code) {
        return amal.asks().body(Map.of("code", code)).put(PATH);
    }

    private Response prove(Map<String, String> body) {
        return amal.asks().body(body).post(PROOF);
    }

    private void unprove() {
        rows.change("update session set proven_at = '2020-01-01' where account_id = ?", amal.id());
    }

    /** As after half a minute: the codes of this moment are good again. */
    private void forgetUse() {
        rows.change("update second_factor set last_step = 0 where account_id = ?", amal.id());
    }

    /** Each from an address of its own, since the guesses of one test are not those of another. */
    private int signIn(String code) {
        return Cast.stranger().header("X-Forwarded-For", "2001:db8:" + UUID.randomUUID().toString().substring(9, 13) + "::1")
                .body(Map.of("handle", amal.handle(), "password", Cast.PASSWORD, "code", code)).post("/api/sessions")
                .statusCode();
    }
}
