package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;

import community.haven.testkit.Accessibility;
import community.haven.testkit.Authenticator;
import community.haven.testkit.ByTwoSteps;
import community.haven.testkit.Cast;
import community.haven.testkit.HavenTest;
import community.haven.testkit.TestRooms;
import community.haven.testkit.Visitor;
import io.quarkus.test.junit.TestProfile;

/** How members come to a second factor where everybody needs one. */
@HavenTest
@TestProfile(ByTwoSteps.class)
class EverybodysFactorIT {

    @Test
    void shouldSayBeforehandWhatIsAskedForAndTakeAShorterPassword() {
        try (Visitor nia = Visitor.onPhone(320)) {
            nia.open("/sign-up");
            assertThat(nia.page().getByText("Signing in here has a second step")).isVisible();
            assertThat(nia.field("Password")).hasAccessibleDescription(Pattern.compile("At least 8 characters\\."));
            Accessibility.check(nia, "sign-up with a second factor");
            Accessibility.fits(nia, "sign-up with a second factor");
            SignUpIT.fill(nia, Cast.handle("nia"));
            nia.field("Password").fill("kv7#Qm2");
            assertThat(nia.page().getByText("One more character to go.")).isVisible();
            nia.button("Join Haven").click();
            assertThat(nia.field("Password")).hasAccessibleDescription(Pattern.compile("Please use at least 8 characters"));
            nia.field("Password").fill("kv7#Qm2x");
            nia.button("Join Haven").click();
            assertThat(nia.heading("Your recovery codes")).isVisible();
            assertThat(nia.complaints()).isEmpty();
        }
    }

    @Test
    void shouldLeadAMemberToTheSetUpAndThenLetThemTakePart() {
        UUID room = TestRooms.make(Cast.admin());
        try (Visitor bea = Visitor.atDesk()) {
            bea.signIn(Cast.member("bea"));
            assertThat(need(bea)).isVisible();
            bea.open("/rooms/" + room);
            bea.button("Join").click();
            assertThat(bea.heading("Your account")).isVisible();
            bea.button("Go on to it").click();
            assertThat(bea.page().getByText("A second step when you sign in")).isFocused();
            assertThat(bea.page().getByText("Everybody here has this second step.")).isVisible();
            Accessibility.check(bea, "account that needs a second factor");

            bea.button("Set it up").click();
            String secret = bea.page().locator("haven-second-factor code").innerText().replace(" ", "");
            bea.field("Code").fill(Authenticator.code(secret, Authenticator.now()));
            bea.button("Confirm").click();
            assertThat(bea.page().getByText("It stays on, since everybody here needs it.")).isVisible();
            assertThat(bea.button("Switch it off")).hasCount(0);
            assertThat(need(bea)).hasCount(0);

            bea.open("/rooms/" + room);
            bea.button("Join").click();
            bea.say("Hello.");
            assertThat(bea.log().getByText("Saved")).isVisible();
            assertThat(bea.complaints()).isEmpty();
        }
    }

    private static Locator need(Visitor visitor) {
        return visitor.page().getByText("To take part here, you need");
    }
}
