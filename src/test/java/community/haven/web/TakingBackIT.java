package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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

/** Taking back what one has said, and what others see of it. */
@HavenTest
class TakingBackIT {

    private static final String LINE = "Somebody took a message back.";

    private Someone amal;
    private Someone bea;
    private UUID room;

    @BeforeEach
    void meet() {
        amal = Cast.member("amal");
        bea = Cast.member("bea");
        room = TestRooms.joinedBy(Cast.moderator(), amal, bea);
    }

    @Test
    void shouldShowBothTheSameLineInThePlaceOfTheWords() {
        try (Visitor one = Visitor.onPhone(390); Visitor other = Visitor.atDesk()) {
            one.signIn(amal).enter(room);
            other.signIn(bea).enter(room);
            one.say("I should not have said that.");
            assertThat(other.log()).containsText("I should not have said that.");
            assertThat(other.page().getByText("Take back")).hasCount(0);

            takeBackButton(one).click();
            Accessibility.isSound(one, "asked whether to take it back");
            assertThat(one.page().getByRole(AriaRole.DIALOG)).containsText(LINE);
            one.button("Keep it").click();
            assertThat(one.log()).containsText("I should not have said that.");
            takeBackButton(one).click();
            one.button("Take it back").click();

            for (Visitor visitor : new Visitor[] { one, other }) {
                assertThat(visitor.log()).containsText(LINE);
                assertThat(visitor.log()).not().containsText("I should not have said that.");
                assertThat(visitor.log()).not().containsText(amal.handle());
                visitor.enter(room);
                assertThat(visitor.log()).containsText(LINE);
            }
            Accessibility.check(one, "a room with something taken back");
            Accessibility.fits(one, "a room with something taken back");
        }
    }

    @Test
    void shouldNotSayAgainWhatWasTakenBackElsewhereWhileItsAnswerWasLost() {
        try (Visitor phone = Visitor.onPhone(390)) {
            phone.signIn(amal).enter(room);
            phone.goOffline(true);
            assertThat(phone.page().getByText("The connection is away for a moment.")).isVisible();
            phone.say("Said in a tunnel.");
            assertThat(phone.log().getByText("Not sent, kept as a draft")).isVisible();
            // It did arrive, and only the answer was lost; then it was taken back at the desk.
            String key = (String) phone.page().evaluate("Object.entries(sessionStorage).filter(([name]) => "
                    + "name.includes('saying.')).map(([, kept]) => JSON.parse(kept)[0].key)[0]");
            int seq = amal.asks().body(Map.of("key", key, "text", "Said in a tunnel."))
                    .post("/api/rooms/{room}/messages", room).path("seq");
            amal.asks().delete("/api/rooms/{room}/messages/{seq}", room, seq).then().statusCode(204);

            phone.goOffline(false);
            assertThat(phone.log()).not().containsText("Said in a tunnel.");
            assertThat(phone.log().getByText("Not sent, kept as a draft")).hasCount(0);
            phone.enter(room);
            assertThat(phone.log()).containsText(LINE);
        }
    }

    private static Locator takeBackButton(Visitor visitor) {
        return visitor.log().getByText("Take back");
    }
}
