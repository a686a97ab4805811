package community.haven.account;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.annotation.JsonInclude;

import community.haven.audit.Audit;
import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;

/** What staff see and do about the account of somebody else. */
@ApplicationScoped
class AccountDesk {

    private final EntityManager entities;
    private final Guard guard;
    private final LoginGate gate;
    private final AccountLocks locks;
    private final Sessions sessions;
    private final Audit audit;
    private final AccountConfig.Lifetime lifetime;
    private final Clock clock;

    AccountDesk(EntityManager entities, Guard guard, LoginGate gate, AccountLocks locks, Sessions sessions, Audit audit,
            AccountConfig config, Clock clock) {
        this.entities = entities;
        this.guard = guard;
        this.gate = gate;
        this.locks = locks;
        this.sessions = sessions;
        this.audit = audit;
        this.lifetime = config.session();
        this.clock = clock;
    }

    /** @throws Refusal {@code not-found} */
    @Transactional
    AccountFile read(Person staff, UUID id) {
        guard.allow(staff, Act.FIND_ACCOUNT);
        Account account = existing(id);
        Integer open = staff.role().isAtLeast(Act.SEE_SESSIONS.least()) ? open(id).getResultList().size() : null;
        return new AccountFile(account.id, account.handle, account.role, account.state, gate.standingOf(id), account.createdAt,
                open);
    }

    /** Where somebody is signed in. That an admin looked is on record: it is nobody else's everyday business. */
    @Transactional
    List<OpenSession> sessions(Person admin, UUID id) {
        guard.allow(admin, Act.SEE_SESSIONS);
        existing(id);
        audit.record(admin.id(), "sessions-read", "account:" + id, null);
        return open(id).getResultList().stream().map(OpenSession::of).toList();
    }

    /** Signs somebody out everywhere. */
    @Transactional
    void endSessions(Person admin, UUID id) {
        guard.allow(admin, Act.END_SESSIONS);
        locks.alone(id);
        sessions.endAll(id, null);
        audit.record(admin.id(), "sessions-ended", "account:" + id, null);
    }

    private Account existing(UUID id) {
        return Optional.ofNullable(entities.find(Account.class, id)).orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND));
    }

    private TypedQuery<Session> open(UUID account) {
        Instant now = clock.instant();
        return entities.createQuery("""
                from Session where account = :account and endedAt is null and expiresAt > :now and rotatedAt > :idle
                order by createdAt desc""", Session.class)
                .setParameter("account", account).setParameter("now", now).setParameter("idle", now.minus(lifetime.idle()));
    }

    /** @param sessions how many are open; absent for whoever may not see them */
    record AccountFile(UUID id, String handle, Role role, AccountState state, Standing standing, Instant createdAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) Integer sessions) {
    }

    /** Days alone: more would tell when somebody sleeps. The device is absent where it is not known. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OpenSession(UUID id, String browser, String platform, LocalDate firstSeen, LocalDate lastSeen) {

        static OpenSession of(Session session) {
            return new OpenSession(session.id, session.browser, session.platform, day(session.createdAt),
                    day(session.rotatedAt));
        }

        private static LocalDate day(Instant at) {
            return LocalDate.ofInstant(at, ZoneOffset.UTC);
        }
    }
}
