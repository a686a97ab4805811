package community.haven.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import community.haven.testkit.Authenticator;
import community.haven.testkit.ByTwoSteps;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.LiveClient;
import community.haven.testkit.Rows;
import community.haven.testkit.Scene;
import community.haven.testkit.TestRooms;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;

/** Where everybody needs a second factor, passwords may be shorter, and members read until they have shown it. */
@HavenTest
@TestProfile(ByTwoSteps.class)
class EverybodysFactorTest {

    private static final String EIGHT = "kv7#Qm2x";
    private static final String SEVEN = "kv7#Qm2";

    @Inject
    Rows rows;

    @Test
    void shouldTakePasswordsOfEightCharacters() {
        given().get("/api/page").then().body("signUp.passwordMinimum", is(8)).body("signUp.secondFactor", is(true));
        tooShort(signUp(SEVEN));
        signUp("football").then().statusCode(422).body("code", is("password-too-common"));
        signUp(EIGHT).then().statusCode(201);
    }

    @Test
    void shouldTakeThemWhereverAPasswordIsChosen() {
        String handle = Cast.handle("bea");
        List<String> codes = Cast.signUp(handle).then().statusCode(201).extract().path("recoveryCodes");
        Someone bea = Cast.signIn(handle);
        tooShort(change(bea, SEVEN));
        change(bea, EIGHT).then().statusCode(204);
        Map<String, String> way = Map.of("handle", handle, "code", codes.get(0));
        tooShort(recover(way, SEVEN));
        recover(way, "Zt4-wR9p").then().statusCode(204);
    }

    @Test
    void shouldLetAMemberReadButNotTakePartUntilTheyHaveSetOneUp() {
        UUID room = TestRooms.make(Cast.admin());
        Someone bea = Cast.member("bea");
        bea.asks().get("/api/rooms").then().statusCode(200);
        bea.asks().get("/api/resources").then().statusCode(200);
        needsIt(TestRooms.join(bea, room));
        needsIt(bea.asks().body(Scene.resourceForm()).post("/api/resources"));

        Authenticator.enrol(bea);

        TestRooms.join(bea, room).then().statusCode(200);
        say(bea, room).then().statusCode(201);
        bea.asks().body(Scene.resourceForm()).post("/api/resources").then().statusCode(201);
    }

    @Test
    void shouldHearButNotSpeakInASessionThatHasNotShownIt() throws Exception {
        Someone bea = Authenticator.enrol(Cast.member("bea"));
        UUID room = TestRooms.joinedBy(Cast.admin(), bea);
        say(bea, room).then().statusCode(201);
        rows.change("update session set second_factor_at = null where account_id = ?", bea.id());

        needsIt(say(bea, room));
        bea.asks().get("/api/rooms/{room}/messages", room).then().statusCode(200).body("items[0].text", is("Hello."));
        try (LiveClient client = connect(bea)) {
            assertThat(LiveClient.type(client.join(room, 0L))).isEqualTo("joined");
            assertThat(
                    LiveClient.code(client.say(room, UUID.randomUUID().toString(), "Hello again.").get(20, TimeUnit.SECONDS)))
                    .isEqualTo("second-factor-needed");
        }

        rows.change("update second_factor set last_step = 0 where account_id = ?", bea.id());
        bea.asks().body(Map.of("code", Authenticator.code(Authenticator.secretOf(bea), Authenticator.now())))
                .post("/api/sessions/current/proof").then().statusCode(204);
        say(bea, room).then().statusCode(201);
    }

    @Test
    void shouldStillLetAMemberSeeToTheirOwnAccountWithoutIt() {
        Someone bea = Cast.member("bea");
        bea.asks().post("/api/accounts/me/recovery-codes").then().statusCode(201);
        bea.asks().get("/api/accounts/me").then().statusCode(200).body("secondFactor", is(false));
    }

    @Test
    void shouldKeepItOn() {
        Someone bea = Authenticator.enrol(Cast.member("bea"));
        bea.asks().delete(Authenticator.PATH).then().statusCode(409).body("code", is("second-factor-kept"));
    }

    private static Response signUp(String password) {
        Map<String, Object> form = Cast.signUpForm(Cast.handle("bea"));
        form.put("password", password);
        return Cast.stranger().body(form).post("/api/accounts");
    }

    private static Response change(Someone someone, String fresh) {
        return someone.asks().body(Map.of("current", Cast.PASSWORD, "fresh", fresh)).put("/api/accounts/me/password");
    }

    private static Response recover(Map<String, String> way, String password) {
        return Cast.stranger().body(Map.of("handle", way.get("handle"), "code", way.get("code"), "password", password))
                .post("/api/recovery");
    }

    private static Response say(Someone someone, UUID room) {
        return someone.asks().body(Map.of("key", UUID.randomUUID().toString(), "text", "Hello."))
                .post("/api/rooms/{room}/messages", room);
    }

    private static void tooShort(Response answer) {
        answer.then().statusCode(422).body("code", is("password-too-short")).body("errors[0].limit", is(8))
                .body("errors[0].message", containsString("8 characters")).body("detail", not(containsString("15")));
    }

    private static void needsIt(Response answer) {
        answer.then().statusCode(403).body("code", is("second-factor-needed"));
    }

    private static LiveClient connect(Someone someone) {
        return LiveClient.connect(URI.create(RestAssured.baseURI + ":" + RestAssured.port), someone.accessToken());
    }
}
