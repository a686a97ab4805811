package community.haven.testkit;

import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import javax.crypto.spec.SecretKeySpec;

import org.apache.commons.codec.binary.Base32;
import org.awaitility.Awaitility;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;

import community.haven.testkit.Cast.Someone;

/**
 * The app that shows people their codes. What it has been told outlives a restart of the application between tests, as the
 * database does, and as an app on a telephone would.
 */
public final class Authenticator {

    public static final String PATH = "/api/accounts/me/second-factor";

    private static final long STEP = 30;
    private static final HmacOneTimePasswordGenerator CODES = new HmacOneTimePasswordGenerator();

    private Authenticator() {
    }

    /** Sets up a second factor, in the session that they have. */
    public static Someone enrol(Someone someone) {
        String secret = begin(someone);
        long step = now();
        someone.asks().body(Map.of("code", code(secret, step))).put(PATH).then().statusCode(204);
        keep(someone.handle(), secret, step);
        return someone;
    }

    /** Begins to, and answers the secret. */
    public static String begin(Someone someone) {
        return someone.asks().post(PATH).then().statusCode(201).extract().path("secret");
    }

    /** The half minute that it is. */
    public static long now() {
        return Instant.now().getEpochSecond() / STEP;
    }

    /** The same, with enough of it left for a test that is about codes of other half minutes. */
    public static long calmNow() {
        Awaitility.await().atMost(Duration.ofSeconds(STEP)).until(() -> Instant.now().getEpochSecond() % STEP < STEP - 8);
        return now();
    }

    public static String code(String secret, long step) {
        try {
            return CODES.generateOneTimePasswordString(new SecretKeySpec(new Base32().decode(secret), "HmacSHA1"), step,
                    Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Six digits that will be right within the hour, and are not now. */
    public static String wrongCode(String secret) {
        return code(secret, now() + 100);
    }

    /** Of somebody who was enrolled: the next code that was not used, waiting for it where need be. */
    static String next(String handle) {
        String[] kept = System.getProperty(property(handle)).split(" ");
        long step = Math.max(now(), Long.parseLong(kept[1]) + 1);
        Awaitility.await().atMost(Duration.ofSeconds(2 * STEP)).until(() -> step <= now() + 1);
        keep(handle, kept[0], step);
        return code(kept[0], step);
    }

    /** What somebody's app has been told. */
    public static String secretOf(Someone someone) {
        return System.getProperty(property(someone.handle())).split(" ")[0];
    }

    private static void keep(String handle, String secret, long step) {
        System.setProperty(property(handle), secret + " " + step);
    }

    private static String property(String handle) {
        return "haven.test.authenticator." + handle;
    }
}
