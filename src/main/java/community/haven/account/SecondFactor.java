package community.haven.account;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The app of an account that shows codes, and one that may follow it. Both secrets are sealed, see {@link SecretSeal}. */
@Entity
@Table(name = "second_factor")
class SecondFactor {

    /** Long enough to find one's telephone; afterwards a secret that was left on a screen is worth nothing. */
    private static final Duration TO_CONFIRM = Duration.ofMinutes(30);

    @Id
    @Column(name = "account_id")
    UUID account;
    byte[] secret;
    @Column(name = "confirmed_at")
    Instant confirmedAt;
    @Column(name = "last_step")
    long lastStep;
    byte[] fresh;
    @Column(name = "fresh_at")
    Instant freshAt;

    static SecondFactor of(UUID account) {
        SecondFactor factor = new SecondFactor();
        factor.account = account;
        return factor;
    }

    boolean isOn() {
        return secret != null;
    }

    boolean isBegun(Instant now) {
        return fresh != null && freshAt.plus(TO_CONFIRM).isAfter(now);
    }

    /** The secret that was shown takes the place of the one before. */
    void confirm(long step, Instant now) {
        secret = fresh;
        confirmedAt = now;
        lastStep = step;
        fresh = null;
        freshAt = null;
    }
}
