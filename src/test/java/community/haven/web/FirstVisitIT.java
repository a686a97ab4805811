package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.options.AriaRole;

import community.haven.testkit.Cast;
import community.haven.testkit.HavenTest;
import community.haven.testkit.TestRooms;
import community.haven.testkit.Visitor;

@HavenTest
class FirstVisitIT {

    @Test
    void shouldLeadFromTheDoorToARoomAndToTheBoard() {
        UUID room = TestRooms.make(Cast.moderator());
        try (Visitor amal = Visitor.atDesk()) {
            signUp(amal.open("/"), Cast.handle("amal"));
            join(amal, room);
            amal.say("Hello, I am new here.");
            assertThat(amal.log().getByText("Saved")).isVisible();

            amal.page().reload();
            assertThat(amal.log().getByText("Hello, I am new here.")).isVisible();

            findOnTheBoard(amal);
            postOnTheBoard(amal);
            signOut(amal);

            assertThat(amal.askedOthers()).isEmpty();
            assertThat(amal.complaints()).isEmpty();
        }
    }

    @Test
    void shouldSayWhatIsMissingNextToTheFieldAndLoseNothing() {
        try (Visitor amal = Visitor.atDesk()) {
            amal.open("/sign-up");
            String handle = Cast.handle("amal");
            amal.field("Name").fill(handle);
            amal.field("Password").fill("short");
            amal.button("Join Haven").click();
            assertThat(amal.page().getByText("Please read the guidelines and tick this when you agree.")).isVisible();
            assertThat(amal.page().getByText("Haven is for adults.")).isVisible();

            amal.page().getByLabel("I have read the").check();
            amal.page().getByLabel("I am an adult").check();
            amal.button("Join Haven").click();
            assertThat(amal.field("Password")).hasAccessibleDescription(Pattern.compile("Please use at least 15 characters"));
            assertThat(amal.field("Name")).hasValue(handle);
            assertThat(amal.field("Password")).hasValue("short");
        }
    }

    @Test
    void shouldBeBackWhereTheyWereAfterSigningIn() {
        Cast.Someone bea = Cast.member("bea");
        UUID room = TestRooms.joinedBy(Cast.moderator(), bea);
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.open("/rooms/" + room);
            visitor.field("Name").fill(bea.handle());
            visitor.field("Password").fill(Cast.PASSWORD);
            visitor.button("Sign in").click();
            assertThat(visitor.log()).isVisible();
        }
    }

    private static void signUp(Visitor visitor, String handle) {
        visitor.page().getByRole(AriaRole.MAIN).getByText("Join Haven").click();
        visitor.field("Name").fill(handle);
        visitor.field("Password").fill(Cast.PASSWORD);
        visitor.page().getByLabel("I have read the").check();
        visitor.page().getByLabel("I am an adult").check();
        visitor.button("Join Haven").click();
        assertThat(visitor.heading("Your recovery codes")).isFocused();
        visitor.button("I have kept them").click();
        assertThat(visitor.heading("Rooms")).isVisible();
    }

    private static void join(Visitor visitor, UUID room) {
        visitor.open("/rooms/" + room);
        visitor.button("Join").click();
        assertThat(visitor.log()).isVisible();
    }

    private static void findOnTheBoard(Visitor visitor) {
        visitor.link("Board").click();
        visitor.field("Search by words").fill("breathing");
        visitor.field("Kind").selectOption("practice");
        visitor.button("Search").click();
        visitor.link("Breathing out longer than you breathe in").click();
        assertThat(visitor.page().getByText("Step by step")).isVisible();
        assertThat(visitor.page().getByText("It is not treatment and does not replace it.")).isVisible();
    }

    private static void postOnTheBoard(Visitor visitor) {
        String title = "A walk before I answer " + UUID.randomUUID();
        visitor.open("/board/new");
        visitor.field("Title").fill(title);
        visitor.field("In short").fill("For the minute in which I want to write five messages at once.");
        visitor.field("Text").fill("I put the phone in my **pocket** and walk once around the block before I write back.");
        visitor.page().getByLabel("Mindfulness").check();
        visitor.page().getByLabel("Where it comes from").last().fill("My own experience.");
        visitor.button("Put on the board").click();
        assertThat(visitor.heading(title)).isVisible();
        visitor.open("/board/mine");
        assertThat(visitor.link(title)).isVisible();
    }

    private static void signOut(Visitor visitor) {
        visitor.button("Sign out").click();
        assertThat(visitor.heading("A calmer place to land")).isVisible();
        assertThat(visitor.page().evaluate("sessionStorage.length + localStorage.length")).isEqualTo(0);
    }
}
