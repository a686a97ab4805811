package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import community.haven.testkit.Accessibility;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Rows;
import community.haven.testkit.TestRooms;
import community.haven.testkit.Visitor;

/** Measures in front of the page: how they are taken, and how the person they are about is told. */
@HavenTest
class StandingIT {

    private static final String REASON = "Three times the same insult, after two kind words.";

    @Inject
    Rows rows;

    private Someone mo;
    private Someone amal;
    private UUID room;

    @BeforeEach
    void amalIsInARoom() {
        mo = Cast.moderator();
        amal = Cast.member("amal");
        room = TestRooms.joinedBy(mo, amal);
    }

    @Test
    void shouldTellSomebodyInTheirRoomThatTheyAreMutedAndKeepTheirDraft() {
        try (Visitor member = Visitor.onPhone(390); Visitor moderator = Visitor.atDesk()) {
            member.signIn(amal).enter(room);
            member.box().fill("Half a thought");
            find(moderator.signIn(mo), amal);
            decide(moderator, "mute", "hour");
            assertThat(moderator.page().getByText("Done. " + amal.handle() + " can read your words now.")).isVisible();
            assertThat(moderator.page().getByText("Mute, in force")).isVisible();
            Accessibility.isSound(moderator, "the page of people");

            Locator note = member.page().locator("haven-muted-note");
            assertThat(note).containsText(REASON);
            assertThat(note).containsText("G1");
            assertThat(note).containsText("You are still a member.");
            assertThat(note).not().containsText(mo.handle());
            assertThat(member.box()).hasValue("Half a thought");
            assertThat(member.button("Send")).hasCount(0);
            assertThat(member.page().getByText("Connected")).isAttached();
            Accessibility.isSound(member, "the room of somebody muted");

            lift(moderator, "Lift");
            assertThat(member.button("Send")).isVisible();
            assertThat(note).hasCount(0);
            member.button("Send").click();
            assertThat(member.log().getByText("Half a thought")).isVisible();
            assertThat(member.complaints()).isEmpty();
        }
    }

    @Test
    void shouldShowSomebodySuspendedTheReasonInsteadOfAnEndlessAttempt() {
        try (Visitor member = Visitor.atDesk()) {
            member.signIn(amal).enter(room);
            suspend();

            assertThat(member.heading("Your account is suspended for a time")).isVisible();
            assertThat(member.page().getByText(REASON)).isVisible();
            assertThat(member.page().getByText("You are still a member.")).isVisible();
            assertThat(member.button("Help now")).isVisible();
            assertThat(member.link("Rooms")).hasCount(0);
            Accessibility.isSound(member, "the notice");

            assertThat(member.open("/board").heading("Your account is suspended for a time")).isVisible();
            member.link("Your account, and what is yours").click();
            assertThat(member.heading("Your account")).isVisible();
            assertThat(member.page().locator("haven-own-standing")).containsText(REASON);
            assertThat(member.page().locator(".problem")).hasCount(0);
            Accessibility.isSound(member, "the account of somebody suspended");

            member.open("/rooms/" + room);
            assertThat(member.button("Look whether it is over")).isVisible();
            rows.change("update measure set ends_at = '2026-01-01' where account_id = ?", amal.id());
            member.button("Look whether it is over").click();
            assertThat(member.log()).isVisible();
            assertThat(member.page().getByText("Connected")).isAttached();
            assertThat(member.complaints()).isEmpty();
        }
    }

    @Test
    void shouldShowTheNoticeToSomebodyWhoSignsIn() {
        suspend();
        try (Visitor member = Visitor.onPhone(320)) {
            member.open("/sign-in");
            member.field("Name").fill(amal.handle());
            member.field("Password").fill(Cast.PASSWORD);
            member.button("Sign in").click();
            assertThat(member.heading("Your account is suspended for a time")).isVisible();
            Object excess = member.page().evaluate("document.documentElement.scrollWidth - window.innerWidth");
            assertThat((int) excess).isLessThanOrEqualTo(0);
        }
    }

    @Test
    void shouldExcludeSomebodyWhenTwoAgree() {
        Someone second = Cast.moderator();
        try (Visitor member = Visitor.atDesk(); Visitor one = Visitor.atDesk(); Visitor other = Visitor.atDesk()) {
            member.signIn(amal).enter(room);
            find(one.signIn(mo), amal);
            decide(one, "exclude", "day");
            assertThat(one.page().getByText("Proposed. Somebody else on the team has to agree.")).isVisible();
            assertThat(one.button("Agree to exclude " + amal.handle())).hasCount(0);
            assertThat(member.heading("Your account is suspended for a time")).isVisible();
            assertThat(member.page().getByText("A second person looks at this")).isVisible();

            other.signIn(second).open("/people");
            other.button("Look at " + amal.handle()).click();
            other.button("Agree to exclude " + amal.handle()).click();
            assertThat(other.page().getByText("Exclusion, in force")).isVisible();
            Accessibility.isSound(other, "an exclusion");

            member.button("Look whether it is over").click();
            assertThat(member.heading("This account can no longer take part")).isVisible();
            assertThat(member.page().getByText("You are still a member.")).hasCount(0);
            assertThat(member.page().getByText(REASON)).isVisible();
            Accessibility.isSound(member, "the notice of an exclusion");
        }
    }

    @Test
    void shouldLetAnAdminSeeWhereSomebodyIsSignedInAndSignThemOut() {
        try (Visitor member = Visitor.atDesk(); Visitor admin = Visitor.atDesk()) {
            member.signIn(amal).enter(room);
            find(admin.signIn(Cast.admin()), amal);
            assertThat(admin.page().getByText("Signed in 2 times.")).isVisible();
            admin.button("Show the sessions").click();
            assertThat(admin.page().getByText("last used on")).hasCount(2);
            Accessibility.isSound(admin, "somebody's sessions");
            admin.button("Sign them out everywhere").click();

            assertThat(admin.page().getByText(amal.handle() + " is signed out everywhere.")).isVisible();
            assertThat(member.link("Sign in")).isVisible();
        }
    }

    @Test
    void shouldSayWhyAMeasureCannotBeTaken() {
        try (Visitor moderator = Visitor.atDesk()) {
            find(moderator.signIn(mo), mo);
            assertThat(moderator.page().getByText("Nobody decides about themselves.")).isVisible();
            find(moderator, Cast.moderator());
            assertThat(moderator.page().getByText("Measures about staff are taken by admins.")).isVisible();
            find(moderator, amal);
            Locator form = moderator.page().locator("haven-measure-form");
            form.getByLabel("Measure").selectOption("mute");
            form.getByLabel("Reason").fill("short");
            form.getByLabel("Rule").selectOption("G1");
            moderator.button("Decide").click();
            assertThat(form.getByText("Please use at least 10 characters.")).isVisible();
            assertThat(form.getByLabel("Reason")).hasValue("short");
            assertThat(moderator.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Sessions")))
                    .hasCount(0);
        }
    }

    private void suspend() {
        mo.asks().body(Map.of("kind", "suspend", "rule", "G1", "reason", REASON, "until",
                Instant.now().plus(Duration.ofDays(2)).toString())).post("/api/accounts/{id}/measures", amal.id())
                .then().statusCode(201);
    }

    private static void find(Visitor staff, Someone somebody) {
        staff.open("/people");
        staff.field("Name").fill(somebody.handle());
        staff.button("Find").click();
        assertThat(staff.page().locator("#person-title")).hasText(somebody.handle());
    }

    private static void decide(Visitor moderator, String kind, String span) {
        Locator form = moderator.page().locator("haven-measure-form");
        form.getByLabel("Measure").selectOption(kind);
        form.getByLabel(kind.equals("exclude") ? "Suspended meanwhile" : "How long").selectOption(span);
        form.getByLabel("Rule").selectOption("G1");
        form.getByLabel("Reason").fill(REASON);
        moderator.button("Decide").click();
    }

    private static void lift(Visitor moderator, String label) {
        moderator.page().locator("haven-measures .actions").getByText(label).click();
        Locator dialog = moderator.page().getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Reason").fill("Looked at again: it was a quotation.");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Lift it")).click();
        assertThat(dialog).isHidden();
    }
}
