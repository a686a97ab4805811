package community.haven.meeting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static community.haven.meeting.MeetingKit.form;
import static community.haven.meeting.MeetingKit.schedule;
import static community.haven.meeting.MeetingKit.take;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import community.haven.testkit.Accessibility;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.TestRooms;
import community.haven.testkit.Visitor;

/** Bea and carlo look after a room; amal and dana have joined it. */
@HavenTest
class SessionsIT {

    /** Somewhere else than the browser of the tests is. */
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String ALL = "All sessions of this series that have not begun, also those that were changed by themselves";

    @Inject
    MeetingKit kit;

    private Someone mo;
    private Someone bea;
    private Someone carlo;
    private Someone amal;
    private Someone dana;
    private UUID room;

    @BeforeEach
    void thereIsARoom() {
        mo = Cast.moderator();
        bea = Cast.member("bea");
        carlo = Cast.member("carlo");
        amal = Cast.member("amal");
        dana = Cast.member("dana");
        room = MeetingKit.room(mo, bea, carlo, amal, dana);
        TestRooms.appoint(mo, room, carlo);
    }

    @Test
    void shouldOpenARoomForSessionsAndPlanOne() {
        UUID other = TestRooms.joinedBy(mo, bea, amal);
        TestRooms.appoint(mo, other, bea);
        try (Visitor desk = Visitor.atDesk(); Visitor host = Visitor.atDesk(); Visitor phone = Visitor.onPhone(390)) {
            desk.signIn(mo).open("/rooms/" + other + "/edit");
            desk.field("People talk here").selectOption("in sessions with a host");
            desk.button("Save the room").click();
            assertThat(desk.page().getByText("None is planned just now")).isVisible();

            host.signIn(bea).enter(other);
            plan(host);
            host.button("Plan it").click();
            assertThat(host.page().getByText("Please fill this in.")).isVisible();
            Accessibility.isSound(host, "a form with something wrong");
            host.field("Title").fill("Evening round");
            host.button("Plan it").click();
            assertThat(host.page().getByText("It is planned for")).isVisible();
            assertThat(summary(host, "The next session: Evening round")).isVisible();
            Accessibility.check(host, "a planned session");

            phone.signIn(amal).enter(other);
            assertThat(phone.page().getByText("2 of 2 places left")).isVisible();
            phone.button("Take a place").click();
            assertThat(phone.button("Give my place back")).isVisible();
            assertThat(phone.page().getByText("1 of 2 places left")).isVisible();
            Accessibility.fits(phone, "a room with a session");
            Accessibility.check(phone, "a room with a session");
            assertThat(phone.box()).isInViewport();

            summary(host, "Who comes").click();
            assertThat(host.page().getByText(amal.handle(), new Page.GetByTextOptions().setExact(true))).isVisible();
            summary(host, "Cancel this session").click();
            host.field("Why").fill("The host has caught a cold.");
            host.button("Cancel it").click();
            assertThat(host.log()).containsText("does not take place");
            assertThat(phone.log()).containsText("does not take place");
        }
    }

    @Test
    void shouldGoFromTheSoftOpeningToTheSoftClose() {
        String meeting = schedule(bea, room, form());
        take(amal, meeting).then().statusCode(200);
        try (Visitor comes = Visitor.onPhone(390); Visitor reads = Visitor.atDesk(); Visitor host = Visitor.atDesk()) {
            comes.signIn(amal).enter(room);
            reads.signIn(dana).enter(room);
            host.signIn(carlo).enter(room);
            assertThat(comes.page().getByText("The room opens at")).isVisible();
            comes.box().fill("I am a little nervous.");
            assertThat(comes.button("Send")).hasCount(0);

            kit.began(meeting, 9);
            assertThat(comes.page().getByText("You can arrive and write.")).isVisible();
            assertThat(comes.box()).hasValue("I am a little nervous.");
            comes.button("Send").click();
            assertThat(reads.log()).containsText("I am a little nervous.");
            assertThat(reads.page().getByText("You can read along.")).isVisible();
            assertThat(reads.button("Send")).hasCount(0);
            Accessibility.check(reads, "reading along");

            kit.came(room, bea);
            kit.began(meeting, -1);
            assertThat(comes.page().getByText("The session is on, until")).isVisible();
            kit.gone(room, bea);
            assertThat(comes.page().getByText("The host has lost the connection. What you are writing")).isVisible();
            Accessibility.fits(comes, "a soft close");
            host.button("Take over").click();
            assertThat(comes.page().getByText("With " + carlo.handle())).isVisible();
            comes.say("Thank you for staying.");
            assertThat(host.log()).containsText("Thank you for staying.");

            kit.began(meeting, -61);
            assertThat(comes.page().getByText("The session is over. What you are writing can be sent until")).isVisible();
            comes.box().fill("One more thing");
            kit.graceIsOver(meeting);
            comes.button("Send").click();
            assertThat(comes.page().getByText("What you wrote is kept as a draft until somebody plans the next one.").first())
                    .isVisible();
            kit.tick();
            assertThat(comes.page().getByText("None is planned just now")).isVisible();
            assertThat(comes.log()).containsText("One more thing");
            assertThat(comes.complaints()).isEmpty();
        }
    }

    @Test
    void shouldShowOwnSessionsAndAnAddressForTheCalendar() {
        Map<String, Object> form = form();
        form.put("places", 2);
        String meeting = schedule(bea, room, form);
        take(carlo, meeting);
        take(dana, meeting);
        take(amal, meeting).then().statusCode(200);
        try (Visitor visitor = Visitor.onPhone(320)) {
            visitor.signIn(amal);
            visitor.link("My sessions").click();
            assertThat(visitor.heading("My sessions")).isVisible();
            assertThat(visitor.page().getByText("You are on the waiting list.").first()).isVisible();
            MeetingKit.giveBack(dana, meeting);
            visitor.open("/sessions");
            assertThat(visitor.page().getByText("You have a place.")).isVisible();

            visitor.button("Make an address").click();
            assertThat(visitor.field("Calendar address")).hasValue(java.util.regex.Pattern.compile(
                    "http://.*/api/calendar/[0-9a-f]{40}\\.ics"));
            String first = visitor.field("Calendar address").inputValue();
            Accessibility.fits(visitor, "an address");
            Accessibility.check(visitor, "an address");
            visitor.page().waitForResponse("**/calendar",
                    () -> visitor.page().getByLabel("Call sessions by their names there").check());
            visitor.open("/sessions");
            assertThat(visitor.field("Calendar address")).hasCount(0);
            assertThat(visitor.page().getByLabel("Call sessions by their names there")).isChecked();
            assertThat(io.restassured.RestAssured.given().get(first).asString()).contains("SUMMARY:Evening round");

            visitor.button("Withdraw the address").click();
            assertThat(visitor.button("Make an address")).isVisible();
            io.restassured.RestAssured.given().get(first).then().statusCode(404);
            visitor.button("Give my place back").click();
            assertThat(visitor.page().getByText("You come to no session just now.")).isVisible();
            Accessibility.check(visitor, "no sessions");
        }
    }

    @Test
    void shouldChangeASessionAndLoseNothingWhenSomebodyElseWasFaster() {
        String meeting = schedule(bea, room, form());
        take(amal, meeting).then().statusCode(200);
        try (Visitor host = Visitor.onPhone(390); Visitor comes = Visitor.atDesk()) {
            host.signIn(bea).enter(room);
            summary(host, "Change this session").click();
            assertThat(changing(host, "Title")).hasValue("Evening round");
            Accessibility.fits(host, "a change");
            changing(host, "Title").fill("Late round");
            host.button("Change it").click();
            assertThat(host.page().getByText("Please fill this in.")).isVisible();
            assertThat(changing(host, "Title")).hasValue("Late round");
            Accessibility.isSound(host, "a change with something missing");

            carlo.asks().header("If-Match", MeetingKit.get(carlo, meeting).header("ETag"))
                    .body(Map.of("places", 7, "title", "Night round", "reason", MeetingKit.REASON))
                    .put("/api/meetings/{id}", meeting).then()
                    .statusCode(200);
            changing(host, "Begins").fill(MeetingKit.inDays(3).substring(0, 16));
            changing(host, "Why").fill("The host is on a train before that.");
            host.button("Change it").click();
            assertThat(host.page().getByText("Here it stands as it is now, with what you changed.")).isVisible();
            assertThat(changing(host, "Places")).hasValue("7");
            assertThat(host.page().getByText("Somebody else has put here: Night round")).isVisible();
            assertThat(changing(host, "Title")).hasValue("Late round");
            assertThat(changing(host, "Why")).hasValue("The host is on a train before that.");
            host.button("Change it").click();
            assertThat(summary(host, "The next session: Late round")).isVisible();
            assertThat(host.page().getByText("6 of 7 places left")).isVisible();
            assertThat(changing(host, "Title")).hasCount(0);

            comes.signIn(amal).open("/notices");
            assertThat(comes.page().getByText("The host is on a train before that.")).isVisible();
            assertThat(host.complaints()).isEmpty();
        }
        assertThat(MeetingKit.get(amal, meeting).<String> path("startsAt"))
                .startsWith(MeetingKit.inDays(3).substring(0, 10));
    }

    @Test
    void shouldChangeOneOrAllOfASeries() {
        Map<String, Object> form = MeetingKit.weekly();
        form.put("zone", BERLIN.getId());
        schedule(bea, room, form);
        try (Visitor host = Visitor.atDesk()) {
            host.signIn(bea).enter(room);
            summary(host, "Change this session").click();
            changing(host, "Title").fill("This time with tea");
            changing(host, "Why").fill("It is somebody's birthday.");
            host.button("Change it").click();
            assertThat(summary(host, "The next session: This time with tea")).isVisible();
            assertThat(MeetingKit.list(bea, room)).extracting(one -> one.get("title"))
                    .contains("Evening round").containsOnlyOnce("This time with tea");

            summary(host, "Change this session").click();
            host.button("Change it").click();
            assertThat(host.page().getByText("Nothing here is different yet.")).isVisible();
            changing(host, "Title").fill("Morning round");
            changing(host, ALL).check();
            assertThat(host.page().getByText("By the clock of Europe/Berlin. The day stays.")).isVisible();
            changing(host, "Begins at").fill("08:30");
            changing(host, "Why").fill("Mornings suit more of you.");
            host.button("Change it").click();
            assertThat(summary(host, "The next session: Morning round")).isVisible();
            Accessibility.check(host, "a changed series");
            assertThat(MeetingKit.list(bea, room)).hasSizeGreaterThan(1).allSatisfy(one -> {
                assertThat(one.get("title")).isEqualTo("Morning round");
                assertThat(Instant.parse((String) one.get("startsAt")).atZone(BERLIN).toLocalTime())
                        .isEqualTo(LocalTime.of(8, 30));
            });
        }
    }

    /** Among the fields of the form that changes a session; planning one has fields of the same names. */
    private static Locator changing(Visitor host, String label) {
        return host.page().locator("haven-meeting-change").getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    private static void plan(Visitor host) {
        summary(host, "Plan a session").click();
        host.field("Begins").fill(MeetingKit.inDays(2).substring(0, 16));
        host.field("Places").fill("2");
    }

    private static Locator summary(Visitor visitor, String text) {
        return visitor.page().locator("summary").filter(new Locator.FilterOptions().setHasText(text));
    }
}
