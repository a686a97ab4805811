package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.options.ColorScheme;

import community.haven.testkit.Accessibility;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.TestRooms;
import community.haven.testkit.Visitor;

@HavenTest
class AccessibilityIT {

    private static final List<String> FOR_ANYBODY = List.of("/", "/guidelines", "/sign-up", "/sign-in", "/recover", "/forgot",
            "/reset", "/email/confirm", "/goodbye", "/nowhere");
    private static final List<String> SIGNED_IN = List.of("/rooms", "/rooms/new", "/rooms/invited", "/sessions", "/notices",
            "/board", "/board/new",
            "/board/mine",
            "/setup", "/account", "/account/data", "/invitations", "/approvals", "/waiting",
            "/audit", "/people");

    @ParameterizedTest
    @EnumSource(value = ColorScheme.class, names = { "LIGHT", "DARK" })
    void shouldFindNothingOnAnyPage(ColorScheme scheme) {
        Someone ada = Cast.admin();
        UUID room = talkedIn(ada);
        try (Visitor visitor = Visitor.atDesk(scheme)) {
            FOR_ANYBODY.forEach(path -> Accessibility.check(visitor.open(path), path));
            visitor.button("Help now").click();
            Accessibility.check(visitor, "help");
            visitor.signIn(ada);
            SIGNED_IN.forEach(path -> Accessibility.check(visitor.open(path), path));
            visitor.open("/account").button("Make new codes").click();
            assertThat(visitor.heading("Your recovery codes")).isVisible();
            Accessibility.check(visitor, "recovery codes");
            Accessibility.check(visitor.enter(room), "a room");
            Accessibility.check(visitor.open("/rooms/" + room + "/edit"), "a room's form");
            Accessibility.check(visitor.open("/rooms/" + room + "/people"), "a room's people");
            Accessibility.check(visitor.open("/board/" + anyResource(ada)), "a resource");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 320, 390 })
    void shouldFitANarrowScreen(int width) {
        Someone ada = Cast.admin();
        UUID room = talkedIn(ada);
        try (Visitor visitor = Visitor.onPhone(width)) {
            FOR_ANYBODY.forEach(path -> Accessibility.fits(visitor.open(path), path));
            visitor.signIn(ada);
            SIGNED_IN.forEach(path -> Accessibility.fits(visitor.open(path), path));
            Accessibility.fits(visitor.enter(room), "a room");
            assertThat(visitor.box()).isInViewport();
            Accessibility.fits(visitor.open("/rooms/" + room + "/people"), "a room's people");
            Accessibility.fits(visitor.open("/board/" + anyResource(ada)), "a resource");
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
}
