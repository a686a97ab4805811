package community.haven.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import community.haven.shared.ErrorCode;
import community.haven.shared.Page;
import community.haven.shared.Refusal;

/** Where a person is signed in, and how they end it from elsewhere. */
@ApplicationScoped
class OwnSessions {

    private final EntityManager entities;
    private final Guard guard;
    private final Sessions sessions;
    private final AccountConfig.Lifetime lifetime;
    private final Clock clock;

    OwnSessions(EntityManager entities, Guard guard, Sessions sessions, AccountConfig config, Clock clock) {
        this.entities = entities;
        this.guard = guard;
        this.sessions = sessions;
        this.lifetime = config.session();
        this.clock = clock;
    }

    /** Those that still live, the one used last first. */
    @ActivateRequestContext
    List<OwnSession> list(Person person) {
        Instant now = clock.instant();
        return entities.createQuery("""
                from Session where account = :account and endedAt is null and expiresAt > :now and rotatedAt > :idle
                order by rotatedAt desc, id""", Session.class)
                .setParameter("account", person.id()).setParameter("now", now)
                .setParameter("idle", now.minus(lifetime.idle())).setMaxResults(Page.MAX_LIMIT).getResultList().stream()
                .map(session -> OwnSession.of(session, person.session())).toList();
    }

    /**
     * Ends one of them at once.
     *
     * @throws Refusal {@code proof-needed}, except for the one that asks: whoever finds a device must not be able to send its
     *         owner away from everywhere else (ASVS 7.5.2); {@code not-found} when there is none of theirs by that name
     */
    @Transactional
    void end(Person person, UUID id) {
        if (!id.equals(person.session())) {
            guard.allow(person, Act.END_OWN_SESSIONS);
        }
        // Asked, not loaded: what is loaded before its lock could be old by then.
        long found = entities.createQuery("""
                select count(*) from Session where id = :id and account = :account and endedAt is null""", Long.class)
                .setParameter("id", id).setParameter("account", person.id()).getSingleResult();
        if (found == 0) {
            throw Refusal.of(ErrorCode.NOT_FOUND);
        }
        sessions.end(id);
    }

    /**
     * Ends all but the one that asks.
     *
     * @throws Refusal {@code proof-needed}
     */
    @Transactional
    void endOthers(Person person) {
        guard.allow(person, Act.END_OWN_SESSIONS);
        // The account before its sessions, as everywhere: a sign-in that is under way comes before or after, not in between.
        entities.find(Account.class, person.id(), LockModeType.PESSIMISTIC_WRITE);
        sessions.endAll(person.id(), person.session());
    }
}
