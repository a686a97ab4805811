package community.haven.account;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import community.haven.account.MailToken.Purpose;
import community.haven.mail.Letter;
import community.haven.mail.Mails;
import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/** Coming back with a link that is sent to a confirmed address, and a new password. */
@ApplicationScoped
class PasswordResets {

    private final EntityManager entities;
    private final Accounts accounts;
    private final Emails emails;
    private final MailTokens tokens;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Letters letters;
    private final Mails mails;
    private final Limiter limiter;
    private final AccountConfig.Limits limits;
    private final Rate perHandle;
    private final Event<CredentialChanged> changed;

    PasswordResets(EntityManager entities, Accounts accounts, Emails emails, MailTokens tokens, Passwords passwords,
            Sessions sessions, Letters letters, Mails mails, Limiter limiter, AccountConfig config, EmailConfig email,
            Event<CredentialChanged> changed) {
        this.entities = entities;
        this.accounts = accounts;
        this.emails = emails;
        this.tokens = tokens;
        this.passwords = passwords;
        this.sessions = sessions;
        this.letters = letters;
        this.mails = mails;
        this.limiter = limiter;
        this.limits = config.limits();
        this.perHandle = email.limits().resetsPerHandle();
        this.changed = changed;
    }

    /**
     * Sends a link, if the account exists and has a confirmed address. Nothing of that is looked at here: neither the answer
     * nor its time can tell. What one address asks too often is refused; what is asked too often for one account, by
     * whomever, is left undone in silence, so that nobody can fill somebody's mailbox or learn from a refusal that others
     * have asked.
     *
     * @throws Refusal {@code mail-off}
     */
    void ask(String handle, String from) {
        emails.checkOn();
        if (handle == null || handle.isBlank()) {
            throw Refusal.invalid("handle", Reason.MISSING);
        }
        String key = Handle.keyOf(handle).orElse("");
        limiter.take("reset " + from, limits.recoveryPerAddress());
        limiter.take("reset " + from + " " + key, limits.recoveryPerHandle());
        if (limiter.has("reset of " + key, perHandle)) {
            mails.post(() -> letter(handle));
        }
    }

    /**
     * Uses up a link, sets the password and ends all sessions. It opens no session of its own: a second factor, where there is
     * one, is asked for at the next sign-in as ever (ASVS 6.4.3). A password that is refused costs no link.
     *
     * @return whose account it was
     * @throws Refusal {@code mail-off}, {@code link-over}, and as {@link Passwords#hash} does
     */
    UUID complete(String token, String password, String from) {
        emails.checkOn();
        limiter.take("link " + from, limits.recoveryPerAddress());
        // Known before the password costs anything: nobody guesses a link, so there is nothing for the time to tell.
        UUID account = tokens.owner(token, Purpose.RESET).orElseThrow(() -> Refusal.of(ErrorCode.LINK_OVER));
        String stored = passwords.hash("password", password, accounts.allHandles(Set.of(account)).get(account));
        if (!use(account, token, stored)) {
            throw Refusal.of(ErrorCode.LINK_OVER);
        }
        return account;
    }

    @Transactional
    Optional<Letter> letter(String handle) {
        return accounts.credentials(handle).map(Sessions.Credentials::account)
                .filter(id -> locked(id) != null)
                .flatMap(id -> emails.mailbox(id).map(to -> letters.reset(to, tokens.renew(id, Purpose.RESET))));
    }

    @Transactional
    boolean use(UUID id, String token, String stored) {
        // The account before its links and sessions, as everywhere.
        Account account = locked(id);
        if (account == null || !tokens.use(id, token, Purpose.RESET)) {
            return false;
        }
        account.password = stored;
        sessions.endAll(id, null);
        changed.fire(new CredentialChanged(id, CredentialChanged.What.PASSWORD_CHANGED));
        return true;
    }

    private Account locked(UUID id) {
        return entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE);
    }
}
