package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Route;

import community.haven.testkit.Authenticator;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Rows;
import community.haven.testkit.Scene;
import community.haven.testkit.TestRooms;
import community.haven.testkit.Visitor;

/** What the page does when something changed while somebody was busy with it. */
@HavenTest
class MeanwhileIT {

    @Inject
    Rows rows;

    @Test
    void shouldKeepBothTextsWhenAResourceWasChangedMeanwhile() {
        Someone amal = Cast.member("amal");
        String path = "/api/resources/" + amal.asks().body(Scene.resourceForm()).post("/api/resources").path("id");
        try (Visitor author = Visitor.atDesk()) {
            author.signIn(amal).open(path.replace("/api/resources", "/board") + "/edit");
            author.field("In short").fill("What I wrote on my telephone.");
            saveElsewhere(amal, path, "What I wrote at my desk.");
            author.page().reload();

            author.button("Save the changes").click();
            assertThat(author.page().getByText("Somebody changed this while you were editing.")).isVisible();
            assertThat(author.field("In short")).hasValue("What I wrote on my telephone.");
            author.button("Load the newest version").click();
            assertThat(author.page().getByText("What I wrote at my desk.")).isVisible();
            author.button("Save mine over it").click();

            assertThat(author.page().getByText("What I wrote on my telephone.")).isVisible();
            assertThat(author.button("Save the changes")).hasCount(0);
        }
    }

    @Test
    void shouldAskForAgreementWhenTheGuidelinesHaveChanged() {
        Someone bea = Cast.member("bea");
        try (Visitor visitor = Visitor.onPhone(390)) {
            visitor.signIn(bea);
            Scene.takeBackAgreement(bea, rows);

            visitor.page().reload();
            assertThat(visitor.page().getByText("The guidelines have changed").first()).isVisible();
            visitor.open("/guidelines").button("I have read the guidelines and agree").click();

            assertThat(visitor.heading("Rooms")).isVisible();
            assertThat(visitor.page().getByText("The guidelines have changed")).hasCount(0);
            bea.asks().get("/api/accounts/me").then().body("agreed", org.hamcrest.Matchers.is(true));
        }
    }

    @Test
    void shouldLetAnAdminMakeAModeratorWhoseNewRightsShowAtOnce() {
        Someone carlo = Authenticator.enrol(Cast.member("carlo"));
        try (Visitor admin = Visitor.atDesk(); Visitor member = Visitor.atDesk()) {
            member.signIn(carlo);
            assertThat(member.link("New room")).hasCount(0);
            admin.signIn(Cast.admin()).open("/people");
            admin.field("Name").fill(carlo.handle());
            admin.button("Find").click();
            admin.field("Role of " + carlo.handle()).selectOption("moderator");
            admin.button("Give this role").click();
            assertThat(admin.page().getByText(carlo.handle() + " has the role Moderator now.")).isVisible();

            member.open("/rooms");
            assertThat(member.link("New room")).isVisible();
        }
    }

    @Test
    void shouldSayThatARoomWasLeftWhenThatHappenedOnAnotherDevice() {
        Someone amal = Cast.member("amal");
        UUID room = TestRooms.joinedBy(Cast.moderator(), amal);
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.signIn(amal).enter(room);
            visitor.box().fill("Half a thought");

            amal.again().asks().delete("/api/rooms/{room}/membership", room).then().statusCode(204);

            assertThat(visitor.page().getByText("You have not joined this room.")).isVisible();
            assertThat(visitor.box()).hasValue("Half a thought");
        }
    }

    @Test
    void shouldLoadWithTheNextConnectionWhatCouldNotBeLoadedWhenTheRoomWasEntered() {
        Someone amal = Cast.member("amal");
        UUID room = TestRooms.joinedBy(Cast.moderator(), amal);
        amal.asks().body(Map.of("key", "k1", "text", "Said before.")).post("/api/rooms/{room}/messages", room).then()
                .statusCode(201);
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.signIn(amal).page().route("**/messages?*", Route::abort);
            visitor.open("/rooms/" + room);
            assertThat(visitor.page().getByText("Haven cannot be reached just now.")).isVisible();

            visitor.page().unroute("**/messages?*");
            visitor.goOffline(true);
            assertThat(visitor.page().getByText("The connection is away for a moment.")).isVisible();
            visitor.goOffline(false);
            assertThat(visitor.log()).containsText("Said before.");
            assertThat(visitor.page().getByText("Haven cannot be reached just now.")).hasCount(0);
        }
    }

    @Test
    void shouldTellTheAuthorOnAnotherDeviceWhyTheirMessageIsGone() {
        Someone amal = Cast.member("amal");
        Someone mo = Cast.moderator();
        UUID room = TestRooms.joinedBy(mo, amal);
        try (Visitor phone = Visitor.onPhone(390)) {
            phone.signIn(amal).enter(room);
            phone.goOffline(true);
            int seq = amal.asks().body(Map.of("key", "from-the-desk", "text", "I work at the harbour office."))
                    .post("/api/rooms/{room}/messages", room).path("seq");
            mo.asks().body(Map.of("rule", "G5", "reason", "This names a workplace.")).post(
                    "/api/rooms/{room}/messages/{seq}/removal", room, seq).then().statusCode(200);

            phone.goOffline(false);

            assertThat(phone.log().getByText("Your message was removed")).isVisible();
            assertThat(phone.log().getByText("This names a workplace.")).isVisible();
            assertThat(phone.log().getByText("I work at the harbour office.")).isVisible();
        }
    }

    private static void saveElsewhere(Someone author, String path, String summary) {
        Map<String, Object> form = new HashMap<>(Scene.resourceForm());
        form.put("summary", summary);
        String tag = author.asks().get(path).header("ETag");
        author.asks().header("If-Match", tag).body(form).put(path).then().statusCode(200);
    }
}
