package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import community.haven.testkit.Accessibility;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.TestRooms;
import community.haven.testkit.Visitor;

@HavenTest
class HandleIT {

    @Test
    void shouldShowTheNewNameEverywhere() {
        Someone amal = Cast.member("amal");
        Someone bea = Cast.member("bea");
        UUID room = TestRooms.joinedBy(Cast.moderator(), amal, bea);
        String fresh = Cast.handle("noor");
        try (Visitor visitor = Visitor.atDesk(); Visitor other = Visitor.onPhone(390)) {
            visitor.signIn(amal).enter(room);
            visitor.say("Hello, it is me.");
            assertThat(visitor.log().getByText("Saved")).isVisible();

            visitor.open("/account");
            visitor.field("New name").fill(bea.handle());
            visitor.button("Change the name").click();
            assertThat(visitor.field("New name")).hasAccessibleDescription(Pattern.compile("belongs to somebody already"));
            assertThat(visitor.field("New name")).hasValue(bea.handle());
            Accessibility.isSound(visitor, "a name that is taken");

            visitor.field("New name").fill(fresh);
            visitor.button("Change the name").click();
            assertThat(visitor.page().getByText("You go by " + fresh + " now.")).isVisible();
            assertThat(visitor.page().getByText("You can change it again from")).isVisible();
            assertThat(visitor.page().getByText("Signed in as " + fresh)).isVisible();

            other.signIn(bea).enter(room);
            assertThat(other.log().getByText(fresh)).isVisible();
            assertThat(visitor.complaints()).isEmpty();
        }
    }
}
