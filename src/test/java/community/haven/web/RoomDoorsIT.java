package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

import community.haven.testkit.Accessibility;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.TestRooms;
import community.haven.testkit.Visitor;

/** Bea looks after a room; amal comes to its door, with a phone as she has one. */
@HavenTest
class RoomDoorsIT {

    private Someone mo;
    private Someone amal;
    private Someone bea;
    private UUID room;

    @BeforeEach
    void beaLooksAfterARoom() {
        mo = Cast.moderator();
        amal = Cast.member("amal");
        bea = Cast.member("bea");
        room = TestRooms.joinedBy(mo, bea);
        TestRooms.appoint(mo, room, bea);
    }

    @Test
    void shouldLetSomebodyInWhoAsked() {
        TestRooms.edit(mo, room, Map.of("visibility", "request"));
        try (Visitor host = Visitor.onPhone(390); Visitor guest = Visitor.onPhone(390)) {
            host.signIn(bea).open(people());
            assertThat(host.page().getByText("Nobody is waiting.")).isVisible();
            guest.signIn(amal).open("/rooms/" + room);
            guest.page().getByLabel("A few words to those who look after the room").fill("I have read along for a while.");
            Accessibility.check(guest, "asking");
            guest.button("Ask to come in").click();
            assertThat(guest.page().getByText("You asked on")).isVisible();
            assertThat(guest.page().getByText("Nobody has answered yet.")).isVisible();
            Accessibility.check(guest, "having asked");

            assertThat(host.page().getByText("I have read along for a while.")).isVisible();
            Accessibility.check(host, "the people of a room");
            Accessibility.fits(host, "the people of a room");
            host.button("Let " + amal.handle() + " in").click();
            assertThat(host.page().getByText(amal.handle() + " is welcome, and has been told.")).isVisible();

            assertThat(guest.box()).isVisible();
            guest.say("Thank you for having me.");
            assertThat(guest.log()).containsText("Thank you for having me.");
        }
    }

    @Test
    void shouldSayNoWithAReasonThatIsRead() {
        TestRooms.edit(mo, room, Map.of("visibility", "request"));
        try (Visitor host = Visitor.atDesk(); Visitor guest = Visitor.onPhone(390)) {
            guest.signIn(amal).open("/rooms/" + room).button("Ask to come in").click();
            assertThat(guest.page().getByText("You asked on")).isVisible();
            host.signIn(bea).open(people());
            host.button("Say no to " + amal.handle()).click();
            Locator dialog = host.page().getByRole(AriaRole.DIALOG);
            dialog.getByLabel("Reason", new Locator.GetByLabelOptions().setExact(true))
                    .fill("This month we are those who began together.");
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Say no")).click();
            assertThat(host.page().getByText(amal.handle() + " will read your reason.")).isVisible();

            assertThat(guest.button("Ask to come in")).isVisible();
            guest.open("/notices");
            assertThat(guest.page().getByText("This month we are those who began together.")).isVisible();
        }
    }

    @Test
    void shouldMoveUpInLineWhenSomebodyLeaves() {
        TestRooms.edit(mo, room, Map.of("capacity", 2));
        Someone carlo = Cast.member("carlo");
        TestRooms.join(carlo, room).then().statusCode(200);
        try (Visitor guest = Visitor.onPhone(390)) {
            guest.signIn(amal).open("/rooms/" + room).button("Wait for a place").click();
            assertThat(guest.page().getByText("You have been in line since")).isVisible();
            Accessibility.check(guest, "in line");
            carlo.asks().delete("/api/rooms/{room}/membership", room).then().statusCode(204);
            assertThat(guest.box()).isVisible();
        }
    }

    @Test
    void shouldTellWhoeverWasTakenOutWhyAndLeadThemBack() {
        TestRooms.join(amal, room).then().statusCode(200);
        try (Visitor host = Visitor.onPhone(390); Visitor member = Visitor.onPhone(390)) {
            member.signIn(amal).enter(room);
            host.signIn(bea).open(people());
            host.button("Take " + amal.handle() + " out of the room").click();
            Locator dialog = host.page().getByRole(AriaRole.DIALOG);
            Accessibility.check(host, "taking somebody out");
            dialog.getByLabel("Rule").selectOption("G5");
            dialog.getByLabel("Reason", new Locator.GetByLabelOptions().setExact(true)).fill("You named somebody, twice.");
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Take out")).click();
            assertThat(host.page().getByText(amal.handle() + " is not in the room any more.")).isVisible();

            assertThat(member.page().getByText("You named somebody, twice.")).isVisible();
            assertThat(member.page().getByText("You are still a member of Haven")).isVisible();
            assertThat(member.log()).hasCount(0);
            Accessibility.isSound(member, "taken out");
            member.button("Ask to come back").click();
            assertThat(member.page().getByText("You asked to come back on")).isVisible();

            assertThat(host.page().getByText("Was taken out of the room on")).isVisible();
            host.button("Let " + amal.handle() + " in").click();
            assertThat(member.box()).isVisible();
        }
    }

    @Test
    void shouldLeadAnInvitedPersonThroughSigningInIntoTheRoom() {
        TestRooms.edit(mo, room, Map.of("visibility", "invitation"));
        try (Visitor host = Visitor.onPhone(390); Visitor guest = Visitor.onPhone(390)) {
            host.signIn(bea).open(people()).button("Make an invitation").click();
            String link = host.page().getByText("/rooms/invited#").innerText();
            guest.open(link.substring(link.indexOf("/rooms/")));
            guest.field("Name").fill(amal.handle());
            guest.field("Password").fill(Cast.PASSWORD);
            guest.button("Sign in").click();
            assertThat(guest.heading("You are invited into a room")).isVisible();
            Accessibility.check(guest, "invited");
            Accessibility.fits(guest, "invited");
            guest.button("Go in").click();
            assertThat(guest.box()).isVisible();
            assertThat(guest.asked()).noneMatch(url -> url.contains("invited#") || url.contains(link.split("#")[1]));
        }
    }

    @Test
    void shouldCloseTheDoorToNewcomersAndSayWhenItOpens() {
        try (Visitor host = Visitor.onPhone(390); Visitor guest = Visitor.onPhone(390)) {
            host.signIn(bea).open(people()).button("Close to newcomers").click();
            assertThat(host.page().getByText("The room takes nobody new now.")).isVisible();
            guest.signIn(amal).open("/rooms/" + room);
            assertThat(guest.page().getByText("It is open again from")).isVisible();
            assertThat(guest.button("Join")).hasCount(0);
            Accessibility.check(guest, "closed to newcomers");
            host.button("Open to newcomers again").click();
            assertThat(host.page().getByText("The room is open to newcomers again.")).isVisible();
            guest.open("/rooms/" + room).button("Join").click();
            assertThat(guest.box()).isVisible();
        }
    }

    @Test
    void shouldHandTheRoomOverToSomebodyWhoAgrees() {
        TestRooms.join(amal, room).then().statusCode(200);
        try (Visitor host = Visitor.onPhone(390); Visitor member = Visitor.onPhone(390)) {
            member.signIn(amal).enter(room);
            host.signIn(bea).open(people());
            host.field("Name of a member of this room").fill(amal.handle());
            host.button("Ask them").click();
            assertThat(host.page().getByText("Until they answer, you do.")).isVisible();
            assertThat(member.page().getByText(bea.handle() + " asks you to look after this room.")).isVisible();
            member.button("Yes, I will").click();
            assertThat(member.page().getByText("You look after this room now.")).isVisible();
            assertThat(member.log()).containsText("Other people look after this room now.");
        }
    }

    private String people() {
        return "/rooms/" + room + "/people";
    }
}
