package community.haven.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import community.haven.audit.Audit;
import community.haven.testkit.AtOnce;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.SetupCodes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.restassured.response.Response;

/** Sends the admins of the other tests away for a while, so that Haven is as new. */
@HavenTest
class SetupTest {

    @Inject
    Setup setup;
    @Inject
    EntityManager entities;
    @Inject
    Audit audit;

    private List<UUID> admins;

    @BeforeEach
    void startWithoutAdmin() {
        Cast.admin();
        admins = QuarkusTransaction.requiringNew().call(() -> {
            List<UUID> ids = entities.createQuery("select id from Account where role = 'ADMIN'", UUID.class).getResultList();
            give(ids, Role.MEMBER);
            return ids;
        });
        setup.makeCode(new StartupEvent());
    }

    @AfterEach
    void bringTheAdminsBack() {
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createQuery("update Account set role = 'MEMBER' where role = 'ADMIN'").executeUpdate();
            give(admins, Role.ADMIN);
            entities.createQuery("update SetupCode set hash = null").executeUpdate();
        });
    }

    @Test
    void shouldMakeTheFirstAdminAndNoOther() {
        Someone amal = Cast.member("amal");
        String code = SetupCodes.newest();
        use(amal, code).then().statusCode(200).body("id", is(amal.id().toString())).body("role", is("admin"))
                .body("handle", is(amal.handle())).body("size()", is(3));
        amal.asks().get("/api/accounts/me").then().body("role", is("admin"));
        Audit.View line = audit.before(Long.MAX_VALUE, 1).get(0);
        assertThat(line.actor()).isEqualTo(amal.id());
        assertThat(line.act()).isEqualTo("admin-set-up");
        use(Cast.member("bea"), code).then().statusCode(409).body("code", is("setup-done"));
    }

    @Test
    void shouldHaveOneWinnerOfTwenty() {
        List<Someone> people = Stream.generate(() -> Cast.member("carlo")).limit(20).toList();
        String code = SetupCodes.newest();
        assertThat(AtOnce.times(20, i -> use(people.get(i), code).statusCode())).containsOnly(200, 409).containsOnlyOnce(200);
        assertThat(admins()).isEqualTo(1);
    }

    @Test
    void shouldTakeTheCodeHoweverItIsTyped() {
        String code = SetupCodes.newest();
        assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{2}");
        use(Cast.member("amal"), " " + code.toLowerCase().replace("-", "").replace('0', 'o').replace('1', 'l') + "\n")
                .then().statusCode(200);
    }

    @Test
    void shouldRefuseWrongCodesAndSlowDown() {
        Someone amal = Cast.member("amal");
        for (int i = 0; i < 20; i++) {
            use(amal, "K7QM-AAAA-AAAA-AAAA-AAAA-AAAA-A" + i).then().statusCode(403).body("code", is("setup-code-wrong"));
        }
        use(amal, SetupCodes.newest()).then().statusCode(429).body("code", is("too-many-requests"));
        use(Cast.member("bea"), "x".repeat(10_000)).then().statusCode(403);
        assertThat(admins()).isZero();
        use(Cast.member("bea"), SetupCodes.newest()).then().statusCode(200);
    }

    @Test
    void shouldTakeTheNewestCodeOnly() {
        String old = SetupCodes.newest();
        setup.makeCode(new StartupEvent());
        Someone amal = Cast.member("amal");
        assertThat(SetupCodes.newest()).isNotEqualTo(old);
        use(amal, old).then().statusCode(403);
        use(amal, SetupCodes.newest()).then().statusCode(200);
    }

    @Test
    void shouldMakeNoCodeWhenThereIsAnAdmin() {
        String code = SetupCodes.newest();
        use(Cast.member("amal"), code).then().statusCode(200);
        setup.makeCode(new StartupEvent());
        assertThat(SetupCodes.newest()).isEqualTo(code);
    }

    @Test
    void shouldStoreNothingThatCouldBeTyped() {
        String stored = QuarkusTransaction.requiringNew().call(() -> entities.find(SetupCode.class, SetupCode.ONLY).hash);
        assertThat(stored).hasSize(64).doesNotContainIgnoringCase(SetupCodes.newest().substring(0, 4));
        assertThat(new SetupCodeMade("secret").toString()).doesNotContain("secret");
        assertThat(new SetupResource.Code("secret").toString()).doesNotContain("secret");
    }

    private static Response use(Someone someone, String code) {
        return someone.asks().body(Map.of("code", code)).post("/api/setup");
    }

    private long admins() {
        return QuarkusTransaction.requiringNew().call(() -> entities
                .createQuery("select count(*) from Account where role = 'ADMIN'", Long.class).getSingleResult());
    }

    private void give(List<UUID> accounts, Role role) {
        accounts.forEach(id -> entities.find(Account.class, id).role = role);
    }
}
