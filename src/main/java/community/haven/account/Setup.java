package community.haven.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import community.haven.audit.Audit;
import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;
import io.quarkus.runtime.StartupEvent;

/** While there is no admin, every start makes a new one-time code; whoever has it becomes the first. */
@ApplicationScoped
class Setup {

    /** 26 letters of five bits are the 128 bits that a guess has to get right. */
    private static final int LETTERS = 26;

    private final EntityManager entities;
    private final Accounts accounts;
    private final Audit audit;
    private final Limiter limiter;
    private final Rate rate;
    private final Event<SetupCodeMade> made;

    Setup(EntityManager entities, Accounts accounts, Audit audit, Limiter limiter, AccountConfig config,
            Event<SetupCodeMade> made) {
        this.entities = entities;
        this.accounts = accounts;
        this.audit = audit;
        this.limiter = limiter;
        this.rate = config.limits().setup();
        this.made = made;
    }

    @Transactional
    void makeCode(@Observes StartupEvent start) {
        SetupCode row = locked();
        if (accounts.admins() == 0) {
            String code = OneTimeCode.random(LETTERS);
            row.hash = OneTimeCode.hash(code);
            made.fire(new SetupCodeMade(code));
        }
    }

    /**
     * Makes this person the first admin.
     *
     * @throws Refusal {@code setup-done} when there is one, {@code setup-code-wrong}
     */
    @Transactional
    AccountView use(Person person, String code) {
        if (code == null || code.isBlank()) {
            throw Refusal.invalid("code", Reason.MISSING);
        }
        limiter.take("setup " + person.id(), rate);
        SetupCode row = locked();
        if (row.hash == null) {
            throw Refusal.of(ErrorCode.SETUP_DONE);
        }
        if (!fits(code, row.hash)) {
            throw Refusal.of(ErrorCode.SETUP_CODE_WRONG);
        }
        row.hash = null;
        Account account = entities.find(Account.class, person.id());
        account.role = Role.ADMIN;
        account.state = AccountState.ACTIVE;
        audit.record(person.id(), "admin-set-up", "account:" + person.id(), null);
        return AccountView.of(account);
    }

    /** Whether this is the code of a Haven that has no admin yet; it is not used up. */
    boolean opensWith(String code) {
        String hash = entities.createQuery("select hash from SetupCode", String.class).getSingleResultOrNull();
        return hash != null && fits(code, hash);
    }

    private SetupCode locked() {
        return entities.find(SetupCode.class, SetupCode.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    private static boolean fits(String typed, String hash) {
        return typed.length() <= OneTimeCode.MAX_TYPED
                && MessageDigest.isEqual(OneTimeCode.hash(typed).getBytes(StandardCharsets.US_ASCII),
                        hash.getBytes(StandardCharsets.US_ASCII));
    }
}
