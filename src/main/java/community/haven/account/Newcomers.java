package community.haven.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import com.fasterxml.jackson.annotation.JsonProperty;

import community.haven.audit.Audit;
import community.haven.shared.ErrorCode;
import community.haven.shared.Page;
import community.haven.shared.Refusal;
import community.haven.text.Written;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Those who wait until somebody says yes, where newcomers are approved by people. */
@ApplicationScoped
class Newcomers {

    static final int LONGEST_INTRODUCTION = 500;
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 1_000;

    private final EntityManager entities;
    private final Guard guard;
    private final Audit audit;
    private final Event<PersonChanged> changed;
    private final Duration farewell;
    private final Clock clock;

    Newcomers(EntityManager entities, Guard guard, Audit audit, Event<PersonChanged> changed, SignUpConfig config,
            Clock clock) {
        this.entities = entities;
        this.guard = guard;
        this.audit = audit;
        this.changed = changed;
        this.farewell = config.farewell();
        this.clock = clock;
    }

    /** What a newcomer says about why they come; {@code null} when nothing. */
    static String introduction(String raw) {
        return Written.optionalBlock("introduction", raw, LONGEST_INTRODUCTION);
    }

    /** Lets a new account wait for its turn. */
    @Transactional(TxType.MANDATORY)
    void queue(Account account, String introduction) {
        account.state = AccountState.WAITING;
        entities.persist(Newcomer.of(account.id, introduction, clock.instant()));
    }

    /** Whoever has waited longest comes first. */
    @ActivateRequestContext
    Page<Waiting> waiting(Person person, String cursor, int limit) {
        guard.allow(person, Act.APPROVE);
        TimeCursor from = TimeCursor.decode(cursor, TimeCursor.START);
        List<Waiting> found = entities.createQuery("""
                select n.account, a.handle, n.askedAt, n.introduction from Newcomer n join Account a on a.id = n.account
                where a.state = :waiting and n.refusedAt is null and (n.askedAt > :at or n.askedAt = :at and n.account > :id)
                order by n.askedAt, n.account""", Waiting.class).setParameter("waiting", AccountState.WAITING)
                .setParameter("at", from.at()).setParameter("id", from.id()).setMaxResults(limit + 1).getResultList();
        List<Waiting> page = found.subList(0, Math.min(limit, found.size()));
        Waiting last = page.isEmpty() ? null : page.get(page.size() - 1);
        return new Page<>(page, found.size() > limit ? TimeCursor.encode(last.askedAt, last.id) : null);
    }

    /**
     * Lets somebody in. What they wrote about themselves goes.
     *
     * @throws Refusal {@code already-decided}, {@code not-found}
     */
    @Transactional
    void approve(Person person, UUID id) {
        guard.allow(person, Act.APPROVE);
        Account account = undecided(id);
        account.state = AccountState.ACTIVE;
        entities.remove(entities.find(Newcomer.class, id));
        audit.record(person.id(), "newcomer-approved", "account:" + id, null);
        changed.fire(new PersonChanged(id));
    }

    /**
     * Says no, with a reason that the newcomer reads. What they wrote about themselves goes now; the account goes later.
     *
     * @throws Refusal {@code already-decided}, {@code not-found}
     */
    @Transactional
    void refuse(Person person, UUID id, String reason) {
        guard.allow(person, Act.APPROVE);
        String text = Written.block("reason", reason, SHORTEST_REASON, LONGEST_REASON);
        undecided(id);
        Newcomer newcomer = entities.find(Newcomer.class, id);
        newcomer.introduction = null;
        newcomer.refusedAt = clock.instant();
        newcomer.reason = text;
        audit.record(person.id(), "newcomer-refused", "account:" + id, null);
    }

    /** How it stands with somebody, for themselves. */
    @ActivateRequestContext
    Own own(Person person) {
        if (person.state() != AccountState.WAITING) {
            return new Own(Decision.APPROVED, null, null);
        }
        return Optional.ofNullable(entities.find(Newcomer.class, person.id())).filter(newcomer -> newcomer.refusedAt != null)
                .map(newcomer -> new Own(Decision.REFUSED, newcomer.reason, newcomer.refusedAt.plus(farewell)))
                .orElseGet(() -> new Own(Decision.WAITING, null, null));
    }

    /** Those who were refused have had their time to read why. Nothing but an account, never among others, goes with them. */
    @Scheduled(identity = "refused-newcomers", every = "1h", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void forgetRefused() {
        entities.createNativeQuery("""
                delete a from account a join newcomer n on n.account_id = a.id
                where a.state = 'WAITING' and n.refused_at < :before""")
                .setParameter("before", clock.instant().minus(farewell)).executeUpdate();
    }

    /** Under the account's lock, so that of two who decide at once one is told that it has been done. */
    private Account undecided(UUID id) {
        Account account = Optional.ofNullable(entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND));
        boolean waits = entities.createQuery("""
                select count(*) from Newcomer where account = :id and refusedAt is null""", Long.class)
                .setParameter("id", id).getSingleResult() > 0;
        if (account.state != AccountState.WAITING || !waits) {
            throw Refusal.of(ErrorCode.ALREADY_DECIDED);
        }
        return account;
    }

    /** @param introduction what they said about why they come; {@code null} when nothing */
    record Waiting(UUID id, String handle, Instant askedAt, String introduction) {

        @Override
        public String toString() {
            return "Waiting[" + id + "]";
        }
    }

    enum Decision {
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("approved")
        APPROVED,
        @JsonProperty("refused")
        REFUSED
    }

    /**
     * @param reason why not, where it is a no
     * @param goesAt when the account goes, where it is a no
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Own(Decision decision, String reason, Instant goesAt) {

        @Override
        public String toString() {
            return "Own[" + decision + "]";
        }
    }
}
