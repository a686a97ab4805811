package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;

import community.haven.testkit.Accessibility;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.TestRooms;
import community.haven.testkit.Visitor;

/** Bea looks after a room while amal is in it. */
@HavenTest
class HostingIT {

    private Someone amal;
    private Someone bea;
    private UUID room;

    @BeforeEach
    void beaIsAHost() {
        Someone mo = Cast.moderator();
        amal = Cast.member("amal");
        bea = Cast.member("bea");
        room = TestRooms.joinedBy(mo, amal, bea);
        TestRooms.appoint(mo, room, bea);
    }

    @Test
    void shouldKeepWhatComesTooSoonInSlowModeAndSendItByItself() {
        try (Visitor host = Visitor.atDesk(); Visitor member = Visitor.onPhone(390)) {
            host.signIn(bea).enter(room);
            member.signIn(amal).enter(room);
            openPanel(host);
            host.field("Slow mode").selectOption("10");
            String line = "The room takes its time: one message of each person in 10 seconds.";
            assertThat(status(member, line)).isVisible();

            member.say("First.");
            assertThat(host.log()).containsText("First.");
            member.say("Second, too soon.");
            assertThat(member.log().getByText("Kept, and it goes by itself.")).isVisible();
            Accessibility.isSound(member, "waiting in slow mode");
            Accessibility.fits(member, "waiting in slow mode");
            assertThat(host.log()).containsText("Second, too soon.", new ContainsTextOptions()
                    .setTimeout(20_000));
            assertThat(member.log().getByText("Kept, and it goes by itself.")).hasCount(0);
            assertThat(member.heard()).containsExactly("First.", "Second, too soon.");
            host.say("Hosts are not slowed down.");
            host.say("Not at all.");
            assertThat(member.log()).containsText("Not at all.");
        }
    }

    @Test
    void shouldPauseForEverybodyButTheHostAndAnnounceMeanwhile() {
        try (Visitor host = Visitor.onPhone(390); Visitor member = Visitor.atDesk()) {
            host.signIn(bea).enter(room);
            member.signIn(amal).enter(room);
            member.box().fill("Half a thought");
            openPanel(host);
            host.button("Let the room pause").click();
            assertThat(status(member, "The room is pausing.")).isVisible();
            assertThat(member.box()).hasCount(0);

            host.field("Say it to the whole room, as an announcement").check();
            host.box().fill("We go on in ten minutes.");
            host.button("Announce").click();
            Locator heard = member.page().getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions()
                    .setHasText("We go on in ten minutes."));
            assertThat(heard).containsText("Announcement");
            assertThat(heard).hasAccessibleName(Pattern.compile("Announcement.*" + bea.handle() + ".*"));
            Accessibility.isSound(member, "an announcement");
            Accessibility.fits(host, "a pausing room");
            host.button("Open the room again").click();
            assertThat(member.box()).hasValue("Half a thought");
        }
    }

    @Test
    void shouldPinAMessageAtTheTopFoldedOnAPhone() {
        try (Visitor host = Visitor.atDesk(); Visitor member = Visitor.onPhone(390)) {
            host.signIn(bea).enter(room);
            member.signIn(amal).enter(room);
            member.say("What helped me was a walk.");
            host.button("Pin the message of " + amal.handle()).click();
            Locator top = host.page().locator("haven-pinned");
            assertThat(top.getByText("What helped me was a walk.")).isVisible();
            Locator folded = member.page().locator("haven-pinned");
            assertThat(folded.getByText("Pinned here (1)")).isVisible();
            assertThat(folded.getByText("What helped me was a walk.")).isHidden();
            folded.getByText("Pinned here (1)").click();
            assertThat(folded.getByText("What helped me was a walk.")).isVisible();
            Accessibility.isSound(host, "a pinned message");
            Accessibility.isSound(member, "a pinned message on a phone");
            Accessibility.fits(member, "a pinned message on a phone");

            member.page().reload();
            assertThat(member.page().getByText("Pinned here (1)")).isVisible();
            top.getByRole(AriaRole.BUTTON).click();
            assertThat(member.page().getByText("Pinned here (1)")).hasCount(0);
            assertThat(host.button("Pin the message of " + amal.handle())).isVisible();
        }
    }

    @Test
    void shouldTellSomebodyKindlyThatTheyCannotWriteForAWhile() {
        try (Visitor host = Visitor.atDesk(); Visitor member = Visitor.onPhone(390)) {
            host.signIn(bea).enter(room);
            member.signIn(amal).enter(room);
            member.say("Something sharp.");
            member.box().fill("Something that I still want to say.");
            host.button("Mute " + amal.handle() + " in this room").click();
            Locator dialog = host.page().getByRole(AriaRole.DIALOG);
            dialog.getByLabel("Rule").selectOption("G1");
            dialog.getByLabel("Reason", new Locator.GetByLabelOptions().setExact(true)).fill("That was sharp. Take a breath.");
            Accessibility.isSound(host, "muting somebody");
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Mute")).click();

            assertThat(member.page().getByText("You cannot write in this room for a while")).isVisible();
            assertThat(member.page().getByText("That was sharp. Take a breath.").first()).isVisible();
            assertThat(member.button("Send")).hasCount(0);
            assertThat(member.box()).hasValue("Something that I still want to say.");
            Accessibility.isSound(member, "muted in a room");
            Accessibility.fits(member, "muted in a room");

            openPanel(host);
            host.button("Let " + amal.handle() + " write again").click();
            dialog.getByLabel("Reason", new Locator.GetByLabelOptions().setExact(true)).fill("All is well again.");
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Let them write")).click();
            assertThat(member.button("Send")).isVisible();
            member.button("Send").click();
            assertThat(host.log()).containsText("Something that I still want to say.");
        }
    }

    @Test
    void shouldShowNothingOfThisToMembers() {
        bea.asks().body(Map.of("key", "k1", "text", "Hello.")).post("/api/rooms/{room}/messages", room);
        try (Visitor member = Visitor.atDesk()) {
            member.signIn(amal).enter(room);
            assertThat(member.log()).containsText("Hello.");
            assertThat(member.page().locator("haven-hosting")).hasCount(0);
            assertThat(member.button("Pin the message of " + bea.handle())).hasCount(0);
            assertThat(member.button("Mute " + bea.handle() + " in this room")).hasCount(0);
            assertThat(member.field("Say it to the whole room, as an announcement")).hasCount(0);
            assertThat(member.complaints()).isEmpty();
        }
    }

    private static void openPanel(Visitor host) {
        host.page().getByText("Look after this room", new Page.GetByTextOptions().setExact(true)).click();
    }

    private static Locator status(Visitor visitor, String text) {
        return visitor.page().getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText(text)).first();
    }
}
