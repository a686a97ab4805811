package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import community.haven.testkit.Accessibility;
import community.haven.testkit.ByHosts;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.TestRooms;
import community.haven.testkit.Visitor;
import io.quarkus.test.junit.TestProfile;

@HavenTest
@TestProfile(ByHosts.class)
class HostInvitationIT {

    @Test
    void shouldLeadHostsToTheirOwnInvitations() {
        Someone bea = Cast.invited("bea");
        TestRooms.appoint(Cast.admin(), TestRooms.joinedBy(Cast.admin(), bea), bea);
        try (Visitor host = Visitor.onPhone(390)) {
            host.signIn(bea);
            host.link("Invitations").click();
            assertThat(host.page().getByText("As a host you invite up to 10 people with each, for up to 30 days.")).isVisible();
            assertThat(host.page().getByText("There is no invitation yet.")).isVisible();
            Accessibility.check(host, "invitations of a host");
            Accessibility.fits(host, "invitations of a host");

            host.field("For how many people").fill("11");
            host.button("Make an invitation").click();
            assertThat(host.field("For how many people"))
                    .hasAccessibleDescription(Pattern.compile("Please choose at most 10."));
            host.field("For how many people").fill("10");
            host.button("Make an invitation").click();
            assertThat(host.page().getByText("Your new invitation")).isFocused();
            host.page().getByLabel("Withdraw the invitation “Without a note”").click();
            assertThat(host.page().getByText("Nobody can come in by it any more.")).isVisible();
            assertThat(host.complaints()).isEmpty();
        }
    }

    @Test
    void shouldKeepOthersFromAPageThatIsNotForThem() {
        try (Visitor amal = Visitor.atDesk()) {
            amal.signIn(Cast.invited("amal"));
            amal.open("/invitations");
            assertThat(amal.heading("There is no page here")).isVisible();
            assertThat(amal.link("Invitations")).hasCount(0);
        }
    }
}
