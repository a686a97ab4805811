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

/** A moderator asks somebody to look after a room, and they do. */
@HavenTest
class HostIT {

    @Test
    void shouldLetAHostRemoveAMessage() {
        Someone amal = Cast.member("amal");
        Someone bea = Cast.member("bea");
        Someone mo = Cast.moderator();
        UUID room = TestRooms.joinedBy(mo, amal, bea);
        try (Visitor desk = Visitor.atDesk(); Visitor host = Visitor.onPhone(390); Visitor member = Visitor.atDesk()) {
            desk.signIn(mo).open("/rooms/" + room + "/edit");
            desk.field("Name of a member of this room").fill("nobody at all");
            desk.button("Make host").click();
            assertThat(desk.page().getByText("Nobody of this name has joined the room.")).isVisible();
            desk.field("Name of a member of this room").fill(bea.handle());
            desk.button("Make host").click();
            assertThat(desk.page().getByText(bea.handle() + " is a host of this room now.")).isVisible();

            host.signIn(bea).enter(room);
            member.signIn(amal).enter(room);
            member.say("Something that does not belong here.");
            host.button("Remove the message of " + amal.handle()).click();
            Locator dialog = host.page().getByRole(AriaRole.DIALOG);
            dialog.getByLabel("Rule").selectOption("G5");
            dialog.getByLabel("Reason", new Locator.GetByLabelOptions().setExact(true)).fill("It names somebody.");
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove")).click();

            assertThat(member.log()).containsText("It names somebody.");
            assertThat(host.log()).containsText("It names somebody.");
        }
    }
}
