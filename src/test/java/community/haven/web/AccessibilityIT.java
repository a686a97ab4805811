package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.TestRooms;
import community.haven.testkit.Visitor;

@HavenTest
class AccessibilityIT {

    private static final List<String> STANDARDS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
            "best-practice");
    private static final List<String> FOR_ANYBODY = List.of("/", "/guidelines", "/sign-up", "/sign-in", "/recover", "/forgot",
            "/reset", "/email/confirm", "/goodbye", "/nowhere");
    private static final List<String> SIGNED_IN = List.of("/rooms", "/rooms/new", "/board", "/board/new", "/board/mine",
            "/setup", "/account", "/account/data", "/invitations", "/approvals", "/waiting",
            "/audit", "/people");

    @ParameterizedTest
    @EnumSource(value = ColorScheme.class, names = { "LIGHT", "DARK" })
    void shouldFindNothingOnAnyPage(ColorScheme scheme) {
        Someone ada = Cast.admin();
        UUID room = talkedIn(ada);
        try (Visitor visitor = Visitor.atDesk(scheme)) {
            FOR_ANYBODY.forEach(path -> check(visitor.open(path), path));
            visitor.button("Help now").click();
            check(visitor, "help");
            visitor.signIn(ada);
            SIGNED_IN.forEach(path -> check(visitor.open(path), path));
            visitor.open("/account").button("Make new codes").click();
            assertThat(visitor.heading("Your recovery codes")).isVisible();
            check(visitor, "recovery codes");
            check(visitor.enter(room), "a room");
            check(visitor.open("/rooms/" + room + "/edit"), "a room's form");
            check(visitor.open("/board/" + anyResource(ada)), "a resource");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 320, 390 })
    void shouldFitANarrowScreen(int width) {
        Someone ada = Cast.admin();
        UUID room = talkedIn(ada);
        try (Visitor visitor = Visitor.onPhone(width)) {
            FOR_ANYBODY.forEach(path -> fits(visitor.open(path), path));
            visitor.signIn(ada);
            SIGNED_IN.forEach(path -> fits(visitor.open(path), path));
            fits(visitor.enter(room), "a room");
            assertThat(visitor.box()).isInViewport();
            fits(visitor.open("/board/" + anyResource(ada)), "a resource");
        }
    }

    private static UUID talkedIn(Someone person) {
        UUID room = TestRooms.joinedBy(person, person);
        person.asks().body("""
                {"key": "%s", "text": "A word that is long: %s", "need": "advice", "contentNote": "a note"}
                """.formatted(UUID.randomUUID(), "a".repeat(120))).post("/api/rooms/{room}/messages", room).then()
                .statusCode(201);
        return room;
    }

    private static String anyResource(Someone person) {
        return person.asks().get("/api/resources").path("items[0].id");
    }

    static void check(Visitor visitor, String where) {
        loaded(visitor);
        isSound(visitor, where);
    }

    /** As it stands, problems that it shows included. */
    static void isSound(Visitor visitor, String where) {
        var violations = new AxeBuilder(visitor.page()).setLegacyMode(true).withTags(STANDARDS).analyze().getViolations();
        assertThat(violations).as(where).extracting(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml()).isEmpty();
    }

    static void fits(Visitor visitor, String where) {
        loaded(visitor);
        Object excess = visitor.page().evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertThat((int) excess).as(where).isLessThanOrEqualTo(0);
    }

    private static void loaded(Visitor visitor) {
        assertThat(visitor.page().getByRole(AriaRole.MAIN)).not().containsText("One moment.");
        // A page that could not be loaded has little that could be wrong with it.
        assertThat(visitor.page().locator(".problem")).hasCount(0);
    }
}
