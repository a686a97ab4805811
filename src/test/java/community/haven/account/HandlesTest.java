package community.haven.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import community.haven.audit.Audit;
import community.haven.testkit.AtOnce;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.LiveClient;
import community.haven.testkit.Rows;
import community.haven.testkit.TestRooms;
import io.restassured.RestAssured;
import io.restassured.response.Response;

@HavenTest
class HandlesTest {

    @Inject
    Handles handles;
    @Inject
    Audit audit;
    @Inject
    Rows rows;

    @Test
    void shouldGoByTheNewNameEverywhere() {
        Someone amal = Cast.member("amal");
        UUID room = TestRooms.joinedBy(Cast.moderator(), amal);
        amal.asks().body(Map.of("key", "k", "text", "Hello.")).post("/api/rooms/{id}/messages", room).then().statusCode(201);
        String fresh = Cast.handle("noor");

        change(amal, fresh).then().statusCode(200).body("handle", is(fresh)).body("changeableAt", notNullValue());
        amal.asks().get("/api/accounts/me").then().body("handle", is(fresh));
        amal.asks().get("/api/rooms/{id}/messages", room).then().body("items[0].author.handle", is(fresh));
        Cast.signIn(fresh);
        Cast.stranger().body(Map.of("handle", amal.handle(), "password", Cast.PASSWORD)).post("/api/sessions").then()
                .statusCode(401);
        Audit.View line = audit.before(Long.MAX_VALUE, 1).get(0);
        assertThat(line.actor()).isEqualTo(amal.id());
        assertThat(line.act()).isEqualTo("handle-changed");
        assertThat(line.subject()).isEqualTo("account:" + amal.id());
    }

    @Test
    void shouldMakeSocketsComeBackUnderTheNewName() {
        Someone amal = Cast.member("amal");
        try (LiveClient client = LiveClient.connect(URI.create("http://localhost:" + RestAssured.port), amal.accessToken())) {
            change(amal, Cast.handle("noor")).then().statusCode(200);
            assertThat(client.closeCode()).isEqualTo(4001);
        }
    }

    @Test
    void shouldWaitAWhileUntilTheNextChange() {
        Someone amal = Cast.member("amal");
        change(amal, Cast.handle("noor")).then().statusCode(200);
        change(amal, Cast.handle("noor")).then().statusCode(409).body("code", is("handle-changed-lately"))
                .header("Retry-After", matchesPattern("25\\d{5}"));
        rows.change("update account set handle_changed_at = '2020-01-01' where id = ?", amal.id());
        change(amal, Cast.handle("noor")).then().statusCode(200);
    }

    @Test
    void shouldAskForARecentProof() {
        Someone amal = Cast.member("amal");
        rows.change("update session set proven_at = '2020-01-01' where account_id = ?", amal.id());
        change(amal, Cast.handle("noor")).then().statusCode(403).body("code", is("proof-needed"));
        amal.asks().body(Map.of("password", Cast.PASSWORD)).post("/api/sessions/current/proof").then().statusCode(204);
        change(amal, Cast.handle("noor")).then().statusCode(200);
    }

    @Test
    void shouldKeepTheOldNameAndWhatLooksLikeItForItsOwnerAlone() {
        Someone amal = Cast.member("bill" + Cast.handle("").replaceAll("[il10o-]", "x"));
        Someone bea = Cast.member("bea");
        change(amal, Cast.handle("noor")).then().statusCode(200);

        for (String name : List.of(amal.handle(), amal.handle().toUpperCase(), amal.handle().replace('l', '1'))) {
            Cast.signUp(name).then().statusCode(409).body("code", is("handle-taken"));
            change(bea, name).then().statusCode(409).body("code", is("handle-taken"));
        }
        rows.change("update account set handle_changed_at = '2020-01-01' where id = ?", amal.id());
        change(amal, amal.handle()).then().statusCode(200);
    }

    @Test
    void shouldBeFreeForEverybodyAfterItsTime() {
        Someone amal = Cast.member("amal");
        change(amal, Cast.handle("noor")).then().statusCode(200);
        rows.change("update old_handle set reserved_until = '2020-01-01' where owner = ?", amal.id());
        Cast.signUp(amal.handle()).then().statusCode(201);
        handles.forgetOld();
        assertThat(rows.count("select count(*) from old_handle where owner = ?", amal.id())).isZero();
    }

    @Test
    void shouldKeepTheNameOfAnAccountThatIsGone() {
        Someone amal = Cast.member("amal");
        amal.asks().body(Map.of("messages", "go", "now", true)).post("/api/accounts/me/erasure").then()
                .statusCode(202);
        Cast.signUp(amal.handle()).then().statusCode(409).body("code", is("handle-taken"));
        rows.change("update old_handle set reserved_until = '2020-01-01' where owner is null");
        Cast.signUp(amal.handle()).then().statusCode(201);
    }

    @Test
    void shouldStoreNothingThatCouldBeRead() {
        Someone amal = Cast.member("amal");
        change(amal, Cast.handle("noor")).then().statusCode(200);
        assertThat(rows.count("select count(*) from old_handle where key_hash = ? or look_hash = ?", amal.handle(),
                amal.handle())).isZero();
        assertThat(new HandleResource.NewHandle("secret").toString()).doesNotContain("secret");
    }

    @Test
    void shouldRefuseNamesThatAreSomebodysOrDeceive() {
        Someone amal = Cast.member("amal");
        change(amal, Cast.member("bea").handle()).then().statusCode(409).body("code", is("handle-taken"));
        change(amal, "M0derator").then().statusCode(422).body("code", is("handle-not-possible"));
        change(amal, "").then().statusCode(422).body("errors[0].field", is("handle"));
        amal.asks().get("/api/accounts/me").then().body("handle", is(amal.handle()));
    }

    @Test
    void shouldLetThemWriteTheirNameAnotherWay() {
        Someone amal = Cast.member("amal");
        change(amal, amal.handle().toUpperCase()).then().statusCode(200).body("handle", is(amal.handle().toUpperCase()));
        Cast.signIn(amal.handle());
    }

    @Test
    void shouldGiveANameToOneWhenManyWantItAtOnce() {
        List<Someone> people = List.of(Cast.member("amal"), Cast.member("bea"), Cast.member("carlo"), Cast.member("dana"));
        String wanted = Cast.handle("noor");
        assertThat(AtOnce.times(8, i -> i < 4 ? change(people.get(i), wanted).statusCode()
                : Cast.signUp(wanted.toUpperCase()).statusCode() == 201 ? 200 : 409)).containsOnly(200, 409)
                .containsOnlyOnce(200);
    }

    @Test
    void shouldNotGiveAwayANameInTheMomentItIsGivenUp() {
        for (int round = 0; round < 5; round++) {
            Someone amal = Cast.member("amal");
            String fresh = Cast.handle("noor");
            List<Integer> answers = AtOnce.times(4, i -> i == 0 ? change(amal, fresh).statusCode()
                    : Cast.signUp(amal.handle()).statusCode());
            assertThat(answers.get(0)).isEqualTo(200);
            assertThat(answers.subList(1, 4)).containsOnly(409);
        }
    }

    private static Response change(Someone someone, String handle) {
        return someone.asks().body(Map.of("handle", handle)).put("/api/accounts/me/handle");
    }
}
