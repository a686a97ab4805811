package community.haven.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import community.haven.audit.Audit;
import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Page;
import community.haven.shared.Refusal;
import community.haven.text.Written;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Codes by which people come in where others decide who does. Only their hashes are kept. */
@ApplicationScoped
class Invitations {

    private static final int LONGEST_NOTE = 200;
    /** Of five bits each: nobody goes through 2^80 codes, and it can be copied by hand. */
    private static final int LETTERS = 16;
    /** So long one that is over can still be seen by those who wonder what became of it. */
    private static final Duration SEEN_AFTERWARDS = Duration.ofDays(30);

    private final EntityManager entities;
    private final Accounts accounts;
    private final Setup setup;
    private final Inviters inviters;
    private final Audit audit;
    private final Clock clock;

    Invitations(EntityManager entities, Accounts accounts, Setup setup, Inviters inviters, Audit audit, Clock clock) {
        this.entities = entities;
        this.accounts = accounts;
        this.setup = setup;
        this.inviters = inviters;
        this.audit = audit;
        this.clock = clock;
    }

    /** The code is in the answer, this once. */
    @Transactional
    Made make(Person person, Integer uses, Integer days, String note) {
        Inviter as = inviters.allow(person, Act.INVITE_AS_HOST);
        int people = within("uses", uses, as.mostUses());
        Duration life = Duration.ofDays(within("days", days, as.mostDays()));
        String code = OneTimeCode.random(LETTERS);
        Invitation invitation = Invitation.of(code, people, life, Written.optionalLine("note", note, LONGEST_NOTE), person.id(),
                clock.instant());
        entities.persist(invitation);
        audit.record(person.id(), "invitation-made", "invitation:" + invitation.id, null);
        return new Made(code, View.of(invitation, person.handle()));
    }

    /** The newest first: all for staff, for hosts their own. */
    @ActivateRequestContext
    Page<View> list(Person person, String cursor, int limit) {
        Inviter as = inviters.allow(person, Act.KEEP_OWN_INVITATIONS);
        TimeCursor from = TimeCursor.decode(cursor, TimeCursor.END);
        List<Invitation> found = entities.createQuery("""
                from Invitation where (:all = true or maker = :maker) and (createdAt < :at or createdAt = :at and id < :id)
                order by createdAt desc, id desc""", Invitation.class)
                .setParameter("all", as.seesAll()).setParameter("maker", person.id())
                .setParameter("at", from.at()).setParameter("id", from.id()).setMaxResults(limit + 1).getResultList();
        List<Invitation> page = found.subList(0, Math.min(limit, found.size()));
        Map<UUID, String> makers = accounts
                .handles(page.stream().map(one -> one.maker).filter(Objects::nonNull).distinct().toList());
        return new Page<>(page.stream().map(one -> View.of(one, one.maker == null ? null : makers.get(one.maker))).toList(),
                found.size() > limit ? TimeCursor.encode(page.get(limit - 1).createdAt, page.get(limit - 1).id) : null);
    }

    /** Nobody comes in by it any more. Whoever did stays. For hosts there are no others than their own. */
    @Transactional
    void withdraw(Person person, UUID id) {
        Inviter as = inviters.allow(person, Act.KEEP_OWN_INVITATIONS);
        int withdrawn = entities.createQuery("delete from Invitation where id = :id and (:all = true or maker = :maker)")
                .setParameter("id", id).setParameter("all", as.seesAll()).setParameter("maker", person.id()).executeUpdate();
        if (withdrawn == 0) {
            throw Refusal.of(ErrorCode.NOT_FOUND);
        }
        audit.record(person.id(), "invitation-withdrawn", "invitation:" + id, null);
    }

    /**
     * Before any costly work. While Haven has no admin, nobody can invite: then the set-up code lets its owner in.
     *
     * @throws Refusal {@code invitation-not-good}, whether it never was or is over
     */
    @ActivateRequestContext
    void check(String code) {
        if (code == null || code.isBlank()) {
            throw Refusal.invalid("invitation", Reason.MISSING);
        }
        if (code.length() > OneTimeCode.MAX_TYPED || !isGood(code) && !setup.opensWith(code)) {
            throw Refusal.of(ErrorCode.INVITATION_NOT_GOOD);
        }
    }

    /**
     * Lets one person in. The row is taken in the transaction that adds them: no more come in than it says, however many try at
     * once, and whoever is refused for another reason has used nothing up.
     *
     * @throws Refusal {@code invitation-not-good}
     */
    @Transactional(TxType.MANDATORY)
    void use(String code) {
        int taken = entities.createQuery("""
                update Invitation set usesLeft = usesLeft - 1 where hash = :hash and usesLeft > 0 and expiresAt > :now""")
                .setParameter("hash", OneTimeCode.hash(code)).setParameter("now", clock.instant()).executeUpdate();
        if (taken == 0 && !setup.opensWith(code)) {
            throw Refusal.of(ErrorCode.INVITATION_NOT_GOOD);
        }
    }

    @Scheduled(identity = "old-invitations", every = "6h", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void forgetOld() {
        entities.createQuery("delete from Invitation where expiresAt < :before")
                .setParameter("before", clock.instant().minus(SEEN_AFTERWARDS)).executeUpdate();
    }

    private boolean isGood(String code) {
        return entities.createQuery("""
                select count(*) from Invitation where hash = :hash and usesLeft > 0 and expiresAt > :now""", Long.class)
                .setParameter("hash", OneTimeCode.hash(code)).setParameter("now", clock.instant()).getSingleResult() > 0;
    }

    private static int within(String field, Integer number, int most) {
        if (number == null) {
            throw Refusal.invalid(field, Reason.MISSING);
        }
        if (number < 1) {
            throw Refusal.invalid(field, Reason.TOO_SMALL, 1);
        }
        if (number > most) {
            throw Refusal.invalid(field, Reason.TOO_LARGE, most);
        }
        return number;
    }

    /** A new invitation, with the code that is shown this once. */
    record Made(String code, View invitation) {

        @Override
        public String toString() {
            return "Made[" + invitation + "]";
        }
    }

    /**
     * @param usesLeft how many people may still come in by it
     * @param expiresAt from then on nobody may
     * @param maker the name of who made it; {@code null} when their account is gone
     */
    record View(UUID id, int usesLeft, Instant createdAt, Instant expiresAt, String maker, String note) {

        static View of(Invitation one, String maker) {
            return new View(one.id, one.usesLeft, one.createdAt, one.expiresAt, maker, one.note);
        }

        @Override
        public String toString() {
            return "View[" + id + "]";
        }
    }
}
