package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

import community.haven.testkit.Accessibility;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Rows;
import community.haven.testkit.TestRooms;
import community.haven.testkit.Visitor;

/** Finding something that was said long ago, reading around it, and coming back. */
@HavenTest
class RoomSearchIT {

    private static final int MANY = 200;

    @Inject
    Rows rows;

    @Test
    void shouldOpenTheHistoryAroundAHitAndComeBackToNow() {
        Someone amal = Cast.member("amal");
        UUID room = longRoom(amal);
        try (Visitor visitor = Visitor.onPhone(390)) {
            visitor.signIn(amal).enter(room);
            visitor.page().getByText("Find something said here").click();
            visitor.field("Words").fill("RESUME heron");
            visitor.button("Find").click();
            assertThat(visitor.page().getByText("One message found. Haven has looked at everything this room keeps."))
                    .isVisible();
            Accessibility.check(visitor, "what was found");
            Accessibility.fits(visitor, "what was found");

            visitor.page().getByText("My résumé, said the heron.").click();
            assertThat(visitor.page().locator("#message-50")).isInViewport();
            assertThat(visitor.page().getByText("Number 49.")).isVisible();
            assertThat(visitor.page().getByText("Number 51.")).isVisible();
            assertThat(visitor.box()).hasCount(0);
            Accessibility.check(visitor, "the past");
            visitor.button("Show older messages").click();
            assertThat(visitor.page().getByText("Number 1.", new Page.GetByTextOptions().setExact(true)))
                    .isAttached();
            visitor.button("Show what came next").click();
            assertThat(visitor.page().getByText("Number 120.")).isAttached();

            visitor.button("Back to now").click();
            assertThat(visitor.log().getByText("Number 200.")).isInViewport();
            assertThat(visitor.box()).isVisible();
        }
    }

    @Test
    void shouldGoToADay() {
        Someone amal = Cast.member("amal");
        UUID room = longRoom(amal);
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.signIn(amal).enter(room);
            visitor.page().getByText("Find something said here").click();
            visitor.field("A day").fill(LocalDate.of(2026, 11, 4).toString());
            visitor.button("Go to this day").click();
            assertThat(visitor.page().locator(".log .day").first()).hasText("4 November 2026");
            visitor.page().getByText("Find something said here").click();
            visitor.field("A day").fill("2999-01-01");
            visitor.button("Go to this day").click();
            assertThat(visitor.page().getByText("Nothing has been said since then.")).isVisible();
        }
    }

    /** A message each hour from the first of November on. */
    private UUID longRoom(Someone someone) {
        UUID room = TestRooms.joinedBy(Cast.moderator(), someone);
        for (int seq = 1; seq <= MANY; seq++) {
            rows.change("insert into entry (room_id, seq, kind, at, author_id, client_key, text) values (?, ?, 'MESSAGE',"
                    + " timestampadd(hour, ?, '2026-11-01 00:00:00'), ?, ?, ?)", room, seq, seq, someone.id(), "k" + seq,
                    seq == 50 ? "My résumé, said the heron." : "Number " + seq + ".");
        }
        rows.change("update room_sequence set last_seq = ? where room_id = ?", MANY, room);
        return room;
    }
}
