package community.haven.account;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** The codes by which somebody comes back who has lost their password. Only their hashes are kept. */
@ApplicationScoped
class RecoveryCodes {

    static final int COUNT = 10;
    /** 16 letters of five bits: 80 bits, which nobody goes through, and short enough to be copied by hand. */
    private static final int LETTERS = 16;

    private final EntityManager entities;

    RecoveryCodes(EntityManager entities) {
        this.entities = entities;
    }

    /** A new set, in place of the old one; to be shown once. The caller holds the account's lock, or has just made it. */
    @Transactional(TxType.MANDATORY)
    List<String> renew(UUID account) {
        entities.createQuery("delete from RecoveryCode where key.account = :account").setParameter("account", account)
                .executeUpdate();
        List<String> codes = Stream.generate(() -> OneTimeCode.random(LETTERS)).limit(COUNT).toList();
        codes.forEach(code -> entities.persist(RecoveryCode.of(account, code)));
        return codes;
    }

    /** Whether this was a code of theirs; from now on it is none. */
    @Transactional(TxType.MANDATORY)
    boolean use(UUID account, String typed) {
        return entities.createQuery("delete from RecoveryCode where key.account = :account and key.hash = :hash")
                .setParameter("account", account).setParameter("hash", OneTimeCode.hash(typed)).executeUpdate() == 1;
    }

    @ActivateRequestContext
    long left(UUID account) {
        return entities.createQuery("select count(*) from RecoveryCode where key.account = :account", Long.class)
                .setParameter("account", account).getSingleResult();
    }
}
