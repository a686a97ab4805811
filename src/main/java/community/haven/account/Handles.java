package community.haven.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.exception.ConstraintViolationException;

import com.fasterxml.jackson.annotation.JsonInclude;

import community.haven.audit.Audit;
import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Changing one's name. The old one is nobody else's for a while, so that nobody is taken for who had it before. */
@ApplicationScoped
class Handles {

    private final EntityManager entities;
    private final Guard guard;
    private final Audit audit;
    private final Event<PersonChanged> changed;
    private final HandleConfig config;
    private final Clock clock;

    Handles(EntityManager entities, Guard guard, Audit audit, Event<PersonChanged> changed, HandleConfig config, Clock clock) {
        this.entities = entities;
        this.guard = guard;
        this.audit = audit;
        this.changed = changed;
        this.config = config;
        this.clock = clock;
    }

    @ActivateRequestContext
    Own own(Person person) {
        return own(entities.find(Account.class, person.id()));
    }

    /**
     * Gives a person another name. Whether it is free is decided by the table's keys, however many ask for it at once.
     *
     * @throws Refusal {@code handle-changed-lately}, {@code handle-taken}, and as {@link Handle#of} does
     */
    Own change(Person person, String raw) {
        guard.allow(person, Act.CHANGE_HANDLE);
        Handle handle = Handle.of(raw);
        return Deadlocks.retried(() -> changed(person, handle));
    }

    @Transactional
    Own changed(Person person, Handle handle) {
        Account account = entities.find(Account.class, person.id(), LockModeType.PESSIMISTIC_WRITE);
        if (account.handle.equals(handle.text())) {
            return own(account);
        }
        checkTime(account);
        if (!account.key.equals(handle.key())) {
            reserve(account, account.id);
        }
        account.handle = handle.text();
        account.key = handle.key();
        account.look = handle.look();
        account.handleChangedAt = clock.instant();
        try {
            entities.flush();
        } catch (ConstraintViolationException e) {
            throw Refusal.of(ErrorCode.HANDLE_TAKEN);
        }
        checkFree(account);
        audit.record(person.id(), "handle-changed", "account:" + account.id, null);
        changed.fire(new PersonChanged(account.id));
        return own(account);
    }

    /**
     * Whether the name of this account is not one that somebody else gave up a short while ago. Only after it was written: who
     * gave it up meanwhile was waited for, and is seen now.
     *
     * @throws Refusal {@code handle-taken}
     */
    @Transactional(TxType.MANDATORY)
    void checkFree(Account account) {
        boolean reserved = entities.createQuery("""
                select count(*) from OldHandle where (key = :key or look = :look) and reservedUntil > :now
                and (owner is null or owner <> :owner)""", Long.class)
                .setParameter("key", hash(account.key)).setParameter("look", hash(account.look))
                .setParameter("owner", account.id).setParameter("now", clock.instant()).getSingleResult() > 0;
        if (reserved) {
            throw Refusal.of(ErrorCode.HANDLE_TAKEN);
        }
    }

    /** Keeps the name of an account that is about to go from being taken at once by somebody else. */
    @Transactional(TxType.MANDATORY)
    void retire(Account account) {
        reserve(account, null);
    }

    @Scheduled(identity = "old-handles", every = "6h", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void forgetOld() {
        entities.createQuery("delete from OldHandle where reservedUntil < :now").setParameter("now", clock.instant())
                .executeUpdate();
    }

    private void reserve(Account account, UUID owner) {
        OldHandle old = new OldHandle();
        old.key = hash(account.key);
        old.look = hash(account.look);
        old.owner = owner;
        old.reservedUntil = clock.instant().plus(config.reserved());
        entities.merge(old);
    }

    private void checkTime(Account account) {
        Instant now = clock.instant();
        Instant next = changeableAt(account);
        if (next != null && next.isAfter(now)) {
            throw Refusal.later(ErrorCode.HANDLE_CHANGED_LATELY, Duration.between(now, next));
        }
    }

    private Own own(Account account) {
        Instant next = changeableAt(account);
        return new Own(account.handle, next != null && next.isAfter(clock.instant()) ? next : null);
    }

    private Instant changeableAt(Account account) {
        return account.handleChangedAt == null ? null : account.handleChangedAt.plus(config.every());
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param changeableAt when it can be changed again; absent when now */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Own(String handle, Instant changeableAt) {
    }
}
