package community.haven.account;

import java.net.URI;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;
import community.haven.shared.SiteConfig;

/**
 * Turns passwords into what may be stored, and compares them. Both cost memory and time on purpose, so only a few are
 * worked on at once and the others wait, within bounds.
 */
@Singleton
class Passwords {

    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    /** Shorter labels of an address, such as www, say nothing. */
    private static final int SHORTEST_NAME = 4;

    private final AccountConfig.Hashing config;
    private final int minimum;
    private final Argon2Function function;
    private final Semaphore turns;
    private final String nobodys;
    private final Set<String> site;

    Passwords(AccountConfig config, SiteConfig site) {
        this.config = config.hashing();
        this.minimum = config.password().minimum();
        this.function = Argon2Function.getInstance(this.config.memory(), this.config.iterations(), this.config.parallelism(),
                HASH_BYTES, Argon2.ID);
        this.turns = new Semaphore(this.config.concurrent(), true);
        this.nobodys = hashed("nobody has this password");
        this.site = namesOf(site);
    }

    /**
     * The PHC string of a new password.
     *
     * @param field what the password is called in the request
     * @param name whose it is
     * @throws Refusal {@code password-too-short}, {@code password-too-common}; {@code unavailable} when too many are waiting
     */
    String hash(String field, String password, String name) {
        String normal = readable(field, password);
        PasswordRules.checkLength(field, normal, minimum);
        return inTurn(() -> {
            List<String> names = Stream.concat(site.stream(), Handle.keyOf(name).stream()).toList();
            PasswordRules.checkStrength(field, normal, minimum, names);
            return hashed(normal);
        });
    }

    /**
     * Whether this is the password that was stored. For nobody's account the same work is done, so that time does not tell
     * whether an account exists.
     *
     * @param field what the password is called in the request
     * @param stored a PHC string, or {@code null} for nobody's
     */
    Match compare(String field, String password, String stored) {
        String normal = readable(field, password);
        String known = stored == null ? nobodys : stored;
        return inTurn(() -> {
            Argon2Function then = Argon2Function.getInstanceFromHash(known);
            if (!then.check(normal, known) || stored == null) {
                return Match.NO;
            }
            return then.equals(function) ? Match.YES : new Match(true, hashed(normal));
        });
    }

    /** What the site is called: Haven, and whatever stands in its address before the domain's end. */
    private static Set<String> namesOf(SiteConfig site) {
        String host = site.address().map(URI::getHost).orElse("").toLowerCase(Locale.ROOT);
        String[] labels = host.split("\\.");
        return Stream.concat(Stream.of("haven"), Arrays.stream(labels).limit(labels.length - 1L))
                .filter(label -> label.length() >= SHORTEST_NAME).collect(Collectors.toUnmodifiableSet());
    }

    private String hashed(String normal) {
        return Password.hash(normal).addRandomSalt(SALT_BYTES).with(function).getResult();
    }

    /** The form in which it is stored and compared (NFKC): keyboards send the same letter in more than one way. */
    private static String readable(String field, String password) {
        if (password == null || password.isEmpty()) {
            throw Refusal.invalid(field, Reason.MISSING);
        }
        // Before any work is done on it.
        if (password.length() > 2 * PasswordRules.MAX || password.codePointCount(0, password.length()) > PasswordRules.MAX) {
            throw Refusal.invalid(field, Reason.TOO_LONG, PasswordRules.MAX);
        }
        if (password.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            throw Refusal.invalid(field, Reason.BROKEN_CHARACTERS);
        }
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private <T> T inTurn(Supplier<T> work) {
        if (turns.getQueueLength() >= config.waiting() || !gotTurn()) {
            throw Refusal.later(ErrorCode.UNAVAILABLE, Duration.ofSeconds(1).plus(config.patience()));
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private boolean gotTurn() {
        try {
            return turns.tryAcquire(config.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * @param fits whether it was the password
     * @param fresh what to store instead, since the parameters have changed; else {@code null}
     */
    record Match(boolean fits, String fresh) {

        static final Match NO = new Match(false, null);
        static final Match YES = new Match(true, null);

        @Override
        public String toString() {
            return "Match[" + fits + "]";
        }
    }
}
