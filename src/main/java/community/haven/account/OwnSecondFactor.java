package community.haven.account;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import community.haven.account.CredentialChanged.What;
import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/** What a person does about their own second factor, and about the recovery codes that stand in for it. */
@ApplicationScoped
class OwnSecondFactor {

    /** As long as what SHA-1 makes of it, which is what RFC 4226 asks for. */
    private static final int SECRET_BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Accounts accounts;
    private final SecondFactors factors;
    private final RecoveryCodes codes;
    private final Sessions sessions;
    private final Guard guard;
    private final Event<PersonChanged> changed;
    private final Event<CredentialChanged> notices;

    OwnSecondFactor(Accounts accounts, SecondFactors factors, RecoveryCodes codes, Sessions sessions, Guard guard,
            Event<PersonChanged> changed, Event<CredentialChanged> notices) {
        this.accounts = accounts;
        this.factors = factors;
        this.codes = codes;
        this.sessions = sessions;
        this.guard = guard;
        this.changed = changed;
        this.notices = notices;
    }

    /** Since when it is on; empty when it is off. */
    Optional<Instant> since(Person person) {
        return factors.since(person.id());
    }

    /**
     * Begins to set up an app. Nothing changes before {@link #confirm}.
     *
     * @return the secret that the app is to get, readable this once
     * @throws Refusal {@code proof-needed}, {@code second-factor-needed} when it is to take the place of another
     */
    @Transactional
    byte[] begin(Person person) {
        checkMayChange(accounts.held(person));
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        factors.propose(person.id(), secret);
        return secret;
    }

    /**
     * Puts it on, as soon as the app has shown a first code, and ends all other sessions.
     *
     * @throws Refusal as {@link SecondFactors#confirm} does
     */
    @Transactional
    void confirm(Person person, String code) {
        checkPresent(code);
        accounts.held(person);
        factors.confirm(person.id(), code, place(person));
        sessions.secondFactorChanged(person, true);
        notices.fire(new CredentialChanged(person.id(), What.SECOND_FACTOR_ADDED));
        changed.fire(new PersonChanged(person.id()));
    }

    /**
     * Takes it off, and ends all other sessions.
     *
     * @throws Refusal {@code second-factor-kept} for those who need it; {@code proof-needed}, {@code second-factor-needed}
     */
    @Transactional
    void remove(Person person) {
        Person now = accounts.held(person);
        if (guard.needsSecondFactor(now.role())) {
            throw Refusal.of(ErrorCode.SECOND_FACTOR_KEPT);
        }
        checkMayChange(now);
        if (factors.remove(now.id())) {
            sessions.secondFactorChanged(now, false);
            notices.fire(new CredentialChanged(now.id(), What.SECOND_FACTOR_REMOVED));
        }
    }

    /**
     * Renews the proof that {@link Guard} asks for, with a code.
     *
     * @throws Refusal {@code second-factor-off} when there is none, {@code second-factor-wrong}
     */
    @Transactional
    void prove(Person person, String code) {
        checkPresent(code);
        Person now = accounts.held(person);
        if (!factors.show(now.id(), code, place(now))) {
            throw Refusal.of(ErrorCode.SECOND_FACTOR_OFF);
        }
        sessions.shown(now.session());
        if (!now.secondFactor()) {
            changed.fire(new PersonChanged(now.id()));
        }
    }

    /**
     * New recovery codes, in place of the old ones.
     *
     * @throws Refusal {@code proof-needed}, {@code second-factor-needed}
     */
    @Transactional
    List<String> renewCodes(Person person) {
        checkMayChange(accounts.held(person));
        notices.fire(new CredentialChanged(person.id(), What.RECOVERY_CODES_RENEWED));
        return codes.renew(person.id());
    }

    /** A password alone must not lead to another second factor or to codes in its place, or it would be one. */
    private void checkMayChange(Person person) {
        guard.allow(person, Act.CHANGE_CREDENTIALS);
        if (factors.since(person.id()).isPresent()) {
            guard.checkSecondFactor(person);
        }
    }

    private static void checkPresent(String code) {
        if (code == null || code.isBlank()) {
            throw Refusal.invalid("code", Reason.MISSING);
        }
    }

    private static String place(Person person) {
        return person.session().toString();
    }
}
