package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import community.haven.testkit.Accessibility;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.TestRooms;
import community.haven.testkit.Visitor;

/** Coming back to a room in which something has been said meanwhile. */
@HavenTest
class ReadingIT {

    @Test
    void shouldShowWhatIsNewUntilItHasBeenSeen() {
        Someone amal = Cast.member("amal");
        Someone bea = Cast.member("bea");
        UUID room = TestRooms.joinedBy(Cast.moderator(), amal, bea);
        say(bea, room, "Before amal came.");
        try (Visitor one = Visitor.onPhone(390)) {
            one.signIn(amal);
            one.enter(room);
            await().until(() -> amal.asks().get("/api/rooms/{room}", room).path("unread").equals(0));
            one.open("/rooms");
            assertThat(card(one, amal, room)).not().containsText("Something new");
            say(bea, room, "While amal was away.");
            one.open("/rooms");
            assertThat(card(one, amal, room)).containsText("Something new since you were here");
            Accessibility.check(one, "a list of rooms with something new");

            one.enter(room);
            assertThat(one.log()).containsText("New since you were last here");
            assertThat(one.log().locator(".since ~ haven-message")).containsText("While amal was away.");
            Accessibility.check(one, "a room with something new");
            Accessibility.fits(one, "a room with something new");
            await().until(() -> amal.asks().get("/api/rooms/{room}", room).path("unread").equals(0));
            one.enter(room);
            assertThat(one.log()).not().containsText("New since you were last here");
        }
        bea.asks().get("/api/rooms/{room}", room).then().body("unread", equalTo(0)).body("mark", equalTo(0));
    }

    @Test
    void shouldNotShowAsNewWhatWasReadOnAnotherDevice() {
        Someone amal = Cast.member("amal");
        Someone bea = Cast.member("bea");
        UUID room = TestRooms.joinedBy(Cast.moderator(), amal, bea);
        say(bea, room, "While amal was away.");
        try (Visitor desk = Visitor.atDesk().signIn(amal)) {
            desk.open("/rooms");
            assertThat(card(desk, amal, room)).containsText("Something new since you were here");
            amal.asks().body(Map.of("seq", 1)).put("/api/rooms/{room}/mark", room).then().statusCode(204);
            assertThat(card(desk, amal, room)).not().containsText("Something new");
        }
    }

    private static Locator card(Visitor visitor, Someone someone, UUID room) {
        String name = someone.asks().get("/api/rooms/{room}", room).path("name");
        return visitor.page().locator(".card", new Page.LocatorOptions().setHasText(name));
    }

    private static void say(Someone someone, UUID room, String text) {
        someone.asks().body(Map.of("key", UUID.randomUUID().toString(), "text", text)).post("/api/rooms/{room}/messages", room)
                .then().statusCode(201);
    }
}
