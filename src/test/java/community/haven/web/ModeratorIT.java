package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.TestRooms;
import community.haven.testkit.Visitor;

@HavenTest
class ModeratorIT {

    private static final String REASON = "This names a workplace, by which somebody could be found.";

    @Test
    void shouldTellTheAuthorWhyAndOthersNothingWhenAMessageIsRemoved() {
        Someone amal = Cast.member("amal");
        Someone bea = Cast.member("bea");
        Someone mo = Cast.moderator();
        UUID room = TestRooms.joinedBy(mo, amal, bea);
        try (Visitor author = Visitor.atDesk(); Visitor other = Visitor.onPhone(390); Visitor moderator = Visitor.atDesk()) {
            author.signIn(amal).enter(room);
            other.signIn(bea).enter(room);
            moderator.signIn(mo).enter(room);
            author.say("I work at the harbour office.");
            assertThat(other.log().getByText("harbour office")).isVisible();

            remove(moderator, amal);

            assertThat(author.log().getByText("Your message was removed")).isVisible();
            assertThat(author.log().getByText(REASON)).isVisible();
            assertThat(author.log().getByText("It was about G5")).isVisible();
            assertThat(author.log().getByText("I work at the harbour office.")).isVisible();
            assertThat(author.log().getByText("You are still a member here")).isVisible();

            assertThat(other.log().getByText("A message was removed here.")).isVisible();
            assertThat(other.log().getByText("harbour office")).hasCount(0);
            assertThat(other.log().getByText(amal.handle())).hasCount(0);
            assertThat(other.log().getByText("G5")).hasCount(0);

            restore(moderator, amal);
            assertThat(other.log().getByText("harbour office")).isVisible();
            assertThat(author.log().getByText("Your message was removed")).hasCount(0);
        }
    }

    @Test
    void shouldChangeARoomForEverybodyInIt() {
        Someone amal = Cast.member("amal");
        Someone mo = Cast.moderator();
        UUID room = TestRooms.joinedBy(mo, amal);
        try (Visitor member = Visitor.atDesk(); Visitor moderator = Visitor.atDesk()) {
            member.signIn(amal).enter(room);
            moderator.signIn(mo).open("/rooms/" + room + "/edit");
            moderator.field("State").selectOption("paused");
            moderator.button("Save the room").click();

            assertThat(member.page().getByText("The room is pausing.").first()).isVisible();
            assertThat(member.box()).hasCount(0);
        }
    }

    private static void remove(Visitor moderator, Someone author) {
        moderator.button("Remove the message of " + author.handle()).click();
        Locator dialog = dialog(moderator);
        dialog.getByLabel("Rule").selectOption("G5");
        dialog.getByLabel("Reason", new Locator.GetByLabelOptions().setExact(true)).fill("short");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove")).click();
        assertThat(dialog.getByText("Please use at least 10 characters.")).isVisible();
        dialog.getByLabel("Reason", new Locator.GetByLabelOptions().setExact(true)).fill(REASON);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove")).click();
        assertThat(dialog).isHidden();
    }

    private static void restore(Visitor moderator, Someone author) {
        moderator.button("Restore the message of " + author.handle()).click();
        Locator dialog = dialog(moderator);
        dialog.getByLabel("Reason", new Locator.GetByLabelOptions().setExact(true))
                .fill("Looked at again: it names no workplace.");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Restore")).click();
        assertThat(dialog).isHidden();
    }

    private static Locator dialog(Visitor visitor) {
        return visitor.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions());
    }
}
