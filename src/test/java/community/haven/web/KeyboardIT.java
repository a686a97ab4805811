package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.TestRooms;
import community.haven.testkit.Visitor;

/** The whole way without a mouse: only the Tab, Enter, Space, Escape and letter keys. */
@HavenTest
class KeyboardIT {

    private static final int MOST_TABS = 80;

    @Test
    void shouldReachEverythingByTheKeyboard() {
        Someone amal = Cast.member("amal");
        UUID room = TestRooms.make(Cast.moderator());
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.open("/sign-in");
            type(visitor, visitor.field("Name"), amal.handle());
            type(visitor, visitor.field("Password"), Cast.PASSWORD);
            visitor.page().keyboard().press("Enter");
            assertThat(visitor.heading("Rooms")).isFocused();

            visitor.open("/rooms/" + room);
            press(visitor, visitor.button("Join"));
            assertThat(visitor.log()).isVisible();
            type(visitor, visitor.box(), "Said without a mouse.");
            visitor.page().keyboard().press("Enter");
            assertThat(visitor.log().getByText("Said without a mouse.")).isVisible();

            press(visitor, visitor.button("Help now"));
            assertThat(visitor.button("Leave quickly")).isFocused();
            visitor.page().keyboard().press("Escape");
            assertThat(visitor.button("Help now")).isFocused();

            press(visitor, visitor.link("Board"));
            assertThat(visitor.heading("The board")).isFocused();
        }
    }

    @Test
    void shouldSkipToTheContentFirst() {
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.open("/");
            visitor.page().keyboard().press("Tab");
            assertThat(visitor.link("Skip to the content")).isFocused();
            visitor.page().keyboard().press("Enter");
            assertThat(visitor.page().getByRole(AriaRole.MAIN)).isFocused();
        }
    }

    @Test
    void shouldLeaveQuicklyAndNotComeBackByTheBackKey() {
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.open("/guidelines");
            press(visitor, visitor.button("Help now"));
            visitor.page().keyboard().press("Enter");
            visitor.page().waitForURL("about:blank");
        }
    }

    private static void type(Visitor visitor, Locator field, String text) {
        tabTo(visitor, field);
        visitor.page().keyboard().type(text);
    }

    private static void press(Visitor visitor, Locator control) {
        tabTo(visitor, control);
        visitor.page().keyboard().press("Enter");
    }

    private static void tabTo(Visitor visitor, Locator wanted) {
        assertThat(wanted).isVisible();
        for (int tabs = 0; tabs < MOST_TABS && !isFocused(wanted); tabs++) {
            visitor.page().keyboard().press("Tab");
        }
        assertThat(wanted).isFocused();
    }

    private static boolean isFocused(Locator wanted) {
        return (boolean) wanted.evaluate("element => element === document.activeElement");
    }
}
