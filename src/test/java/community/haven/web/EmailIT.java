package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

import community.haven.testkit.Accessibility;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Post;
import community.haven.testkit.Visitor;
import io.quarkus.mailer.Mail;

/** Leaving an address and coming back by a letter, in front of the page. */
@HavenTest
class EmailIT {

    private static final String FRESH = "slow river under 9 bridges";

    @Inject
    Post post;

    @Test
    void shouldTakeAnAddressAndGiveItBack() {
        Someone amal = Cast.member("amal");
        String address = Post.address("amal");
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.signIn(amal).open("/account");
            visitor.field("E-mail address").fill("amal at home");
            visitor.button("Send a link there").click();
            assertThat(visitor.field("E-mail address"))
                    .hasAccessibleDescription(Pattern.compile("This does not look like an e-mail address"));
            assertThat(visitor.field("E-mail address")).hasValue("amal at home");
            Accessibility.isSound(visitor, "e-mail");

            visitor.field("E-mail address").fill(address);
            visitor.button("Send a link there").click();
            assertThat(visitor.page().getByText("A link is on its way to " + address)).isVisible();

            open(visitor, post.last(address, 1), "Confirm your address");
            Accessibility.isSound(visitor, "e-mail");
            visitor.button("Yes, this is my address").click();
            assertThat(visitor.page().getByText("Letters about your account come there now.")).isVisible();
            onPage(visitor, "Your account").click();
            assertThat(visitor.page().getByText("Letters go to " + address)).isVisible();
            Accessibility.isSound(visitor, "e-mail");

            visitor.button("Take the address back").click();
            assertThat(visitor.page().getByText("Haven has no address of yours any more.")).isVisible();
            assertThat(visitor.button("Take the address back")).hasCount(0);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void shouldLeadBackInByALetter() {
        Someone amal = Cast.member("amal");
        String address = post.confirmedAddress(amal);
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.open("/sign-in");
            visitor.link("Send me a link to a new password").click();
            assertThat(visitor.heading("A link to a new password")).isVisible();
            visitor.button("Send the link").click();
            assertThat(visitor.field("Name")).hasAccessibleDescription(Pattern.compile("Please fill this in."));
            visitor.field("Name").fill(amal.handle());
            visitor.button("Send the link").click();
            assertThat(visitor.heading("Please look into your mailbox")).isFocused();
            Accessibility.isSound(visitor, "e-mail");

            open(visitor, post.last(address, 2), "Choose a new password");
            visitor.field("New password").fill("short one");
            visitor.button("Keep this password").click();
            assertThat(visitor.page().getByText("This password is too short.")).isVisible();
            assertThat(visitor.field("New password")).hasValue("short one");
            Accessibility.isSound(visitor, "e-mail");
            visitor.field("New password").fill(FRESH);
            visitor.button("Keep this password").click();
            assertThat(visitor.heading("Your password is changed")).isFocused();
            Accessibility.isSound(visitor, "e-mail");

            onPage(visitor, "Sign in").click();
            visitor.field("Name").fill(amal.handle());
            visitor.field("Password").fill(FRESH);
            visitor.button("Sign in").click();
            assertThat(visitor.heading("Rooms")).isVisible();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void shouldOfferANewLinkWhenOneIsOver() {
        try (Visitor visitor = Visitor.onPhone(320)) {
            visitor.open("/reset#AAAA-AAAA");
            visitor.field("New password").fill(FRESH);
            visitor.button("Keep this password").click();
            assertThat(visitor.page().getByText("This link is over.")).isVisible();
            visitor.link("Send me a new link").click();
            assertThat(visitor.heading("A link to a new password")).isVisible();
        }
    }

    /** A link of the page itself, not of the frame around it. */
    private static Locator onPage(Visitor visitor, String link) {
        return visitor.page().getByRole(AriaRole.MAIN).getByRole(AriaRole.LINK,
                new Locator.GetByRoleOptions().setName(link).setExact(true));
    }

    /** As a click on the link does. What it carries is seen by nobody: neither in the address bar nor by the server. */
    private static void open(Visitor visitor, Mail letter, String heading) {
        String token = Post.token(letter);
        String path = letter.getText().lines().filter(line -> line.endsWith(token)).findFirst().orElseThrow()
                .replace("https://haven.example", "");
        visitor.open(path);
        assertThat(visitor.heading(heading)).isVisible();
        assertThat(visitor.page()).hasURL(Pattern.compile(".*" + path.replaceFirst("#.*", "") + "$"));
        assertThat(visitor.asked()).noneMatch(url -> url.replaceFirst("#.*", "").contains(token));
    }
}
