package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import community.haven.testkit.Accessibility;
import community.haven.testkit.ByInvitation;
import community.haven.testkit.Cast;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Visitor;
import io.quarkus.test.junit.TestProfile;

@HavenTest
@TestProfile(ByInvitation.class)
class InvitationIT {

    @Test
    void shouldLeadInByALink() {
        try (Visitor ada = Visitor.atDesk(); Visitor nia = Visitor.onPhone(390)) {
            ada.signIn(Cast.admin());
            ada.link("Invitations").click();
            ada.field("For how many people").fill("0");
            ada.button("Make an invitation").click();
            assertThat(ada.field("For how many people"))
                    .hasAccessibleDescription(Pattern.compile("Please choose at least 1."));
            ada.field("For how many people").fill("1");
            ada.page().getByLabel("Note").fill("For Nia");
            ada.button("Make an invitation").click();
            assertThat(ada.page().getByText("Your new invitation")).isFocused();
            Accessibility.check(ada, "invitations");
            Accessibility.fits(nia.open("/sign-up"), "sign-up by invitation");
            String link = ada.page().locator(".codes code").last().innerText();

            nia.open(link);
            assertThat(nia.page()).hasURL(Pattern.compile("/sign-up$"));
            assertThat(nia.field("Invitation")).hasValue(link.substring(link.indexOf('#') + 1));
            Accessibility.check(nia, "sign-up by invitation");
            SignUpIT.fill(nia, Cast.handle("nia"));
            nia.button("Join Haven").click();
            assertThat(nia.heading("Your recovery codes")).isVisible();

            ada.page().reload();
            assertThat(ada.page().getByText("0 people can still come in.").first()).isVisible();
            ada.page().getByLabel("Withdraw the invitation “For Nia”").first().click();
            assertThat(ada.page().getByText("Nobody can come in by it any more.")).isVisible();
            assertThat(ada.complaints()).isEmpty();
            assertThat(nia.complaints()).isEmpty();
        }
    }

    @Test
    void shouldSayNextToTheFieldThatNobodyComesInByIt() {
        try (Visitor nia = Visitor.atDesk()) {
            nia.open("/sign-up");
            SignUpIT.fill(nia, Cast.handle("nia"));
            nia.field("Invitation").fill("AAAA-BBBB-CCCC-DDDD");
            nia.button("Join Haven").click();
            assertThat(nia.field("Invitation"))
                    .hasAccessibleDescription(Pattern.compile("Nobody can come in with this invitation."));
            assertThat(nia.field("Password")).hasValue(Cast.PASSWORD);
        }
    }
}
