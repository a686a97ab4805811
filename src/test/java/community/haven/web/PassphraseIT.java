package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

import community.haven.testkit.Accessibility;
import community.haven.testkit.Cast;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Visitor;

@HavenTest
class PassphraseIT {

    @Test
    void shouldSuggestWordsThatCanBeUsedAtOnce() {
        try (Visitor amal = Visitor.onPhone(320)) {
            amal.open("/sign-up");
            SignUpIT.fill(amal, Cast.handle("amal"));
            amal.button("Suggest a passphrase").click();
            String first = suggested(amal);
            assertThat(first).matches("[a-z]{3,8}( [a-z]{3,8}){4}");
            Accessibility.check(amal, "passphrase");
            Accessibility.fits(amal, "passphrase");
            assertThat(amal.page().getByRole(AriaRole.STATUS).filter(
                    new Locator.FilterOptions().setHasText(first))).isVisible();

            amal.button("Suggest another one").click();
            assertThat(amal.page().locator(".phrase")).not().hasText(first);
            String second = suggested(amal);
            amal.button("Use this one").click();
            assertThat(amal.field("Password")).hasValue(second);
            assertThat(amal.field("Password")).hasAttribute("type", "text");
            assertThat(amal.field("Password")).isFocused();
            amal.button("Join Haven").click();
            assertThat(amal.heading("Your recovery codes")).isVisible();
            assertThat(amal.complaints()).isEmpty();
        }
    }

    @Test
    void shouldBeWhereverAPasswordIsChosen() {
        try (Visitor bea = Visitor.atDesk()) {
            bea.open("/recover");
            assertThat(bea.button("Suggest a passphrase")).isVisible();
            bea.signIn(Cast.member("bea")).open("/account");
            assertThat(bea.button("Suggest a passphrase")).isVisible();
        }
    }

    private static String suggested(Visitor visitor) {
        assertThat(visitor.page().locator(".phrase")).isVisible();
        return visitor.page().locator(".phrase").innerText();
    }
}
