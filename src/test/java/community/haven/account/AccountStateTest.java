package community.haven.account;

import static org.hamcrest.Matchers.equalTo;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.LiveClient;
import community.haven.testkit.Rows;
import community.haven.testkit.TestRooms;
import io.restassured.RestAssured;

/** How a decision about an account reaches every door. */
@HavenTest
class AccountStateTest {

    @Inject
    Rows rows;

    private Someone amal;
    private UUID room;

    @BeforeEach
    void joinARoom() {
        amal = Cast.member("amal");
        room = TestRooms.joinedBy(Cast.moderator(), amal);
    }

    @Test
    void shouldShowSomebodyWhoWaitsTheirOwnAccountAlone() {
        become("WAITING");

        amal.asks().get("/api/accounts/me").then().statusCode(200).body("state", equalTo("waiting"));
        amal.asks().get("/api/rooms").then().statusCode(403).body("code", equalTo("waiting-for-approval"));
        amal.asks().get("/api/resources").then().statusCode(403).body("code", equalTo("waiting-for-approval"));
        Assertions.assertThat(LiveClient.refusal(server(), LiveClient.origin(server()), "haven.v1", "bearer-token-carrier",
                LiveClient.carrier(amal.accessToken())))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = { "RESTING", "LEAVING" })
    void shouldLetSomebodyWhoHasWithdrawnReadAndNotWrite(String state) {
        become(state);

        amal.asks().get("/api/rooms/{id}/messages", room).then().statusCode(200);
        amal.asks().body(Map.of("key", UUID.randomUUID().toString(), "text", "Hello."))
                .post("/api/rooms/{id}/messages", room).then().statusCode(403).body("code", equalTo(state.toLowerCase()));
        amal.asks().delete("/api/rooms/{id}/membership", room).then().statusCode(204);
    }

    @Test
    void shouldAskForANewProofBeforeARoleIsGiven() {
        Someone second = Cast.secondAdmin("ada");
        rows.change("update session set proven_at = '2020-01-01' where account_id = ?", second.id());

        give(second, 403, "proof-needed");
        second.asks().body(Map.of("password", "not the password of anybody")).post("/api/sessions/current/proof")
                .then().statusCode(403).body("code", equalTo("password-wrong"));
        give(second, 403, "proof-needed");
        second.asks().body(Map.of("password", Cast.PASSWORD)).post("/api/sessions/current/proof").then().statusCode(204);
        give(second, 200, null);
        Cast.promote(second, "member");
    }

    private void give(Someone admin, int status, String code) {
        admin.asks().body(Map.of("role", "member")).put("/api/accounts/{id}/role", amal.id()).then().statusCode(status)
                .body("code", equalTo(code));
    }

    private void become(String state) {
        rows.change("update account set state = ? where id = ?", state, amal.id());
    }

    private static URI server() {
        return URI.create(RestAssured.baseURI + ":" + RestAssured.port);
    }
}
