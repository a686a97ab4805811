package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import community.haven.testkit.Accessibility;
import community.haven.testkit.Authenticator;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Rows;
import community.haven.testkit.Visitor;

/** The second step of a sign-in, and showing again that it is oneself, in front of the page. */
@HavenTest
class SecondFactorIT {

    private static final Pattern DOES_NOT_FIT = Pattern.compile("That code does not fit\\.");
    private static final String FRESH = "slow river under 9 bridges";

    @Inject
    Rows rows;

    @Test
    void shouldBeSetUpOnTheAccountPageAndAskedForAtTheSignIn() {
        Someone bea = Cast.member("bea");
        try (Visitor visitor = Visitor.onPhone(320)) {
            visitor.signIn(bea).open("/account");
            String secret = setUp(visitor);
            bea.asks().get("/api/accounts/me").then().statusCode(401);
            visitor.button("Sign out").click();

            enterPassword(visitor, bea);
            assertThat(visitor.field("Code")).isFocused();
            assertThat(visitor.field("Code")).hasAttribute("autocomplete", "one-time-code");
            assertThat(visitor.field("Code")).hasAttribute("inputmode", "numeric");
            Accessibility.isSound(visitor, "a second step");
            visitor.button("Back").click();
            assertThat(visitor.field("Password")).hasValue(Cast.PASSWORD);
            visitor.button("Sign in").click();
            visitor.field("Code").fill(Authenticator.wrongCode(secret));
            visitor.button("Sign in").click();
            assertThat(visitor.field("Code")).hasAccessibleDescription(DOES_NOT_FIT);
            assertThat(visitor.field("Code")).isFocused();
            visitor.field("Code").fill(Authenticator.code(secret, Authenticator.now() + 1));
            visitor.button("Sign in").click();
            assertThat(visitor.heading("Rooms")).isVisible();
            assertThat(visitor.complaints()).isEmpty();
            assertThat(visitor.askedOthers()).isEmpty();
        }
    }

    @Test
    void shouldBeSwitchedOffAgain() {
        Someone bea = Authenticator.enrol(Cast.member("bea"));
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.signIn(bea).open("/account");
            assertThat(visitor.page().getByText("It is on since")).isVisible();
            visitor.button("Switch it off").click();
            assertThat(visitor.page().getByText("Your second step is off.")).isVisible();
            assertThat(visitor.button("Set it up")).isVisible();
        }
    }

    @Test
    void shouldBeAskedForAfterARecovery() {
        String handle = Cast.handle("amal");
        List<String> codes = Cast.signUp(handle).then().statusCode(201).extract().path("recoveryCodes");
        Authenticator.enrol(Cast.signIn(handle));
        try (Visitor amal = Visitor.atDesk()) {
            amal.open("/recover");
            amal.field("Name").fill(handle);
            amal.field("Recovery code").fill(codes.get(0));
            amal.field("New password").fill(FRESH);
            amal.button("Come back in").click();
            assertThat(amal.field("Code")).isFocused();
            amal.button("Use a recovery code instead").click();
            assertThat(amal.field("Recovery code")).isFocused();
            amal.field("Recovery code").fill(codes.get(1));
            amal.button("Sign in").click();
            assertThat(amal.heading("Rooms")).isVisible();
        }
    }

    @Test
    void shouldAskForThePasswordAndGoOnWithWhatWasAsked() {
        Someone bea = Cast.member("bea");
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.signIn(bea).open("/account");
            rows.change("update session set proven_at = '2020-01-01' where account_id = ?", bea.id());
            visitor.button("Make new codes").click();
            assertThat(dialog(visitor)).isVisible();
            assertThat(visitor.field("Your password")).isFocused();
            Accessibility.isSound(visitor, "a second step");
            assertThat(visitor.button("Use a code instead")).hasCount(0);
            visitor.page().keyboard().press("Escape");
            assertThat(dialog(visitor)).isHidden();
            assertThat(visitor.page().getByText("You have 10 codes left.")).isVisible();
            assertThat(visitor.page().getByText("Please show once more that it is you.")).isVisible();

            visitor.button("Make new codes").click();
            visitor.field("Your password").fill("not the password");
            visitor.button("Go on").click();
            assertThat(visitor.field("Your password"))
                    .hasAccessibleDescription(Pattern.compile("This is not your present password\\."));
            assertThat(visitor.field("Your password")).isFocused();
            visitor.field("Your password").fill(Cast.PASSWORD);
            visitor.button("Go on").click();
            assertThat(visitor.heading("Your recovery codes")).isFocused();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void shouldLetSomebodyChooseHowTheyShowThatItIsThem() {
        Someone bea = Authenticator.enrol(Cast.member("bea"));
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.signIn(bea).open("/account");
            rows.change("update session set proven_at = '2020-01-01', second_factor_at = '2020-01-01' where account_id = ?",
                    bea.id());
            rows.change("update second_factor set last_step = 0 where account_id = ?", bea.id());
            visitor.button("Set it up anew").click();
            visitor.button("Use a code instead").click();
            visitor.field("Code").fill(Authenticator.code(Authenticator.secretOf(bea), Authenticator.now()));
            visitor.button("Go on").click();
            assertThat(picture(visitor)).isVisible();
        }
    }

    @Test
    void shouldKeepWhatAModeratorHasTypedWhileItAsksForACode() {
        Someone mo = Cast.moderator();
        String name = Cast.handle("Evening");
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.signIn(mo).open("/rooms/new");
            visitor.field("Name").fill(name);
            visitor.field("Purpose").fill("For the hour before sleep.");
            rows.change("update session set second_factor_at = null where account_id = ?", mo.id());
            rows.change("update second_factor set last_step = 0 where account_id = ?", mo.id());
            visitor.button("Save the room").click();
            assertThat(visitor.field("Code")).isFocused();
            Accessibility.isSound(visitor, "a second step");
            visitor.button("Cancel").click();
            assertThat(visitor.field("Name")).hasValue(name);
            visitor.button("Save the room").click();
            visitor.field("Code").fill(Authenticator.code(Authenticator.secretOf(mo), Authenticator.now()));
            visitor.button("Go on").click();
            assertThat(visitor.heading(name)).isVisible();
        }
    }

    @Test
    void shouldLeadAModeratorToTheSetUpAndThenLetThemModerate() {
        Someone mo = Cast.promote(Cast.member("mo"), "moderator");
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.signIn(mo);
            assertThat(visitor.page().getByText("To look after others here, you need")).isVisible();
            assertThat(visitor.link("Audit log")).hasCount(0);
            visitor.open("/audit");
            assertThat(visitor.heading("Your account")).isVisible();
            visitor.button("Go on to it").click();
            assertThat(visitor.page().getByText("A second step when you sign in")).isFocused();
            Accessibility.isSound(visitor, "a second step");
            setUp(visitor);
            assertThat(visitor.page().getByText("To look after others here, you need")).hasCount(0);
            assertThat(visitor.button("Switch it off")).hasCount(0);
            visitor.link("Audit log").click();
            assertThat(visitor.heading("Audit log")).isVisible();
        }
    }

    /** Answers the secret, as somebody reads it who types it into their app. */
    private static String setUp(Visitor visitor) {
        visitor.button("Set it up").click();
        assertThat(picture(visitor)).isVisible();
        Accessibility.isSound(visitor, "a second step");
        Object excess = visitor.page().evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertThat((int) excess).isLessThanOrEqualTo(0);
        String secret = visitor.page().locator("haven-second-factor code").innerText().replace(" ", "");
        visitor.field("Code").fill(Authenticator.wrongCode(secret));
        visitor.button("Confirm").click();
        assertThat(visitor.field("Code")).hasAccessibleDescription(DOES_NOT_FIT);
        visitor.field("Code").fill(Authenticator.code(secret, Authenticator.now()));
        visitor.button("Confirm").click();
        assertThat(visitor.page().getByText("Your second step is on.")).isVisible();
        return secret;
    }

    private static void enterPassword(Visitor visitor, Someone someone) {
        visitor.open("/sign-in");
        visitor.field("Name").fill(someone.handle());
        visitor.field("Password").fill(Cast.PASSWORD);
        visitor.button("Sign in").click();
    }

    private static Locator picture(Visitor visitor) {
        return visitor.page().getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("QR code of the secret below"));
    }

    private static Locator dialog(Visitor visitor) {
        return visitor.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Please show that it is you"));
    }
}
