package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import community.haven.testkit.Accessibility;
import community.haven.testkit.ByApproval;
import community.haven.testkit.Cast;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Visitor;
import io.quarkus.test.junit.TestProfile;

@HavenTest
@TestProfile(ByApproval.class)
class ApprovalIT {

    private static final String WORDS = "A friend told me that people answer here.";

    @Test
    void shouldLeadFromWaitingToTheRoomsByItself() {
        String handle = Cast.handle("nia");
        try (Visitor nia = Visitor.onPhone(390); Visitor ada = Visitor.atDesk()) {
            nia.page().clock().install();
            signUp(nia, handle);
            Accessibility.check(nia, "waiting");
            Accessibility.fits(nia, "waiting");
            nia.open("/rooms");
            assertThat(nia.heading("Good that you are here")).isVisible();

            ada.signIn(Cast.admin());
            ada.link("Newcomers").click();
            assertThat(ada.page().getByText(WORDS).last()).isVisible();
            Accessibility.check(ada, "newcomers");
            ada.button("Let " + handle + " in").click();
            assertThat(ada.page().getByText(handle + " is in.")).isVisible();

            nia.page().clock().fastForward(31_000);
            assertThat(nia.heading("You are in")).isFocused();
            nia.link("To the rooms").click();
            assertThat(nia.heading("Rooms")).isVisible();
            assertThat(nia.complaints()).isEmpty();
            assertThat(ada.complaints()).isEmpty();
        }
    }

    @Test
    void shouldTellKindlyWhyItIsANo() {
        String handle = Cast.handle("nia");
        try (Visitor nia = Visitor.atDesk(); Visitor ada = Visitor.atDesk()) {
            signUp(nia, handle);
            ada.signIn(Cast.admin()).open("/approvals");
            ada.button("Say no to " + handle).click();
            assertThat(ada.field("What " + handle + " will read")).isFocused();
            ada.field("What " + handle + " will read").fill("short");
            ada.button("Say no with this reason").click();
            assertThat(ada.page().getByText("Please use at least 10 characters.")).isVisible();
            Accessibility.isSound(ada, "saying no");
            ada.field("What " + handle + " will read").fill("This Haven is for people of the harbour town alone.");
            ada.button("Say no with this reason").click();
            assertThat(ada.page().getByText(handle + " will read your reason.")).isVisible();

            nia.page().reload();
            assertThat(nia.heading("It is a no, with a reason")).isVisible();
            assertThat(nia.page().getByText("for people of the harbour town alone")).isVisible();
            assertThat(nia.page().getByText("Then this account is erased by itself")).isVisible();
            Accessibility.check(nia, "refused");
        }
    }

    private static void signUp(Visitor visitor, String handle) {
        visitor.open("/sign-up");
        SignUpIT.fill(visitor, handle);
        visitor.page().getByLabel("A few words about why you come").fill(WORDS);
        visitor.button("Join Haven").click();
        assertThat(visitor.heading("Your recovery codes")).isVisible();
        visitor.button("I have kept them").click();
        assertThat(visitor.heading("Good that you are here")).isVisible();
    }
}
