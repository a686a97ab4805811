package community.haven.account;

import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;

import community.haven.account.MailToken.Purpose;
import community.haven.mail.Letter;
import community.haven.mail.Mails;

/** Tells people by letter that the way into their account has changed (ASVS 6.3.7), once it has. */
@Singleton
class CredentialNotices {

    private final Emails emails;
    private final MailTokens tokens;
    private final Letters letters;
    private final Mails mails;

    CredentialNotices(Emails emails, MailTokens tokens, Letters letters, Mails mails) {
        this.emails = emails;
        this.tokens = tokens;
        this.letters = letters;
        this.mails = mails;
    }

    /**
     * Whoever has just seen to their account does not want an older link to go on working; nor, with a new password, an address
     * to be confirmed that somebody else may have left meanwhile.
     */
    void endLinks(@Observes CredentialChanged change) {
        tokens.end(change.account(), Purpose.RESET);
        if (change.what().isNewBeginning()) {
            emails.forgetPending(change.account());
        }
    }

    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) CredentialChanged change) {
        post(() -> emails.mailbox(change.account()).map(to -> letters.changed(change.what(), to)));
    }

    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) AddressGone former) {
        post(() -> Optional.of(letters.addressGone(former.address(), former.handle())));
    }

    private void post(Supplier<Optional<Letter>> writing) {
        if (mails.areOn()) {
            mails.post(writing);
        }
    }
}
