package community.haven.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import community.haven.account.CredentialChanged.What;
import community.haven.testkit.Authenticator;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Post;
import io.quarkus.mailer.Mail;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Whoever has left an address hears when the way into their account has changed. */
@HavenTest
class CredentialNoticesTest {

    private static final String FRESH = "slow river under 9 bridges";

    @Inject
    Post post;
    @Inject
    Event<CredentialChanged> changed;

    private List<String> codes;
    private Someone amal;
    private String address;

    @BeforeEach
    void leaveAnAddress() {
        String handle = Cast.handle("amal");
        codes = Cast.signUp(handle).then().statusCode(201).extract().path("recoveryCodes");
        amal = Cast.signIn(handle);
        address = post.confirmedAddress(amal);
    }

    @Test
    void shouldTellOfAChangedPassword() {
        amal.asks().body(Map.of("current", Cast.PASSWORD, "fresh", FRESH)).put("/api/accounts/me/password").then()
                .statusCode(204);
        assertThat(post.last(address, 2).getText()).contains("your password at haven.example was changed");
    }

    @Test
    void shouldTellOfAUsedRecoveryCode() {
        Post.fromElsewhere().body(Map.of("handle", amal.handle(), "code", codes.get(0), "password", FRESH))
                .post("/api/recovery").then().statusCode(204);
        assertThat(post.last(address, 2).getText()).contains("a recovery code was used");
    }

    @Test
    void shouldTellOfNewRecoveryCodes() {
        amal.asks().post("/api/accounts/me/recovery-codes").then().statusCode(201);
        assertThat(post.last(address, 2).getText()).contains("new recovery codes were made");
    }

    @Test
    void shouldTellOfASecondFactorThatIsSetUpPassedByARecoveryCodeAndSwitchedOff() {
        Authenticator.enrol(amal);
        assertThat(post.last(address, 2).getText()).contains("now asks for a second factor");
        Cast.signIn(amal.handle(), codes.get(0));
        assertThat(post.last(address, 3).getText()).contains("a recovery code was used");
        amal.asks().delete(Authenticator.PATH).then().statusCode(204);
        assertThat(post.last(address, 4).getText()).contains("no longer asks for a second factor");
    }

    @ParameterizedTest
    @EnumSource(What.class)
    void shouldHaveALetterForEveryChange(What what) {
        QuarkusTransaction.requiringNew().run(() -> changed.fire(new CredentialChanged(amal.id(), what)));
        Mail letter = post.last(address, 2);
        assertThat(letter.getSubject()).isEqualTo("A note about your account");
        assertThat(letter.getText()).startsWith("Hello " + amal.handle()).contains("https://haven.example/forgot")
                .doesNotContain("{");
    }

    @Test
    void shouldTellNothingOfWhatWasNotDone() {
        amal.asks().body(Map.of("current", "not the password", "fresh", FRESH)).put("/api/accounts/me/password").then()
                .statusCode(403);
        QuarkusTransaction.begin();
        changed.fire(new CredentialChanged(amal.id(), What.SECOND_FACTOR_REMOVED));
        QuarkusTransaction.rollback();
        amal.asks().body(Map.of("current", Cast.PASSWORD, "fresh", FRESH)).put("/api/accounts/me/password").then()
                .statusCode(204);
        assertThat(post.last(address, 2).getText()).contains("your password at haven.example was changed");
    }
}
