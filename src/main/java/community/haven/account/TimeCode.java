package community.haven.account;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;

/** The codes of RFC 6238 in the one form that all authenticator apps speak: SHA-1, six digits, half a minute. */
final class TimeCode {

    static final int DIGITS = 6;
    static final Duration STEP = Duration.ofSeconds(30);
    static final String ALGORITHM = "SHA1";

    /** So many steps either side: telephones are late, and so are people who type. */
    private static final long WINDOW = 1;
    private static final Pattern FORM = Pattern.compile("\\d{" + DIGITS + "}");
    private static final HmacOneTimePasswordGenerator GENERATOR = new HmacOneTimePasswordGenerator(DIGITS);

    private TimeCode() {
    }

    /** Whether it looks like one; else it may be a recovery code. */
    static boolean hasForm(String typed) {
        return FORM.matcher(written(typed)).matches();
    }

    /**
     * The step of which this is the code; empty when it is none of those around now.
     *
     * @param after the newest step whose code was used: neither it nor an earlier one is good again
     */
    static OptionalLong step(byte[] secret, String typed, Instant now, long after) {
        byte[] code = written(typed).getBytes(StandardCharsets.UTF_8);
        long current = now.getEpochSecond() / STEP.toSeconds();
        return LongStream.rangeClosed(current - WINDOW, current + WINDOW).filter(step -> step > after)
                .filter(step -> MessageDigest.isEqual(code, code(secret, step))).findFirst();
    }

    private static byte[] code(byte[] secret, long step) {
        try {
            SecretKeySpec key = new SecretKeySpec(secret, GENERATOR.getAlgorithm());
            return GENERATOR.generateOneTimePasswordString(key, step, Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Apps show it in two groups, and people copy the gap. */
    private static String written(String typed) {
        return typed.replaceAll("\\s", "");
    }
}
