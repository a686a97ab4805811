package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import community.haven.notice.News;
import community.haven.notice.NoticeKind;
import community.haven.notice.Notices;
import community.haven.testkit.Accessibility;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.TestRooms;
import community.haven.testkit.Visitor;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** What one person is told reaches them wherever they are on the page. */
@HavenTest
class NoticesIT {

    private static final String TITLE = "A message of yours in Evening room was taken out of sight.";

    @Inject
    Notices notices;

    private Someone amal;
    private UUID room;

    @BeforeEach
    void come() {
        amal = Cast.member("amal");
        room = TestRooms.make(Cast.admin());
    }

    @Test
    void shouldShowThatThereIsSomethingNewUntilItIsRead() {
        try (Visitor phone = Visitor.onPhone(390).signIn(amal)) {
            assertThat(phone.page().getByText("There is something new for you")).hasCount(0);
            tell();
            assertThat(phone.page().getByText("There is something new for you")).isAttached();

            phone.open("/notices");
            assertThat(phone.page().getByText(TITLE)).isVisible();
            assertThat(phone.page().getByText("It named somebody.")).isVisible();
            assertThat(phone.page().getByText("You are still a member", new com.microsoft.playwright.Page.GetByTextOptions()
                    .setExact(false))).isVisible();
            assertThat(phone.page().getByText("There is something new for you")).hasCount(0);
            Accessibility.check(phone, "the notices");
            Accessibility.fits(phone, "the notices");

            phone.button("Let go of: " + TITLE).click();
            assertThat(phone.page().getByText("There is nothing here.")).isVisible();
        }
    }

    @Test
    void shouldComeToAnOpenPageOfNotices() {
        try (Visitor desk = Visitor.atDesk().signIn(amal)) {
            desk.open("/notices");
            assertThat(desk.page().getByText("There is nothing here.")).isVisible();
            tell();
            assertThat(desk.page().getByText("It named somebody.")).isVisible();
        }
    }

    private void tell() {
        QuarkusTransaction.requiringNew().run(() -> notices.tell(amal.id(),
                News.of(NoticeKind.MESSAGE_REMOVED, room, "Evening room").on(7).because("G1", "It named somebody.")));
    }
}
