package community.haven.account;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many tries in so long.
 *
 * @param tries how many at once; afterwards they come back evenly
 * @param within how long it takes until all are back
 */
public record Rate(int tries, Duration within) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})/(\\d+[smh])");

    public Rate {
        if (tries < 1 || within.toNanos() < tries) {
            throw new IllegalArgumentException("A rate needs at least one try and a time");
        }
    }

    /** Reads {@code 10/5m}. */
    public static Rate parse(CharSequence text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("A rate looks like 10/5m, not like " + text);
        }
        return new Rate(Integer.parseInt(parts.group(1)), Duration.parse("PT" + parts.group(2)));
    }

    /** As a header announces it: so many tries in so many seconds. */
    public String policy(String name) {
        return "\"%s\";q=%d;w=%d".formatted(name, tries, within.toSeconds());
    }

    Duration each() {
        return within.dividedBy(tries);
    }
}
