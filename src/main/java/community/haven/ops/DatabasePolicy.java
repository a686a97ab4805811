package community.haven.ops;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which database servers Haven can keep its promises on. */
final class DatabasePolicy {

    /** Servers up to 10.11 may put 5.5.5- in front, for the sake of old replicas of MySQL. */
    private static final Pattern VERSION = Pattern.compile("(?:5\\.5\\.5-)?(\\d{1,4})\\.(\\d{1,4})");

    private DatabasePolicy() {
    }

    /** Why Haven cannot run on it, as a sentence for the operator. */
    static Optional<String> refusal(DatabaseFacts facts) {
        if (!facts.version().toLowerCase(Locale.ROOT).contains("mariadb")) {
            return Optional.of("Haven needs MariaDB, and the configured database is something else (" + facts.version()
                    + ").");
        }
        if (!isNewEnough(facts.version())) {
            return Optional.of("Haven needs MariaDB 10.7 or newer because of its uuid type, and the configured one is "
                    + facts.version() + ".");
        }
        if (!"utf8mb4".equals(facts.charset())) {
            return Optional.of("The configured database has the character set " + facts.charset()
                    + ", which cannot hold everything that people write; use 'alter database ... character set utf8mb4'.");
        }
        return Optional.empty();
    }

    /** Why an acknowledged message could be lost, as a sentence for the operator. */
    static Optional<String> danger(DatabaseFacts facts) {
        if (facts.flush() == 1) {
            return Optional.empty();
        }
        return Optional.of("The configured MariaDB has innodb_flush_log_at_trx_commit=" + facts.flush()
                + ", so a power loss would lose messages that people were told are saved; set it to 1, "
                + "or accept that with HAVEN_DATABASE_LAZY_FLUSH=warn.");
    }

    private static boolean isNewEnough(String version) {
        Matcher matcher = VERSION.matcher(version);
        if (!matcher.lookingAt()) {
            return false;
        }
        int major = Integer.parseInt(matcher.group(1));
        return major > 10 || major == 10 && Integer.parseInt(matcher.group(2)) >= 7;
    }
}
