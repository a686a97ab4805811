package community.haven.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;

@HavenTest
class AuditResourceTest {

    @Inject
    EntityManager entities;

    private Someone mo;

    /** The lines are the roles that the cast was given. */
    @BeforeEach
    void people() {
        mo = Cast.moderator();
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew().run(() -> assertThat(entities.createNativeQuery(statement).executeUpdate()).isOne());
    }

    private void assertIntact(boolean intact) {
        mo.asks().get("/api/audit/verification").then().statusCode(200).body("intact", equalTo(intact));
    }

    @Test
    void shouldPageNewestFirst() {
        Cast.moderator();
        var first = mo.asks().queryParam("limit", 1).get("/api/audit").then().statusCode(200).body("items", hasSize(1))
                .extract();
        String next = first.path("next");
        int number = first.path("items[0].number");

        mo.asks().queryParam("limit", 1).queryParam("cursor", next).get("/api/audit").then()
                .body("items[0].number", equalTo(number - 1));
        List<Integer> all = mo.asks().queryParam("limit", 100).get("/api/audit").then().extract().path("items.number");
        assertThat(all).isSortedAccordingTo((a, b) -> b - a);
    }

    @Test
    void shouldFindTheChainIntact() {
        mo.asks().get("/api/audit/verification").then().body("intact", equalTo(true)).body("lines", greaterThan(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "update audit_line set act = 'nothing' where number = 1 | update audit_line set act = '%s' where number = 1",
            "update audit_line set number = -1 where number = 1     | update audit_line set number = 1 where number = -1",
            "update audit_head set number = number + 1              | update audit_head set number = number - 1",
    })
    void shouldFindOutWhenALineWasTamperedWith(String tampering, String undoing) {
        String act = mo.asks().queryParam("cursor", 2).get("/api/audit").then().extract().path("items[0].act");
        assertIntact(true);

        sql(tampering);

        assertIntact(false);
        sql(undoing.formatted(act));
        assertIntact(true);
    }

    @Test
    void shouldRefuseWhoeverIsNotStaff() {
        Someone amal = Cast.member("amal");

        amal.asks().get("/api/audit").then().statusCode(403).body("code", equalTo("not-allowed"));
        amal.asks().get("/api/audit/verification").then().statusCode(403);
        RestAssured.get("/api/audit").then().statusCode(401);
        RestAssured.get("/api/audit/verification").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({ "limit, 0", "limit, 101", "limit, x", "cursor, x", "cursor, 0", "cursor, 99999999999" })
    void shouldNameTheParameterThatIsWrong(String name, String value) {
        mo.asks().queryParam(name, value).get("/api/audit").then().statusCode(422)
                .body("errors[0].field", equalTo(name));
    }
}
