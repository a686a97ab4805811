package community.haven.account;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import community.haven.testkit.Authenticator;
import community.haven.testkit.ByHosts;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.TestRooms;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** Bea looks after a room, in a Haven where that is enough to invite. */
@HavenTest
@TestProfile(ByHosts.class)
class HostInvitationTest {

    private Someone ada;
    private Someone bea;
    private UUID room;

    @BeforeEach
    void beaIsAHost() {
        ada = Cast.admin();
        bea = Cast.invited("bea");
        room = TestRooms.joinedBy(ada, bea);
        TestRooms.appoint(ada, room, bea);
    }

    @Test
    void shouldLetSomebodyInAndBeAudited() {
        JsonPath made = invited(bea);
        signUp(made.getString("code")).then().statusCode(201);
        ada.asks().get("/api/audit").then().body("items[0].act", is("invitation-made"))
                .body("items[0].subject", is("invitation:" + id(made)));
    }

    @Test
    void shouldShowHostsTheirOwnAndStaffAll() {
        Someone carlo = Cast.invited("carlo");
        UUID another = TestRooms.joinedBy(ada, carlo);
        TestRooms.appoint(ada, another, carlo);
        String hers = id(invited(bea));
        String his = id(invited(carlo));

        list(bea).then().statusCode(200).body("items.id", contains(hers)).body("items.maker", contains(bea.handle()));
        list(carlo).then().body("items.id", contains(his));
        list(ada).then().body("items.id", hasItems(hers, his));
        list(moderator()).then().statusCode(200).body("items.id", hasItems(hers, his));
    }

    @Test
    void shouldGoOnInPagesOfTheirOwn() {
        String first = id(invited(bea));
        invited(ada);
        String second = id(invited(bea));

        String next = bea.asks().queryParam("limit", 1).get("/api/invitations").then().body("items.id", contains(second))
                .extract().path("next");
        bea.asks().queryParams("limit", 1, "cursor", next).get("/api/invitations").then().body("items.id", contains(first));
    }

    @Test
    void shouldLetHostsWithdrawTheirOwnAlone() {
        String others = id(invited(ada));
        withdraw(bea, others).then().statusCode(404).body("code", is("not-found"));
        list(ada).then().body("items.id", hasItem(others));

        JsonPath hers = invited(bea);
        withdraw(bea, id(hers)).then().statusCode(204);
        list(bea).then().body("items", empty());
        signUp(hers.getString("code")).then().statusCode(403).body("code", is("invitation-not-good"));
    }

    @ParameterizedTest
    @CsvSource({ "11, 1, uses, 422", "1, 31, days, 422", "10, 30, , 201" })
    void shouldBoundHostsMoreCloselyThanStaff(int uses, int days, String field, int status) {
        Response answer = invite(bea, uses, days);
        answer.then().statusCode(status);
        if (field != null) {
            answer.then().body("errors.field", contains(field)).body("errors.reason", contains("too-large"));
        }
        invite(ada, uses, days).then().statusCode(201);
    }

    @Test
    void shouldRefuseMembersWhoLookAfterNoRoom() {
        Someone amal = Cast.invited("amal");
        TestRooms.join(amal, room).then().statusCode(200);
        isRefused(amal, "not-allowed");
    }

    @Test
    void shouldEndWithTheHostRoleButForWhatWasMade() {
        JsonPath made = invited(bea);
        ada.asks().delete("/api/rooms/{room}/hosts/{account}", room, bea.id()).then().statusCode(200);

        isRefused(bea, "not-allowed");
        signUp(made.getString("code")).then().statusCode(201);
        withdraw(ada, id(made)).then().statusCode(204);
    }

    @Test
    void shouldRefuseHostsWhoHaveLeftTheirRoom() {
        bea.asks().delete("/api/rooms/{room}/membership", room).then().statusCode(204);
        isRefused(bea, "not-allowed");
    }

    @Test
    void shouldLetTheMutedWithdrawButNotInvite() {
        String made = id(invited(bea));
        measure("mute");
        invite(bea, 1, 1).then().statusCode(403).body("code", is("muted"));
        list(bea).then().statusCode(200).body("items.id", contains(made));
        withdraw(bea, made).then().statusCode(204);
    }

    @Test
    void shouldRefuseHostsWhoAreSuspended() {
        measure("suspend");
        isRefused(bea, "suspended");
    }

    @Test
    void shouldRefuseHostsWhoRest() {
        bea.asks().put("/api/accounts/me/rest").then().statusCode(204);
        isRefused(bea, "resting");
    }

    @Test
    void shouldTakeStaffWithoutTheirSecondFactorForWhatElseTheyAre() {
        Someone lena = Cast.promote(Cast.invited("lena"), "moderator");
        isRefused(lena, "second-factor-needed");
        String hidden = id(invited(ada));

        Cast.promote(bea, "moderator");
        invite(bea, 11, 1).then().statusCode(422);
        invite(bea, 10, 30).then().statusCode(201);
        list(bea).then().body("items.id", not(hasItem(hidden)));
    }

    @Test
    void shouldTellWhoHasInvitationsToLookAfter() {
        ada.asks().get("/api/accounts/me").then().body("mayInvite", is(true));
        Cast.invited("amal").asks().get("/api/accounts/me").then().body("mayInvite", is(false));

        bea.asks().get("/api/accounts/me").then().body("mayInvite", is(true));
        Cast.trySignIn(bea.handle(), "").then().statusCode(200).body("person.mayInvite", is(true));
        ada.asks().delete("/api/rooms/{room}/hosts/{account}", room, bea.id()).then().statusCode(200);
        bea.asks().get("/api/accounts/me").then().body("mayInvite", is(false));
    }

    private static void isRefused(Someone who, String code) {
        String others = id(invited(Cast.admin()));
        invite(who, 1, 1).then().statusCode(403).body("code", is(code));
        list(who).then().statusCode(403).body("code", is(code));
        withdraw(who, others).then().statusCode(403).body("code", is(code));
    }

    private void measure(String kind) {
        ada.asks().body(Map.of("kind", kind, "rule", "G1", "reason", "A plain reason.", "until",
                Instant.now().plus(Duration.ofDays(1)).toString()))
                .post("/api/accounts/{id}/measures", bea.id()).then().statusCode(201);
    }

    private static Someone moderator() {
        return Authenticator.enrol(Cast.promote(Cast.invited("mo"), "moderator"));
    }

    private static Response invite(Someone who, int uses, int days) {
        return who.asks().body(Map.of("uses", uses, "days", days)).post("/api/invitations");
    }

    private static JsonPath invited(Someone who) {
        return invite(who, 2, 7).then().statusCode(201).extract().jsonPath();
    }

    private static String id(JsonPath made) {
        return made.getString("invitation.id");
    }

    private static Response list(Someone who) {
        return who.asks().queryParam("limit", 100).get("/api/invitations");
    }

    private static Response withdraw(Someone who, String id) {
        return who.asks().delete("/api/invitations/{id}", id);
    }

    private static Response signUp(String code) {
        Map<String, Object> form = Cast.signUpForm(Cast.handle("nia"));
        form.put("invitation", code);
        return Cast.stranger().body(form).post("/api/accounts");
    }
}
