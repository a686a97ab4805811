package community.haven.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/**
 * The second factors of all accounts: whether one is on, and whether somebody has shown it. Whoever calls what changes
 * something holds the account's lock.
 */
@ApplicationScoped
class SecondFactors {

    private final EntityManager entities;
    private final SecretSeal seal;
    private final RecoveryCodes codes;
    private final Limiter limiter;
    private final AccountConfig.Limits limits;
    private final Event<CredentialChanged> notices;
    private final Clock clock;

    SecondFactors(EntityManager entities, SecretSeal seal, RecoveryCodes codes, Limiter limiter, AccountConfig config,
            Event<CredentialChanged> notices, Clock clock) {
        this.entities = entities;
        this.seal = seal;
        this.codes = codes;
        this.limiter = limiter;
        this.limits = config.limits();
        this.notices = notices;
        this.clock = clock;
    }

    /** Since when it is on; empty when it is off. */
    @ActivateRequestContext
    Optional<Instant> since(UUID account) {
        return Optional.ofNullable(entities.find(SecondFactor.class, account)).map(factor -> factor.confirmedAt);
    }

    /**
     * Takes the code of somebody who has a second factor; there is nothing to show for others. Six digits can be guessed, so
     * tries at them are counted over all places as well. A recovery code cannot: it lets the owner in while somebody who has
     * their password uses those tries up.
     *
     * @param typed what the app shows, or a recovery code, which is used up
     * @param place the address or session it comes from, for counting
     * @return whether they have one
     * @throws Refusal {@code second-factor-needed} when nothing was typed, {@code second-factor-wrong}
     */
    @Transactional(TxType.MANDATORY)
    boolean show(UUID account, String typed, String place) {
        SecondFactor factor = entities.find(SecondFactor.class, account);
        if (factor == null || !factor.isOn()) {
            return false;
        }
        if (typed == null || typed.isBlank()) {
            throw Refusal.of(ErrorCode.SECOND_FACTOR_NEEDED);
        }
        String everywhere = "second-factor " + account;
        boolean isTimeCode = TimeCode.hasForm(typed);
        if (isTimeCode) {
            limiter.take(everywhere, limits.secondFactorPerAccount());
        }
        check(account, typed, place, () -> isTimeCode ? use(factor, typed) : useRecoveryCode(account, typed));
        limiter.forget(everywhere);
        return true;
    }

    /** A secret that the app is to get; the one it has now stays good until the new one is confirmed. */
    @Transactional(TxType.MANDATORY)
    void propose(UUID account, byte[] secret) {
        SecondFactor factor = entities.find(SecondFactor.class, account);
        if (factor == null) {
            factor = SecondFactor.of(account);
            entities.persist(factor);
        }
        factor.fresh = seal.seal(account, secret);
        factor.freshAt = clock.instant();
    }

    /**
     * The app has the secret, since it shows a code of it.
     *
     * @throws Refusal {@code wrong-state} when none was shown lately, {@code second-factor-wrong}
     */
    @Transactional(TxType.MANDATORY)
    void confirm(UUID account, String typed, String place) {
        Instant now = clock.instant();
        SecondFactor factor = entities.find(SecondFactor.class, account);
        if (factor == null || !factor.isBegun(now)) {
            throw Refusal.of(ErrorCode.WRONG_STATE);
        }
        check(account, typed, place, () -> {
            OptionalLong step = step(account, factor.fresh, typed, 0);
            step.ifPresent(shown -> factor.confirm(shown, now));
            return step.isPresent();
        });
    }

    /** Whether there was one that was on; one that was only begun goes as well. */
    @Transactional(TxType.MANDATORY)
    boolean remove(UUID account) {
        SecondFactor factor = entities.find(SecondFactor.class, account);
        if (factor == null) {
            return false;
        }
        entities.remove(factor);
        return factor.isOn();
    }

    private void check(UUID account, String typed, String place, BooleanSupplier fits) {
        if (typed.length() > OneTimeCode.MAX_TYPED) {
            throw Refusal.invalid("code", Reason.TOO_LONG, OneTimeCode.MAX_TYPED);
        }
        String here = "second-factor " + place + " " + account;
        limiter.take(here, limits.secondFactor());
        if (!fits.getAsBoolean()) {
            throw Refusal.of(ErrorCode.SECOND_FACTOR_WRONG);
        }
        limiter.forget(here);
    }

    private boolean use(SecondFactor factor, String typed) {
        OptionalLong step = step(factor.account, factor.secret, typed, factor.lastStep);
        step.ifPresent(used -> factor.lastStep = used);
        return step.isPresent();
    }

    private boolean useRecoveryCode(UUID account, String typed) {
        if (!codes.use(account, typed)) {
            return false;
        }
        notices.fire(new CredentialChanged(account, CredentialChanged.What.RECOVERY_CODE_USED));
        return true;
    }

    private OptionalLong step(UUID account, byte[] sealed, String typed, long after) {
        return seal.open(account, sealed).map(secret -> TimeCode.step(secret, typed, clock.instant(), after))
                .orElse(OptionalLong.empty());
    }
}
