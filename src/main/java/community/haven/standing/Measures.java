package community.haven.standing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import community.haven.account.AccountLocks;
import community.haven.account.Accounts;
import community.haven.account.Act;
import community.haven.account.Guard;
import community.haven.account.Person;
import community.haven.account.PersonChanged;
import community.haven.account.Standing;
import community.haven.audit.Audit;
import community.haven.guidelines.Grounds;
import community.haven.guidelines.Guidelines;
import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;
import community.haven.standing.StandingPolicy.Subject;

/** What moderators decide about people. Whoever decides holds the person's account to commit, so of two at once one wins. */
@ApplicationScoped
public class Measures {

    /** More than that is nobody's history; it only bounds the answer. */
    private static final int SHOWN = 200;

    private final EntityManager entities;
    private final Guard guard;
    private final Guidelines guidelines;
    private final Accounts accounts;
    private final AccountLocks locks;
    private final Standings standings;
    private final Audit audit;
    private final Event<PersonChanged> changed;
    private final StandingConfig config;
    private final Clock clock;

    Measures(EntityManager entities, Guard guard, Guidelines guidelines, Accounts accounts, AccountLocks locks,
            Standings standings, Audit audit, Event<PersonChanged> changed, StandingConfig config, Clock clock) {
        this.entities = entities;
        this.guard = guard;
        this.guidelines = guidelines;
        this.accounts = accounts;
        this.locks = locks;
        this.standings = standings;
        this.audit = audit;
        this.changed = changed;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @throws Refusal {@code unknown-rule}, {@code invalid}, {@code not-about-yourself}, {@code not-allowed},
     *         {@code still-admin}, and {@code already-measured} when a measure of this kind is open already
     */
    @Transactional
    MeasureView take(Person person, UUID account, MeasureRequest request) {
        guard.allow(person, Act.MEASURE);
        MeasureKind kind = Optional.ofNullable(request.kind()).orElseThrow(() -> Refusal.invalid("kind", Reason.MISSING));
        Grounds grounds = Grounds.of(guidelines, request.rule(), request.reason());
        Subject subject = subject(account);
        Instant now = Instant.now(clock);
        StandingPolicy.checkSubject(person, subject, kind);
        StandingPolicy.checkUntil(kind, request.until(), now, limit(kind));
        StandingPolicy.checkFirst(kind, of(account).stream().map(Measure::terms).toList(), now, config.proposal());
        Measure measure = Measure.of(account, kind, grounds, request.until(), person.id(), now);
        entities.persist(measure);
        entities.flush();
        return done(person, measure, kind == MeasureKind.EXCLUDE ? "exclusion-proposed" : "measure-" + kind.word());
    }

    /**
     * Agrees to an exclusion that somebody else has proposed.
     *
     * @throws Refusal {@code second-person-needed}, {@code already-decided}, {@code wrong-state} when it has lapsed
     */
    @Transactional
    MeasureView confirm(Person person, UUID id) {
        guard.allow(person, Act.MEASURE);
        Subject subject = subject(accountOf(id));
        Measure measure = entities.find(Measure.class, id);
        StandingPolicy.checkConfirmation(person, subject, measure.madeBy, measure.terms(), state(measure));
        measure.second(person.id(), Instant.now(clock));
        entities.flush();
        return done(person, measure, "exclusion-confirmed");
    }

    /**
     * Takes a measure back, or declines an exclusion.
     *
     * @throws Refusal {@code already-decided}, {@code wrong-state} when it has ended by itself
     */
    @Transactional
    MeasureView lift(Person person, UUID id, String reason) {
        guard.allow(person, Act.LIFT);
        String checked = Grounds.reason(reason);
        Subject subject = subject(accountOf(id));
        Measure measure = entities.find(Measure.class, id);
        MeasureState state = state(measure);
        StandingPolicy.checkLifting(person, subject, measure.terms(), state);
        measure.lift(person.id(), checked, Instant.now(clock));
        entities.flush();
        return done(person, measure, state == MeasureState.PROPOSED ? "exclusion-declined" : "measure-lifted");
    }

    /** All measures about somebody, newest first. */
    @Transactional
    List<MeasureView> about(Person person, UUID account) {
        guard.allow(person, Act.FIND_ACCOUNT);
        return views(of(account));
    }

    /** The exclusions that wait for a second person, oldest first. */
    @Transactional
    List<MeasureView> proposals(Person person) {
        guard.allow(person, Act.MEASURE);
        return views(entities.createQuery("""
                from Measure where kind = :exclude and secondedAt is null and liftedAt is null and madeAt > :open
                order by madeAt""", Measure.class)
                .setParameter("exclude", MeasureKind.EXCLUDE)
                .setParameter("open", Instant.now(clock).minus(config.proposal()))
                .setMaxResults(SHOWN).getResultList());
    }

    /** What somebody is told about themselves, newest first. */
    @Transactional
    Own own(Person person) {
        Instant now = Instant.now(clock);
        Standing standing = standings.standingOf(person.id());
        return new Own(standing, of(person.id()).stream().filter(Notice::isToldOf)
                .map(measure -> Notice.of(measure, state(measure), now, standing != Standing.EXCLUDED, guidelines)).toList());
    }

    /** The row that every decision about this person holds to commit. */
    private Subject subject(UUID account) {
        return new Subject(account, locks.alone(account));
    }

    /** Only the id is read before the lock: the rest may change while it is waited for. */
    private UUID accountOf(UUID measure) {
        return entities.createQuery("select account from Measure where id = :id", UUID.class).setParameter("id", measure)
                .getResultList().stream().findFirst().orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND));
    }

    private List<Measure> of(UUID account) {
        return entities.createQuery("from Measure where account = :account order by madeAt desc, id", Measure.class)
                .setParameter("account", account).setMaxResults(SHOWN).getResultList();
    }

    private MeasureView done(Person person, Measure measure, String act) {
        audit.record(person.id(), act, "measure:" + measure.account + "/" + measure.id, measure.rule);
        // Neither a word nor a proposal that leaves its person as they are limits anything: no socket has to come back for them.
        if (measure.kind != MeasureKind.WORD && Notice.isToldOf(measure)) {
            changed.fire(new PersonChanged(measure.account));
        }
        return views(List.of(measure)).get(0);
    }

    private List<MeasureView> views(List<Measure> measures) {
        Map<UUID, String> handles = accounts.allHandles(measures.stream()
                .flatMap(measure -> Stream.of(measure.account, measure.madeBy, measure.secondedBy, measure.liftedBy))
                .filter(Objects::nonNull).distinct().toList());
        return measures.stream().map(measure -> MeasureView.of(measure, state(measure), guidelines, handles)).toList();
    }

    private MeasureState state(Measure measure) {
        return measure.terms().state(Instant.now(clock), config.proposal());
    }

    private Duration limit(MeasureKind kind) {
        return switch (kind) {
            case WORD -> Duration.ZERO;
            case MUTE -> config.mute();
            case SUSPEND -> config.suspension();
            case EXCLUDE -> config.proposal();
        };
    }

    /** How somebody stands, and why. */
    record Own(Standing standing, List<Notice> notices) {
    }
}
