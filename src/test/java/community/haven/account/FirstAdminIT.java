package community.haven.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import community.haven.testkit.Authenticator;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Rows;
import community.haven.testkit.SetupCodes;
import community.haven.testkit.Visitor;
import io.quarkus.runtime.StartupEvent;

/** Sends the admin of the other tests away for a while, so that Haven is as new. */
@HavenTest
class FirstAdminIT {

    @Inject
    Setup setup;
    @Inject
    Rows rows;

    @BeforeEach
    void startWithoutAdmin() {
        Cast.admin();
        rows.change("update account set role = 'MEMBER' where role = 'ADMIN'");
        setup.makeCode(new StartupEvent());
    }

    @AfterEach
    void bringTheAdminBack() {
        rows.change("update account set role = 'MEMBER' where role = 'ADMIN'");
        rows.change("update account set role = 'ADMIN' where id = ?", Cast.admin().id());
        rows.change("update setup_code set hash = null");
    }

    @Test
    void shouldBeLedFromTheCodeToTheSecondStepAndThenLookAfterPeople() {
        Someone amal = Cast.member("amal");
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.signIn(amal).open("/setup");
            visitor.field("Set-up code").fill(SetupCodes.newest());
            visitor.button("Become admin").click();
            assertThat(visitor.page().getByText("You are the admin of this Haven now.")).isVisible();
            assertThat(visitor.link("People")).hasCount(0);
            visitor.link("Set up the second step").click();

            visitor.button("Set it up").click();
            String secret = visitor.page().locator("haven-second-factor code").innerText().replace(" ", "");
            visitor.field("Code").fill(Authenticator.code(secret, Authenticator.now()));
            visitor.button("Confirm").click();

            visitor.link("People").click();
            assertThat(visitor.heading("People")).isVisible();
        }
    }
}
