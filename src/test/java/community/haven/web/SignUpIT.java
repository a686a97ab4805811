package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;

import community.haven.testkit.Accessibility;
import community.haven.testkit.Cast;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Visitor;

/** How the page does the work that an open sign-up asks for. */
@HavenTest
class SignUpIT {

    private static final String DONE = "Your browser has done the small piece of work that keeps programs out.";

    @Test
    void shouldDoTheWorkWhileSomebodyTypes() {
        try (Visitor amal = Visitor.atDesk()) {
            amal.open("/sign-up");
            assertThat(amal.page().getByText(DONE)).isVisible();
            fill(amal, Cast.handle("amal"));
            amal.button("Join Haven").click();
            assertThat(amal.heading("Your recovery codes")).isVisible();
            assertThat(amal.complaints()).isEmpty();
            assertThat(amal.askedOthers()).isEmpty();
        }
    }

    @Test
    void shouldDoItAnewForTheNextTry() {
        try (Visitor amal = Visitor.atDesk()) {
            amal.open("/sign-up");
            fill(amal, Cast.member("amal").handle());
            amal.button("Join Haven").click();
            assertThat(amal.field("Name")).hasAccessibleDescription(Pattern.compile("belongs to somebody"));
            amal.field("Name").fill(Cast.handle("amal"));
            amal.button("Join Haven").click();
            assertThat(amal.heading("Your recovery codes")).isVisible();
        }
    }

    @Test
    void shouldGoOnByItselfWhenTheWorkWasTooLate() {
        AtomicInteger sent = new AtomicInteger();
        try (Visitor amal = Visitor.atDesk()) {
            amal.page().route("**/api/accounts", route -> answer(route, sent.incrementAndGet()));
            amal.open("/sign-up");
            fill(amal, Cast.handle("amal"));
            amal.button("Join Haven").click();
            assertThat(amal.heading("Your recovery codes")).isVisible();
            assertThat(sent).hasValue(2);
        }
    }

    @Test
    void shouldWaitForTheWorkAndSayHowFarItIs() {
        try (Visitor amal = Visitor.atDesk()) {
            amal.page().route("**/api/sign-up/challenge", route -> {
                // Somebody else's challenge, whose number is larger than any that is tried.
                route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody("""
                        {"algorithm": "SHA-256", "challenge": "%s", "salt": "00&", "signature": "00",
                         "maxNumber": 9000000, "expiresIn": 600}""".formatted("0".repeat(64))));
            });
            amal.open("/sign-up");
            assertThat(amal.page().getByRole(AriaRole.PROGRESSBAR)).isVisible();
            fill(amal, Cast.handle("amal"));
            amal.button("Join Haven").click();
            assertThat(amal.page().getByText("Your browser is nearly ready; then this goes on by itself.")).isAttached();
            Accessibility.check(amal, "sign-up at work");
        }
    }

    private static void answer(Route route, int times) {
        if (times == 1) {
            route.fulfill(new Route.FulfillOptions().setStatus(422).setContentType("application/problem+json").setBody("""
                    {"code": "sign-up-proof-not-good", "title": "Too late.", "detail": "Again.", "status": 422}"""));
        } else {
            route.resume();
        }
    }

    static void fill(Visitor visitor, String handle) {
        visitor.field("Name").fill(handle);
        visitor.field("Password").fill(Cast.PASSWORD);
        visitor.page().getByLabel("I have read the").check();
        visitor.page().getByLabel("I am an adult").check();
    }
}
