package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.TestRooms;
import community.haven.testkit.Visitor;

/** Not seeing somebody, and seeing them again. */
@HavenTest
class QuietMuteIT {

    @Test
    void shouldTakeSomebodyOutOfSightAndBringThemBack() {
        Someone amal = Cast.member("amal");
        Someone bea = Cast.member("bea");
        UUID room = TestRooms.joinedBy(Cast.moderator(), amal, bea);
        try (Visitor one = Visitor.onPhone(390); Visitor other = Visitor.atDesk()) {
            one.signIn(amal).enter(room);
            other.signIn(bea).enter(room);
            other.say("Hello amal.");
            assertThat(one.log()).containsText("Hello amal.");
            one.say("Hello.");
            assertThat(other.log()).containsText("Hello.");

            one.button("Mute quietly: " + bea.handle()).click();
            one.button("Mute quietly").click();
            assertThat(one.log()).not().containsText(bea.handle());
            assertThat(one.log()).containsText("Hello.");
            other.say("Are you there?");
            assertThat(other.log().getByText("saved")).hasCount(2);
            one.say("I am among people.");
            assertThat(one.log().locator("li").filter(new Locator.FilterOptions().setHasText("saved"))).hasCount(2);
            assertThat(one.log()).not().containsText("Are you there?");

            one.open("/account").button("See " + bea.handle() + " again").click();
            assertThat(one.page().getByText("You see what " + bea.handle() + " writes again.")).isVisible();
            one.enter(room);
            assertThat(one.log()).containsText("Are you there?");
        }
    }
}
