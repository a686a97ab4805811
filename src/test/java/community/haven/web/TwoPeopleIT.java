package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.WaitForOptions;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.TestRooms;
import community.haven.testkit.Visitor;

@HavenTest
class TwoPeopleIT {

    private static final double SECOND = Duration.ofSeconds(1).toMillis();

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
    void shouldHearEachOtherWithinASecond() {
        try (Visitor one = Visitor.atDesk(); Visitor other = Visitor.onPhone(390)) {
            one.signIn(amal).enter(room);
            other.signIn(bea).enter(room);
            // The first message of a fresh server pays for its compilation, not for the way it takes.
            one.say("Are you there?");
            assertThat(other.log().getByText("Are you there?")).isVisible();

            one.say("Hello Bea.");
            other.log().getByText("Hello Bea.").waitFor(new WaitForOptions().setTimeout(SECOND));
            other.say("Hello Amal.");
            one.log().getByText("Hello Amal.").waitFor(new WaitForOptions().setTimeout(SECOND));
        }
    }

    @Test
    void shouldHaveEveryMissedMessageOnceAndInOrderWhenBackFromBeingOffline() {
        try (Visitor one = Visitor.atDesk(); Visitor other = Visitor.atDesk()) {
            one.signIn(amal).enter(room);
            other.signIn(bea).enter(room);
            one.say("Before.");
            assertThat(other.log().getByText("Before.")).isVisible();

            other.goOffline(true);
            assertThat(other.page().getByText("The connection is away for a moment.")).isVisible();
            one.say("Missed one.");
            one.say("Missed two.");
            other.say("Written while away.");
            assertThat(other.log().getByText("Not sent, kept as a draft")).isVisible();
            other.box().fill("Half a thought");
            assertThat(one.log().getByText("Missed two.")).isVisible();

            other.goOffline(false);
            assertThat(one.log().getByText("Written while away.")).isVisible();
            assertThat(other.log().getByText("Missed two.")).isVisible();
            assertThat(other.log().getByText("Not sent, kept as a draft")).hasCount(0);
            one.say("After.");
            assertThat(other.log().getByText("After.")).isVisible();

            assertThat(other.heard()).containsExactly("Before.", "Missed one.", "Missed two.", "Written while away.", "After.");
            assertThat(one.heard()).isEqualTo(other.heard());
            assertThat(other.box()).hasValue("Half a thought");
        }
    }

    @Test
    void shouldKeepAHalfWrittenMessageOverAReload() {
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.signIn(amal).enter(room);
            visitor.box().fill("Half a thought");
            visitor.page().reload();
            assertThat(visitor.box()).hasValue("Half a thought");
        }
    }

    @Test
    void shouldFoldAMessageWithANoteUntilItIsAskedFor() {
        try (Visitor one = Visitor.atDesk(); Visitor other = Visitor.atDesk()) {
            one.signIn(amal).enter(room);
            other.signIn(bea).enter(room);
            one.page().getByText("Need and content note").click();
            one.page().getByLabel("What would help?").selectOption("to-be-heard");
            one.page().getByLabel("Content note").fill("break-up");
            one.say("It ended on Tuesday.");

            assertThat(other.log().getByText("would like to be heard")).isVisible();
            assertThat(other.log().getByText("It ended on Tuesday.")).hasCount(0);
            other.button("Show: break-up").click();
            assertThat(other.log().getByText("It ended on Tuesday.")).isVisible();
        }
    }

    @Test
    void shouldShowOlderMessagesOnDemandAndStayOnTheLineThatIsRead() {
        for (int number = 1; number <= 60; number++) {
            amal.asks().body(Map.of("key", UUID.randomUUID(), "text", "Number " + number + "."))
                    .post("/api/rooms/{room}/messages", room).then().statusCode(201);
        }
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.signIn(bea).enter(room);
            assertThat(visitor.log().getByText("Number 60.")).isInViewport();
            visitor.button("Show older messages").click();
            assertThat(visitor.log().getByText("Number 1.", new Locator.GetByTextOptions().setExact(true)))
                    .isAttached();
            assertThat(visitor.log().getByText("Number 21.")).isInViewport();
            assertThat(visitor.heard()).hasSize(60).doesNotHaveDuplicates();
        }
    }
}
