package community.haven.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import community.haven.account.MailToken.Purpose;

/** What the links in letters carry. Only hashes are kept. Whoever makes, uses or ends one holds the account's lock. */
@ApplicationScoped
class MailTokens {

    /** 26 letters of five bits: 130 bits. */
    private static final int LETTERS = 26;

    private final EntityManager entities;
    private final EmailConfig config;
    private final Clock clock;

    MailTokens(EntityManager entities, EmailConfig config, Clock clock) {
        this.entities = entities;
        this.config = config;
        this.clock = clock;
    }

    /** A new one, in place of the one that was made for this before. */
    @Transactional(TxType.MANDATORY)
    String renew(UUID account, Purpose purpose) {
        end(account, purpose);
        String token = OneTimeCode.random(LETTERS);
        Instant end = clock.instant()
                .plus(purpose == Purpose.CONFIRM ? config.confirmationLife() : config.resetLife());
        entities.persist(MailToken.of(account, purpose, token, end));
        return token;
    }

    /** Whose it is, while it is good for this. */
    @ActivateRequestContext
    Optional<UUID> owner(String token, Purpose purpose) {
        return isOurs(token) ? entities.createQuery("""
                select key.account from MailToken
                where hash = :hash and key.purpose = :purpose and expiresAt > :now""", UUID.class)
                .setParameter("hash", OneTimeCode.hash(token)).setParameter("purpose", purpose)
                .setParameter("now", clock.instant()).getResultList().stream().findFirst() : Optional.empty();
    }

    /** Whether it was good for this; from now on it is not. */
    @Transactional(TxType.MANDATORY)
    boolean use(UUID account, String token, Purpose purpose) {
        return entities.createQuery("""
                delete from MailToken
                where key.account = :account and key.purpose = :purpose and hash = :hash and expiresAt > :now""")
                .setParameter("account", account).setParameter("purpose", purpose)
                .setParameter("hash", OneTimeCode.hash(token)).setParameter("now", clock.instant()).executeUpdate() == 1;
    }

    @Transactional(TxType.MANDATORY)
    void end(UUID account, Purpose purpose) {
        entities.createQuery("delete from MailToken where key.account = :account and key.purpose = :purpose")
                .setParameter("account", account).setParameter("purpose", purpose).executeUpdate();
    }

    private static boolean isOurs(String token) {
        return token != null && token.length() <= OneTimeCode.MAX_TYPED;
    }
}
