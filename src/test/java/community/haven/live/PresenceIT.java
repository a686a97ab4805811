package community.haven.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import community.haven.testkit.Accessibility;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.TestRooms;
import community.haven.testkit.Visitor;

@HavenTest
class PresenceIT {

    @Inject
    PresenceTeller teller;

    @Test
    void shouldCountQuietlyAndNameWhoeverWishesIt() {
        Someone amal = Cast.member("amal");
        Someone bea = Cast.member("bea");
        UUID room = TestRooms.joinedBy(Cast.moderator(), amal, bea);
        try (Visitor one = Visitor.onPhone(390).signIn(amal).enter(room);
                Visitor other = Visitor.atDesk().signIn(bea).enter(room)) {
            teller.tell();
            one.page().getByText("2 people are here").click();
            assertThat(one.page().getByText("You count, and nobody sees your name.")).isVisible();
            Accessibility.check(one, "who is here");
            Accessibility.fits(one, "who is here");

            other.page().getByText("2 people are here").click();
            other.button("Show my name while I am here").click();
            assertThat(other.page().getByText("The others see your name while you are here.")).isVisible();
            teller.tell();
            assertThat(one.page().getByText("Here by name: " + bea.handle())).isVisible();
        }
    }
}
