package community.haven.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/**
 * The browser that the tests look through: the one named by {@code HAVEN_TEST_BROWSER}, else the system's Chromium or Chrome,
 * else one that Playwright fetches for itself. Where none can be had, tests that need one are left out, which
 * {@link LeftOutTests} says at the end of the run; on a build server ({@code CI=true}) that is a failure.
 */
public final class Browser {

    static final String NONE = "No browser: neither HAVEN_TEST_BROWSER nor a Chromium or Chrome on the PATH, "
            + "and Playwright could not fetch one";

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
            "chrome");

    private static com.microsoft.playwright.Browser browser;
    private static boolean tried;

    private Browser() {
    }

    static synchronized com.microsoft.playwright.Browser open() {
        if (!tried) {
            tried = true;
            browser = launch();
        }
        if (browser == null && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(NONE);
        }
        Assumptions.assumeTrue(browser != null, NONE);
        return browser;
    }

    private static com.microsoft.playwright.Browser launch() {
        Optional<Path> installed = installed();
        var options = new BrowserType.LaunchOptions().setArgs(arguments());
        installed.ifPresent(options::setExecutablePath);
        try {
            return playwright(installed.isPresent()).chromium().launch(options);
        } catch (RuntimeException e) {
            // Not PlaywrightException alone: a download that fails is told by a plain one.
            return null;
        }
    }

    private static Playwright playwright(boolean hasBrowser) {
        var options = new Playwright.CreateOptions();
        if (hasBrowser) {
            options.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        }
        return Playwright.create(options);
    }

    /** Chromium's own sandbox refuses to work for root, which is who runs builds in containers. */
    private static List<String> arguments() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--no-sandbox") : List.of();
    }

    private static Optional<Path> installed() {
        String named = System.getenv("HAVEN_TEST_BROWSER");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named));
        }
        return Stream.of(System.getenv("PATH").split(System.getProperty("path.separator")))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
