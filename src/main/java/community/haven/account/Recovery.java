package community.haven.account;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/** Coming back with a recovery code and a new password. */
@ApplicationScoped
class Recovery {

    /** Stands in for an account that does not exist, so that the same questions are asked. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final EntityManager entities;
    private final Accounts accounts;
    private final Passwords passwords;
    private final RecoveryCodes codes;
    private final Sessions sessions;
    private final Limiter limiter;
    private final AccountConfig.Limits limits;
    private final Event<CredentialChanged> changed;

    Recovery(EntityManager entities, Accounts accounts, Passwords passwords, RecoveryCodes codes, Sessions sessions,
            Limiter limiter, AccountConfig config, Event<CredentialChanged> changed) {
        this.entities = entities;
        this.accounts = accounts;
        this.passwords = passwords;
        this.codes = codes;
        this.sessions = sessions;
        this.limiter = limiter;
        this.limits = config.limits();
        this.changed = changed;
    }

    /**
     * Uses up a code, sets the password and ends all sessions. It opens none: whoever has a second factor is asked for it at
     * the sign-in that follows, so that a code alone is no way past it. The new password is looked at and hashed first,
     * whether or not the account exists and the code is good: neither the answer nor its time tells, and a refused password
     * costs no code.
     *
     * @return whose account it was
     * @throws Refusal {@code recovery-failed}, and as {@link Passwords#hash} does
     */
    UUID recover(String handle, String code, String password, String address) {
        checkPresent("handle", handle);
        checkPresent("code", code);
        if (code.length() > OneTimeCode.MAX_TYPED) {
            throw Refusal.invalid("code", Reason.TOO_LONG, OneTimeCode.MAX_TYPED);
        }
        String both = "recovery " + address + " " + Handle.keyOf(handle).orElse("");
        limiter.take("recovery " + address, limits.recoveryPerAddress());
        limiter.take(both, limits.recoveryPerHandle());
        String stored = passwords.hash("password", password, handle);
        UUID account = accounts.credentials(handle).map(Sessions.Credentials::account).orElse(NOBODY);
        if (!use(account, code, stored)) {
            throw Refusal.of(ErrorCode.RECOVERY_FAILED);
        }
        limiter.forget(both);
        return account;
    }

    @Transactional
    boolean use(UUID id, String code, String stored) {
        // The account before its codes and sessions, as everywhere: whoever changes its password goes one after the other.
        Account account = entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (!codes.use(id, code) || account == null) {
            return false;
        }
        account.password = stored;
        sessions.endAll(id, null);
        changed.fire(new CredentialChanged(id, CredentialChanged.What.RECOVERY_CODE_USED));
        return true;
    }

    private static void checkPresent(String field, String value) {
        if (value == null || value.isBlank()) {
            throw Refusal.invalid(field, Reason.MISSING);
        }
    }
}
