package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;

import community.haven.testkit.Accessibility;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.TestRooms;
import community.haven.testkit.Visitor;

/** Being with somebody without words. */
@HavenTest
class SupportIT {

    private Someone amal;
    private Someone bea;
    private UUID room;

    @BeforeEach
    void meet() {
        amal = Cast.member("amal");
        bea = Cast.member("bea");
        room = TestRooms.joinedBy(Cast.moderator(), amal, bea);
    }

    @Test
    void shouldShowTheAuthorThatSomebodyIsThereAndNobodyWhoItIs() {
        try (Visitor one = Visitor.atDesk(); Visitor other = Visitor.onPhone(320)) {
            one.signIn(amal).enter(room);
            other.signIn(bea).enter(room);
            one.say("I went outside today.");
            assertThat(one.button("Be with " + amal.handle())).hasCount(0);

            other.button("Be with " + amal.handle()).click();
            other.button("Well done").click();
            assertThat(marks(one)).hasText("Well done");
            assertThat(marks(other)).hasText("Well done (you)");
            assertThat(one.log()).not().containsText(bea.handle());
            Accessibility.check(other, "a message that is supported");
            Accessibility.fits(other, "a message that is supported");

            other.enter(room);
            assertThat(marks(other)).hasText("Well done (you)");
            other.button("Be with " + amal.handle()).click();
            other.button("Well done").click();
            assertThat(marks(one)).hasCount(0);
            assertThat(marks(other)).hasCount(0);
        }
    }

    @Test
    void shouldBeGivenAndClosedWithTheKeyboardAlone() {
        amal.asks().body(Map.of("key", "one", "text", "A long day.")).post("/api/rooms/{room}/messages", room);
        try (Visitor other = Visitor.atDesk()) {
            other.signIn(bea).enter(room);
            Locator opener = other.button("Be with " + amal.handle());
            opener.focus();
            other.page().keyboard().press("Enter");
            other.page().keyboard().press("Tab");
            assertThat(other.button("With you")).isFocused();
            other.page().keyboard().press("Space");
            assertThat(other.button("With you")).hasAttribute("aria-pressed", "true");
            other.page().keyboard().press("Escape");
            assertThat(opener).isFocused();
            assertThat(opener).hasAttribute("aria-expanded", "false");
        }
    }

    private static Locator marks(Visitor visitor) {
        return visitor.log().locator(".support li");
    }
}
