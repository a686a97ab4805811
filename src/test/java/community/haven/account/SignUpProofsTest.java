package community.haven.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import community.haven.shared.ErrorCode;
import community.haven.shared.Jdbc;
import community.haven.shared.Refusal;
import community.haven.testkit.AtOnce;
import community.haven.testkit.Cast;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Rows;
import community.haven.testkit.SignUpWork;
import io.restassured.response.Response;

@HavenTest
class SignUpProofsTest {

    @Inject
    SignUpProofs proofs;
    @Inject
    SignUpConfig config;
    @Inject
    Keys keys;
    @Inject
    Jdbc jdbc;
    @Inject
    Clock clock;
    @Inject
    Rows rows;

    @Test
    void shouldSayThatItIsAskedFor() {
        given().get("/api/page").then().statusCode(200).body("signUp.mode", is("open")).body("signUp.proof", is(true));
        given().get("/api/sign-up/challenge").then().statusCode(200).body("algorithm", is("SHA-256"))
                .body("challenge", matchesPattern("[0-9a-f]{64}")).body("maxNumber", greaterThan(0)).body("size()", is(6));
    }

    @Test
    void shouldLetInWhoeverHasDoneTheWork() {
        signUp(SignUpWork.done()).then().statusCode(201);
    }

    @Test
    void shouldLetNobodyInWithoutIt() {
        signUp(null).then().statusCode(422).body("code", is("sign-up-proof-not-good"));
        signUp(Map.of()).then().statusCode(422).body("code", is("sign-up-proof-not-good"));
    }

    @ParameterizedTest
    @CsvSource({ "number, -1", "number, 9223372036854775807", "challenge, 0000", "signature, 0000", "salt, 0000",
            "salt, %%%", "salt, abc?expires=99999999999&" })
    void shouldLetNobodyInWithSomethingElse(String field, String value) {
        Map<String, Object> proof = new HashMap<>(SignUpWork.done());
        proof.put(field, field.equals("number") ? (Object) Long.valueOf(value) : value);
        signUp(proof).then().statusCode(422).body("code", is("sign-up-proof-not-good"));
    }

    @Test
    void shouldNotLetItsEndBePutOff() throws Exception {
        // The digits of the number could be read as digits of the end, were there nothing between them.
        Map<String, Object> proof = new HashMap<>(SignUpWork.done());
        String salt = (String) proof.get("salt");
        assertThat(salt).matches("[0-9a-f]+\\?expires=\\d+&");
        String longer = salt.replace("&", "9&");
        byte[] hash = MessageDigest.getInstance("SHA-256").digest((longer + "7").getBytes(StandardCharsets.US_ASCII));
        proof.putAll(Map.of("salt", longer, "number", 7, "challenge", HexFormat.of().formatHex(hash)));
        signUp(proof).then().statusCode(422);
    }

    @Test
    void shouldCountOnceHoweverManyUseItAtOnce() {
        Map<String, Object> proof = SignUpWork.done();
        assertThat(AtOnce.times(10, i -> signUp(proof).statusCode())).containsOnly(201, 422).containsOnlyOnce(201);
    }

    @Test
    void shouldCostWorkForEachNameThatIsTried() {
        String taken = Cast.member("amal").handle();
        Map<String, Object> form = Cast.signUpForm(taken);
        given().contentType("application/json").body(form).post("/api/accounts").then().statusCode(409);
        form.put("handle", Cast.handle("amal"));
        given().contentType("application/json").body(form).post("/api/accounts").then().statusCode(422)
                .body("code", is("sign-up-proof-not-good"));
    }

    @Test
    void shouldEndAfterItsTime() {
        SignUpProofs later = new SignUpProofs(config, keys, jdbc, Clock.offset(clock, config.proof().life().plusSeconds(1)));
        SignUpProofs sooner = new SignUpProofs(config, keys, jdbc, Clock.offset(clock, Duration.ofMinutes(19)));
        Map<String, Object> work = SignUpWork.done();
        SignUpProofs.Solution solution = new SignUpProofs.Solution((String) work.get("challenge"), (String) work.get("salt"),
                (String) work.get("signature"), (Long) work.get("number"));

        assertThat(catchThrowableOfType(Refusal.class, () -> later.claim(solution)).code())
                .isEqualTo(ErrorCode.SIGN_UP_PROOF_NOT_GOOD);
        sooner.claim(solution);
    }

    @Test
    void shouldKeepUsedOnesForNoLongerThanTheyCouldBeUsedAgain() {
        signUp(SignUpWork.done()).then().statusCode(201);
        proofs.forgetOld();
        assertThat(rows.count("select count(*) from spent_proof")).isPositive();
        rows.change("update spent_proof set expires_at = '2020-01-01'");
        proofs.forgetOld();
        assertThat(rows.count("select count(*) from spent_proof")).isZero();
    }

    private static Response signUp(Map<String, Object> proof) {
        Map<String, Object> form = Cast.signUpForm(Cast.handle("dana"));
        form.put("proof", proof);
        return Cast.stranger().body(form).post("/api/accounts");
    }
}
