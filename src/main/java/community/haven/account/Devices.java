package community.haven.account;

import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import ua_parser.Parser;

/** Tells browsers and platforms apart by what they say of themselves. Nobody is let in or kept out by it. */
@Singleton
class Devices {

    /** A browser says who it is in less. Every pattern is tried on the text, so a long one would be work for nothing. */
    private static final int MAX_READ = 256;
    /** Some patterns name a family by a part of the text; what does not look like a name is not kept. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ./+-]{0,39}");
    private static final String NONE = "Other";

    /**
     * @param userAgent the header as it came, or {@code null}
     */
    Device of(String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return Device.UNKNOWN;
        }
        String said = userAgent.substring(0, Math.min(userAgent.length(), MAX_READ));
        String browser = Patterns.PARSER.parseUserAgent(said).family;
        String platform = Patterns.PARSER.parseOS(said).family;
        return isName(browser) && isName(platform) ? new Device(browser, platform) : Device.UNKNOWN;
    }

    private static boolean isName(String family) {
        return family != null && !family.equals(NONE) && NAME.matcher(family).matches();
    }

    /** A thousand patterns, loaded by the first sign-in: a fifth of a second and two megabytes that no start-up waits for. */
    private static final class Patterns {
        static final Parser PARSER = new Parser();
    }
}
