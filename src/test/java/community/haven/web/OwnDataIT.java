package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipFile;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import community.haven.account.DueErasures;
import community.haven.testkit.Accessibility;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.TestRooms;
import community.haven.testkit.Visitor;

/** What belongs to one's account, in front of the page: taking it away, resting, leaving for good. */
@HavenTest
class OwnDataIT {

    @Inject
    DueErasures erasures;

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
    void shouldSaveEverythingAsAFileThatCanBeRead(@TempDir Path folder) throws IOException {
        try (Visitor visitor = Visitor.atDesk(ColorScheme.DARK)) {
            visitor.signIn(amal).enter(room);
            visitor.say("The lake was <still>.");
            assertThat(visitor.log().getByText("The lake was <still>.")).isVisible();
            visitor.open("/account").link("Go to your data").click();
            assertThat(visitor.heading("Your data")).isVisible();
            Accessibility.isSound(visitor, "own data");

            visitor.button("Prepare the file").click();
            assertThat(visitor.button("Save the file")).isFocused();
            Download file = visitor.page().waitForDownload(() -> visitor.button("Save the file").click());
            assertThat(file.suggestedFilename()).isEqualTo("haven-my-data.zip");
            Path saved = folder.resolve("saved.zip");
            file.saveAs(saved);
            try (ZipFile zip = new ZipFile(saved.toFile())) {
                assertThat(new String(zip.getInputStream(zip.getEntry("haven.json")).readAllBytes(), StandardCharsets.UTF_8))
                        .contains("The lake was <still>.", amal.handle());
                String page = new String(zip.getInputStream(zip.getEntry("index.html")).readAllBytes(), StandardCharsets.UTF_8);
                readable(visitor, page);
            }
            visitor.page().reload();
            assertThat(visitor.button("Save the file")).isVisible();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void shouldHideWhoeverRestsAndShowThemAgain() {
        try (Visitor one = Visitor.onPhone(390); Visitor other = Visitor.atDesk()) {
            one.signIn(amal).enter(room);
            one.say("I will rest for a while.");
            assertThat(one.log().getByText("I will rest for a while.")).isVisible();
            one.open("/account/data").button("Rest").click();
            assertThat(one.heading("You are resting")).isFocused();
            Accessibility.isSound(one, "resting");

            other.signIn(bea).enter(room);
            assertThat(other.log().getByText("Somebody", new Locator.GetByTextOptions().setExact(true))).isVisible();
            assertThat(other.log().getByText("I will rest for a while.")).isVisible();
            assertThat(other.log().getByText(amal.handle())).hasCount(0);

            one.open("/rooms");
            one.link("To your data").click();
            one.button("Come back").click();
            assertThat(one.heading("Your data")).isFocused();
            other.enter(room);
            assertThat(other.log().getByText(amal.handle())).isVisible();
            assertThat(one.complaints()).isEmpty();
        }
    }

    @Test
    void shouldLetSomebodyStayAfterAll() {
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.signIn(amal).open("/account/data");
            assertThat(visitor.page().getByText("What stays, and why")).isVisible();
            visitor.button("Go on").click();
            assertThat(level2(visitor, "Erase your account")).isFocused();
            Accessibility.isSound(visitor, "the last step");
            visitor.button("Keep my account").click();
            assertThat(level2(visitor, "Leave for good")).isFocused();
            visitor.button("Go on").click();
            visitor.button("Erase my account").click();
            assertThat(visitor.heading("Your account will be erased")).isFocused();
            Accessibility.isSound(visitor, "leaving");

            visitor.button("Stay after all").click();
            assertThat(visitor.heading("Your data")).isFocused();
        }
    }

    @Test
    void shouldShowOthersALineAsSoonAsSomebodyHasLeft() {
        try (Visitor one = Visitor.atDesk(); Visitor other = Visitor.atDesk(); Visitor third = Visitor.atDesk()) {
            one.signIn(amal).enter(room);
            other.signIn(bea).enter(room);
            one.say("This was good for me.");
            assertThat(other.log().getByText("This was good for me.")).isVisible();
            other.button("Reply to " + amal.handle()).click();
            other.say("I am glad.");
            assertThat(other.log().getByText("I am glad.")).isVisible();

            one.open("/account/data").field("Now. It cannot be taken back.").check();
            one.button("Go on").click();
            one.button("Erase my account").click();
            assertThat(one.heading("Your account is closed")).isVisible();
            Accessibility.isSound(one, "goodbye");
            erasures.run();

            assertThat(other.log().getByText("Somebody who has since left Haven spoke here.")).isVisible();
            assertThat(other.log().getByText("In reply to words that are no longer here")).isVisible();
            assertThat(other.log().getByText("This was good for me.")).hasCount(0);
            List<String> stayed = other.log().locator("article").allInnerTexts();
            Accessibility.isSound(other, "a room somebody has left");

            third.signIn(bea).enter(room);
            assertThat(third.log().getByText("I am glad.")).isVisible();
            assertThat(third.log().locator("article").allInnerTexts()).isEqualTo(stayed);
            one.open("/sign-in");
            one.field("Name").fill(amal.handle());
            one.field("Password").fill(Cast.PASSWORD);
            one.button("Sign in").click();
            assertThat(one.page().getByText("That name and password do not fit together.")).isVisible();
            assertThat(other.complaints()).isEmpty();
        }
    }

    @Test
    void shouldShowNothingWhereThatWasTheWish() {
        try (Visitor other = Visitor.atDesk()) {
            other.signIn(bea).enter(room);
            amal.asks().body("{\"key\":\"k\",\"text\":\"This was good for me.\"}").post("/api/rooms/{room}/messages", room);
            other.say("A word that stays.");
            assertThat(other.log().getByText("This was good for me.")).isVisible();
            amal.asks().body("{\"messages\":\"go\",\"now\":true}").post("/api/accounts/me/erasure").then().statusCode(202);
            erasures.run();
            assertThat(other.log().getByText("This was good for me.")).hasCount(0);
            assertThat(other.log().locator("article")).hasCount(1);
        }
    }

    /** The page in the file is opened on its own, as somebody does years later. */
    private static void readable(Visitor visitor, String html) {
        Page page = visitor.page().context().newPage();
        page.setContent(html);
        assertThat(page.getByText("The lake was <still>.")).isVisible();
        Accessibility.isSound(page, "the saved page");
        page.close();
    }

    private static Locator level2(Visitor visitor, String name) {
        return visitor.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(2).setName(name));
    }
}
