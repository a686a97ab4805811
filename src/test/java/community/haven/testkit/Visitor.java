package community.haven.testkit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import community.haven.testkit.Cast.Someone;
import io.restassured.RestAssured;

/** Somebody in front of the page, in a browser profile of their own. They find things by what they are called. */
public final class Visitor implements AutoCloseable {

    private final String origin;
    private final BrowserContext profile;
    private final Page page;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Visitor(NewContextOptions options) {
        this("http://localhost:" + RestAssured.port, options);
    }

    private Visitor(String origin, NewContextOptions options) {
        this.origin = origin;
        profile = Browser.open().newContext(options.setBaseURL(origin).setLocale("en-GB"));
        page = profile.newPage();
        page.onRequest(request -> asked.add(request.url()));
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
    }

    /** At a desk. */
    public static Visitor atDesk() {
        return new Visitor(new NewContextOptions().setViewportSize(1280, 800));
    }

    public static Visitor atDesk(ColorScheme scheme) {
        return new Visitor(new NewContextOptions().setViewportSize(1280, 800).setColorScheme(scheme));
    }

    /** At a desk, with a server whose certificate nobody has signed. */
    public static Visitor overTls(int port) {
        return new Visitor("https://localhost:" + port, new NewContextOptions().setViewportSize(1280, 800)
                .setIgnoreHTTPSErrors(true));
    }

    /** At a desk, with a network that is not to be relied on. */
    public static Visitor through(Tunnel tunnel) {
        return new Visitor("http://localhost:" + tunnel.port(), new NewContextOptions().setViewportSize(1280, 800));
    }

    /** With a phone of this width. */
    public static Visitor onPhone(int width) {
        return new Visitor(new NewContextOptions().setViewportSize(width, 844).setHasTouch(true).setIsMobile(true));
    }

    public Page page() {
        return page;
    }

    public Visitor open(String path) {
        page.navigate(path);
        assertThat(heading().first()).isVisible();
        return this;
    }

    public Visitor signIn(Someone someone) {
        open("/sign-in");
        field("Name").fill(someone.handle());
        field("Password").fill(Cast.PASSWORD);
        button("Sign in").click();
        assertThat(heading("Rooms").or(field("Code"))).isVisible();
        if (field("Code").isVisible()) {
            field("Code").fill(someone.code());
            button("Sign in").click();
            assertThat(heading("Rooms")).isVisible();
        }
        return this;
    }

    /** Opens a room they have joined, and waits until they hear what is said there. */
    public Visitor enter(UUID room) {
        open("/rooms/" + room);
        assertThat(log()).isVisible();
        assertThat(page.getByText("Connected")).isAttached();
        assertThat(log()).not().containsText("One moment.");
        return this;
    }

    public void say(String text) {
        box().fill(text);
        button("Send").click();
    }

    public void goOffline(boolean offline) {
        profile.setOffline(offline);
    }

    public Locator log() {
        return page.getByRole(AriaRole.LOG);
    }

    public Locator box() {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Your message"));
    }

    /** What the room shows as said, in its order. */
    public List<String> heard() {
        return log().locator(".words").allInnerTexts();
    }

    public Locator heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    public Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1).setName(name));
    }

    public Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    public Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    public Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Every address that the page asked for. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** Requests to anybody but Haven. */
    public List<String> askedOthers() {
        return asked.stream().filter(url -> !url.startsWith(origin + "/")).toList();
    }

    /** What the browser refused, and what the page's scripts failed at. */
    public List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        profile.close();
    }
}
