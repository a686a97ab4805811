package community.haven.account;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.scheduler.Scheduled;

/**
 * The secrets behind sessions. Access tokens are signed with the first key of a set. When it has grown old a new one takes
 * over, and it goes on verifying what it signed: nobody notices.
 */
@ApplicationScoped
@Startup
public class Keys {

    private static final Logger LOG = Logger.getLogger(Keys.class);
    private static final String SIGNING = "signing.jwks";
    private static final String REFRESH = "refresh.secret";
    private static final String DEVICE = "device.secret";
    private static final String SIGN_UP = "sign-up.secret";
    /** More than enough for every server that shares the folder to find the new key by itself and stop using the old one. */
    private static final Duration FOR_ALL_TO_SEE = Duration.ofDays(1);
    /** Anybody can send names of keys that are not there; the folder is not asked for each of them. */
    private static final long LOOK_AGAIN_AFTER = Duration.ofSeconds(5).toMillis();

    private final KeyFiles files;
    private final Duration age;
    private final Duration kept;
    private final Clock clock;
    private final byte[] refreshSecret;
    private final byte[] deviceSecret;
    private final byte[] signUpSecret;
    private final AtomicLong lookedAt = new AtomicLong();
    private volatile SigningKeys signing;

    Keys(KeysConfig config, AccountConfig account, Clock clock) {
        this.files = new KeyFiles(config.folder());
        this.age = config.rotateAfter();
        this.kept = account.token().life().plus(account.token().skew()).plus(FOR_ALL_TO_SEE);
        this.clock = clock;
        this.signing = stored();
        this.refreshSecret = files.secret(REFRESH, "which signs everybody out");
        this.deviceSecret = files.secret(DEVICE, "after which nobody's device is known");
        this.signUpSecret = files.secret(SIGN_UP, "after which sign-ups that are under way begin anew");
        renew();
    }

    public PrivateKey signingKey() {
        return signing.privateKey();
    }

    /** Goes into the {@code kid} header of every token. */
    public String keyId() {
        return signing.id();
    }

    /** A private key and its name, which belong together even while another one takes over. */
    SigningKeys signing() {
        return signing;
    }

    /** The key that verifies what was signed under this name, or null when it is none of ours. */
    public PublicKey publicKey(String keyId) {
        if (keyId == null) {
            return null;
        }
        // Another server may have made a new one.
        return signing.publicKey(keyId).or(() -> lookAgain().publicKey(keyId)).orElse(null);
    }

    /** What refresh tokens are derived with, beside the session's row: a stolen table alone signs nobody in. */
    public byte[] refreshSecret() {
        return refreshSecret.clone();
    }

    /** What shows that a device was known before. */
    byte[] deviceSecret() {
        return deviceSecret.clone();
    }

    /** What challenges for a sign-up are signed with. */
    byte[] signUpSecret() {
        return signUpSecret.clone();
    }

    /** Not at the very start, where it is done before anything is signed. */
    @Scheduled(identity = "key-rotation", every = "1h", delayed = "1h")
    void renew() {
        renew(age);
    }

    /** Makes a new signing key when the present one is of this age. A key that cannot be replaced is used on. */
    void renew(Duration old) {
        try {
            signing = parsed(files.change(SIGNING, stored -> renewed(stored, old)));
        } catch (ConfigurationException e) {
            LOG.warnf("Haven goes on with the signing keys it has. %s", e.getMessage());
        }
    }

    private String renewed(KeyFiles.Stored stored, Duration old) {
        SigningKeys keys = parsed(stored.content());
        SigningKeys next = keys.at(clock.instant(), old, kept, stored.since());
        return next == keys ? stored.content() : next.toJson();
    }

    private SigningKeys lookAgain() {
        long now = clock.millis();
        long before = lookedAt.get();
        if (now - before >= LOOK_AGAIN_AFTER && lookedAt.compareAndSet(before, now)) {
            try {
                signing = stored();
            } catch (ConfigurationException e) {
                LOG.warnf("Haven goes on with the signing keys it has. %s", e.getMessage());
            }
        }
        return signing;
    }

    private SigningKeys stored() {
        return parsed(files.read(SIGNING, () -> SigningKeys.fresh(clock.instant()).toJson()).content());
    }

    private SigningKeys parsed(String json) {
        return SigningKeys.parse(json).orElseThrow(() -> files.broken(SIGNING));
    }
}
