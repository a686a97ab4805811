package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;

import community.haven.testkit.Accessibility;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.TestRooms;
import community.haven.testkit.Visitor;

/** Being signed in on more than one device, in front of the page. */
@HavenTest
class SessionsIT {

    private static final String ENDED = "You are signed out on this device.";

    @Test
    void shouldEndAnotherDeviceWhichNoticesAtOnceAndSaysSoKindly() {
        String handle = Cast.handle("amal");
        Cast.signUp(handle).then().statusCode(201);
        Someone amal = Cast.signIn(handle);
        UUID room = TestRooms.joinedBy(Cast.moderator(), amal);
        amal.asks().delete("/api/sessions/current").then().statusCode(204);
        try (Visitor phone = Visitor.onPhone(390); Visitor desk = Visitor.atDesk()) {
            phone.signIn(amal).enter(room);
            desk.signIn(amal).open("/account");
            assertThat(sessions(desk)).hasCount(2);
            assertThat(desk.page().getByText("You are here now")).hasCount(1);
            Accessibility.isSound(desk, "sessions");

            signOutThere(desk).click();
            assertThat(phone.page().getByText(ENDED)).isVisible(new IsVisibleOptions().setTimeout(2_000));
            assertThat(phone.heading("Welcome back")).isVisible();
            assertThat(phone.log()).hasCount(0);
            assertThat(desk.page().getByText(Pattern.compile("is signed out\\.$"))).isVisible();
            assertThat(sessions(desk)).hasCount(1);
            assertThat(desk.button("Sign out everywhere else")).hasCount(0);

            phone.field("Name").fill(handle);
            phone.field("Password").fill(Cast.PASSWORD);
            phone.button("Sign in").click();
            assertThat(phone.log()).isVisible();
            assertThat(phone.page().getByText(ENDED)).hasCount(0);
            assertThat(phone.complaints()).isEmpty();
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void shouldSignOutEverywhereElse() {
        Someone bea = Cast.member("bea");
        Someone app = bea.again();
        try (Visitor desk = Visitor.atDesk()) {
            desk.signIn(bea).open("/account");
            assertThat(sessions(desk)).hasCount(3);
            assertThat(desk.page().getByText("An app")).hasCount(2);
            desk.button("Sign out everywhere else").click();
            assertThat(desk.page().getByText("You are signed in here only.")).isVisible();
            assertThat(sessions(desk)).hasCount(1);
            for (Someone elsewhere : List.of(bea, app)) {
                elsewhere.asks().get("/api/accounts/me").then().statusCode(401);
            }
            desk.page().reload();
            assertThat(desk.heading("Your account")).isVisible();
        }
    }

    @Test
    void shouldNotBeToldOfASignOutOfTheirOwn() {
        Someone bea = Cast.member("bea");
        UUID room = TestRooms.joinedBy(Cast.moderator(), bea);
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.signIn(bea).enter(room).button("Sign out").click();
            assertThat(visitor.heading("A calmer place to land")).isVisible();
            assertThat(visitor.page().getByText(ENDED)).hasCount(0);
        }
    }

    private static Locator sessions(Visitor visitor) {
        return visitor.page().locator("haven-sessions li");
    }

    private static Locator signOutThere(Visitor visitor) {
        return visitor.page().getByRole(AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(Pattern.compile("^Sign out there: .+ on Linux, signed in on ")));
    }
}
