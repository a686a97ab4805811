package community.haven.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import community.haven.audit.Audit;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;

/** What staff see of the accounts of others. */
@HavenTest
class AccountDeskTest {

    @Inject
    Audit audit;

    @Test
    void shouldFindSomebodyHoweverTheirNameIsWritten() {
        Someone amal = Cast.member("amal");
        Cast.moderator().asks().queryParam("handle", amal.handle().toUpperCase(Locale.ROOT)).get("/api/accounts").then()
                .statusCode(200).body("id", equalTo(amal.id().toString())).body("handle", equalTo(amal.handle()));
    }

    @Test
    void shouldShowModeratorsHowSomebodyStandsAndAdminsWhereTheyAreSignedIn() {
        Someone amal = Cast.member("amal");
        amal.again();
        String path = "/api/accounts/" + amal.id();

        Cast.moderator().asks().get(path).then().statusCode(200).body("handle", equalTo(amal.handle()))
                .body("role", equalTo("member")).body("state", equalTo("active")).body("standing", equalTo("good"))
                .body("createdAt", notNullValue()).body("sessions", nullValue());
        Cast.admin().asks().get(path).then().statusCode(200).body("sessions", equalTo(2));
        Cast.moderator().asks().get(path + "/sessions").then().statusCode(403).body("code", equalTo("not-allowed"));
        Cast.admin().asks().get(path + "/sessions").then().statusCode(200).body("$", hasSize(2))
                .body("[0].firstSeen", matchesPattern("\\d{4}-\\d\\d-\\d\\d")).body("[0].lastSeen", notNullValue());
        assertThat(acts(amal)).containsExactly("sessions-read " + Cast.admin().id());
    }

    @Test
    void shouldEndAllSessionsOfSomebody() {
        Someone amal = Cast.member("amal");
        Someone elsewhere = amal.again();

        Cast.moderator().asks().delete("/api/accounts/{id}/sessions", amal.id()).then().statusCode(403);
        Cast.admin().asks().delete("/api/accounts/{id}/sessions", amal.id()).then().statusCode(204);

        amal.asks().get("/api/accounts/me").then().statusCode(401);
        elsewhere.asks().get("/api/accounts/me").then().statusCode(401);
        assertThat(acts(amal)).containsExactly("sessions-ended " + Cast.admin().id());
        Cast.signIn(amal.handle()).asks().get("/api/accounts/me").then().statusCode(200);
    }

    @Test
    void shouldKnowNobodyWhoIsNotThere() {
        for (String path : List.of("/api/accounts/" + UUID.randomUUID(), "/api/accounts/" + UUID.randomUUID() + "/sessions",
                "/api/accounts/nobody")) {
            Cast.admin().asks().get(path).then().statusCode(404).body("code", equalTo("not-found"));
        }
        Cast.admin().asks().delete("/api/accounts/{id}/sessions", UUID.randomUUID()).then().statusCode(404);
    }

    private List<String> acts(Someone about) {
        return audit.before(Long.MAX_VALUE, 20).stream().filter(line -> line.subject().equals("account:" + about.id()))
                .filter(line -> !line.act().startsWith("role-")).map(line -> line.act() + " " + line.actor()).toList();
    }
}
