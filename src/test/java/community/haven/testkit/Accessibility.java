package community.haven.testkit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What everybody needs of a page: WCAG 2.2 AA as far as axe sees it, and nothing beyond the edge of a phone. */
public final class Accessibility {

    private static final List<String> STANDARDS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
            "best-practice");

    private Accessibility() {
    }

    /** A page that has been loaded, with all that belongs to it. */
    public static void check(Visitor visitor, String where) {
        // A page that could not be loaded has little that could be wrong with it.
        assertThat(visitor.page().locator(".problem")).hasCount(0);
        isSound(visitor, where);
    }

    /** As it stands, problems that it shows included. */
    public static void isSound(Visitor visitor, String where) {
        loaded(visitor);
        isSound(visitor.page(), where);
    }

    public static void isSound(Page page, String where) {
        var violations = new AxeBuilder(page).setLegacyMode(true).withTags(STANDARDS).analyze().getViolations();
        assertThat(violations).as(where).extracting(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml()).isEmpty();
    }

    public static void fits(Visitor visitor, String where) {
        loaded(visitor);
        assertThat(visitor.page().locator(".problem")).hasCount(0);
        Object excess = visitor.page().evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertThat((int) excess).as(where).isLessThanOrEqualTo(0);
    }

    private static void loaded(Visitor visitor) {
        assertThat(visitor.page().getByRole(AriaRole.MAIN)).not().containsText("One moment.");
    }
}
