package community.haven.account;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import community.haven.account.CredentialChanged.What;
import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/**
 * What a person does with the password they have: change it, or prove that it is them. It is asked for again, since whoever
 * finds a device with an open session must not be able to take the account over.
 */
@ApplicationScoped
class OwnPassword {

    private final EntityManager entities;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Limiter limiter;
    private final Event<CredentialChanged> changed;
    private final Rate rate;

    OwnPassword(EntityManager entities, Accounts accounts, Passwords passwords, Sessions sessions, Limiter limiter,
            AccountConfig config, Event<CredentialChanged> changed) {
        this.entities = entities;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.limiter = limiter;
        this.changed = changed;
        this.rate = config.limits().password();
    }

    /**
     * Changes the password and ends all other sessions.
     *
     * @throws Refusal {@code password-wrong}, and as {@link Passwords#hash} does
     */
    void change(Person person, String current, String fresh) {
        String proven = proven(person, "current", current);
        String stored = passwords.hash("fresh", fresh, person.handle());
        if (!replace(person, proven, stored)) {
            change(person, current, fresh);
        }
    }

    /**
     * Renews the proof that {@link Guard} asks for.
     *
     * @throws Refusal {@code password-wrong}
     */
    void prove(Person person, String password) {
        proven(person, "password", password);
        sessions.proven(person.session());
    }

    /** False when what was proven is not true any more: another device was quicker. */
    @Transactional
    boolean replace(Person person, String proven, String stored) {
        Account account = locked(person.id());
        if (!account.password.equals(proven)) {
            return false;
        }
        account.password = stored;
        sessions.endAll(account.id, person.session());
        changed.fire(new CredentialChanged(account.id, What.PASSWORD_CHANGED));
        return true;
    }

    /**
     * The stored password, once it is clear that they know it. Tries are counted by session, so that a thief's are not the
     * owner's.
     */
    private String proven(Person person, String field, String typed) {
        if (typed == null || typed.isEmpty()) {
            throw Refusal.invalid(field, Reason.MISSING);
        }
        String key = "password " + person.session();
        limiter.take(key, rate);
        String stored = accounts.password(person.id());
        if (!passwords.compare(field, typed, stored).fits()) {
            throw Refusal.of(ErrorCode.PASSWORD_WRONG);
        }
        limiter.forget(key);
        return stored;
    }

    private Account locked(UUID id) {
        return entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE);
    }
}
