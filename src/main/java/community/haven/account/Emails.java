package community.haven.account;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import com.fasterxml.jackson.annotation.JsonInclude;

import community.haven.account.Letters.Mailbox;
import community.haven.account.MailToken.Purpose;
import community.haven.mail.Letter;
import community.haven.mail.Mails;
import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;
import community.haven.shared.Trouble;

/** The addresses that people may leave. One counts only once somebody has opened a link that was sent there. */
@ApplicationScoped
class Emails {

    private final EntityManager entities;
    private final MailTokens tokens;
    private final Letters letters;
    private final Mails mails;
    private final Guard guard;
    private final Limiter limiter;
    private final EmailConfig.Limits limits;
    private final Rate linksPerAddress;
    private final Event<AddressGone> gone;
    private final Clock clock;

    Emails(EntityManager entities, MailTokens tokens, Letters letters, Mails mails, Guard guard, Limiter limiter,
            EmailConfig config, AccountConfig accounts, Event<AddressGone> gone, Clock clock) {
        this.entities = entities;
        this.tokens = tokens;
        this.letters = letters;
        this.mails = mails;
        this.guard = guard;
        this.limiter = limiter;
        this.limits = config.limits();
        this.linksPerAddress = accounts.limits().recoveryPerAddress();
        this.gone = gone;
        this.clock = clock;
    }

    /**
     * @throws Refusal {@code mail-off}
     */
    void checkOn() {
        if (!mails.areOn()) {
            throw Refusal.of(ErrorCode.MAIL_OFF);
        }
    }

    @ActivateRequestContext
    View of(Person person) {
        checkOn();
        return Optional.ofNullable(entities.find(Email.class, person.id())).map(View::of).orElse(View.NONE);
    }

    /**
     * Takes note of an address and sends a link there. The confirmed one stays until the new one is confirmed.
     *
     * @throws Refusal {@code mail-off}, {@code proof-needed}, {@code unavailable} when too many letters wait
     */
    View ask(Person person, String typed) {
        checkOn();
        guard.allow(person, Act.CHANGE_CREDENTIALS);
        EmailAddress address = EmailAddress.of("email", typed);
        limiter.take("email " + person.id(), limits.asked());
        View view = await(person.id(), address);
        boolean toSend = view.pending() != null
                && limiter.has("confirmation to " + address.key(), limits.confirmationsPerMailbox());
        if (toSend && !mails.post(() -> confirmation(person.id(), address))) {
            throw Refusal.later(ErrorCode.UNAVAILABLE, Trouble.PAUSE);
        }
        return view;
    }

    /**
     * Makes the address count to which the link was sent.
     *
     * @throws Refusal {@code mail-off}, {@code link-over}
     */
    void confirm(String token, String from) {
        checkOn();
        limiter.take("link " + from, linksPerAddress);
        if (!tokens.owner(token, Purpose.CONFIRM).map(account -> confirmed(account, token)).orElse(false)) {
            throw Refusal.of(ErrorCode.LINK_OVER);
        }
    }

    /** Possible even where mail has been switched off since: it is theirs to take back. */
    @Transactional
    void remove(Person person) {
        guard.allow(person, Act.CHANGE_CREDENTIALS);
        Account account = locked(person.id());
        Email email = entities.find(Email.class, account.id);
        if (email != null) {
            entities.remove(email);
            forgetLinks(account.id);
            leave(account, email.address);
        }
    }

    /** Where letters about an account go; empty when nobody has confirmed an address. */
    @ActivateRequestContext
    Optional<Mailbox> mailbox(UUID account) {
        return entities.createQuery("""
                select e.address, a.handle from Email e join Account a on a.id = e.account
                where a.id = :account and e.address is not null""", Mailbox.class).setParameter("account", account)
                .getResultList().stream().findFirst();
    }

    /** What was asked for and not confirmed is over. The caller holds the account's lock. */
    @Transactional(TxType.MANDATORY)
    void forgetPending(UUID account) {
        tokens.end(account, Purpose.CONFIRM);
        entities.createQuery("update Email set pending = null, askedAt = null where account = :account")
                .setParameter("account", account).executeUpdate();
    }

    @Transactional
    View await(UUID id, EmailAddress address) {
        Account account = locked(id);
        Email email = Optional.ofNullable(entities.find(Email.class, account.id)).orElseGet(() -> Email.of(account.id));
        tokens.end(account.id, Purpose.CONFIRM);
        if (address.text().equals(email.address)) {
            email.awaitNothing();
        } else {
            email.await(address.text(), clock.instant());
        }
        return View.of(entities.merge(email));
    }

    /** Empty when the person has thought of another address meanwhile. */
    @Transactional
    Optional<Letter> confirmation(UUID id, EmailAddress address) {
        Account account = locked(id);
        Email email = account == null ? null : entities.find(Email.class, id);
        return email == null || !address.text().equals(email.pending) ? Optional.empty()
                : Optional.of(letters.confirmation(email.pending, tokens.renew(id, Purpose.CONFIRM)));
    }

    @Transactional
    boolean confirmed(UUID id, String token) {
        Account account = locked(id);
        if (account == null || !tokens.use(id, token, Purpose.CONFIRM)) {
            return false;
        }
        Email email = entities.find(Email.class, id);
        String former = email.address;
        email.confirm(clock.instant());
        forgetLinks(id);
        leave(account, former);
        return true;
    }

    /** Links that were sent to an address must not outlive its belonging to the account. */
    private void forgetLinks(UUID account) {
        tokens.end(account, Purpose.CONFIRM);
        tokens.end(account, Purpose.RESET);
    }

    private void leave(Account account, String former) {
        if (former != null) {
            gone.fire(new AddressGone(account.handle, former));
        }
    }

    private Account locked(UUID id) {
        return entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * For nobody but the owner.
     *
     * @param email where letters go; absent without a confirmed address
     * @param pending an address that is still to be confirmed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(String email, String pending) {

        static final View NONE = new View(null, null);

        static View of(Email email) {
            return new View(email.address, email.pending);
        }

        @Override
        public String toString() {
            return "View[]";
        }
    }
}
