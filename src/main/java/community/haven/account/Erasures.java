package community.haven.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import community.haven.account.PersonalTraces.Leaver;
import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;

/**
 * Leaving for good: asked for, taken back, and carried out. Whoever changes the state of an account holds its row, and
 * before it that of the set-up code, which is the order in which admins come and go.
 */
@ApplicationScoped
class Erasures {

    private final EntityManager entities;
    private final Guard guard;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Handles handles;
    private final ErasureConfig config;
    private final Event<PersonChanged> changed;
    private final Clock clock;

    Erasures(EntityManager entities, Guard guard, Accounts accounts, Sessions sessions, Handles handles,
            ErasureConfig config, Event<PersonChanged> changed, Clock clock) {
        this.entities = entities;
        this.guard = guard;
        this.accounts = accounts;
        this.sessions = sessions;
        this.handles = handles;
        this.config = config;
        this.changed = changed;
        this.clock = clock;
    }

    /** What is asked for, if anything, and what it would mean. */
    @Transactional
    ErasureView read(Person person) {
        return view(entities.find(Erasure.class, person.id()));
    }

    /**
     * Asks for everything to be erased, or changes how. With {@code now} there is no way back.
     *
     * @throws Refusal {@code last-admin} when nobody would be left who can give roles, {@code proof-needed}
     */
    @Transactional
    ErasureView ask(Person person, Afterwards messages, boolean now) {
        guard.allow(person, Act.ERASE_ACCOUNT);
        Account account = locked(person.id());
        if (account.role == Role.ADMIN && !accounts.hasOtherAdmin(account.id)) {
            throw Refusal.of(ErrorCode.LAST_ADMIN);
        }
        Erasure erasure = entities.find(Erasure.class, account.id);
        if (erasure == null) {
            erasure = Erasure.of(account, Instant.now(clock));
        }
        erasure.line = messages == Afterwards.LINE;
        erasure.dueAt = now ? Instant.now(clock) : Instant.now(clock).plus(config.coolingOff());
        entities.persist(erasure);
        account.state = AccountState.LEAVING;
        if (now) {
            close(account);
        } else {
            changed.fire(new PersonChanged(account.id));
        }
        return view(erasure);
    }

    /** Everything stands as it did before. Where nothing was asked for, nothing changes. */
    @Transactional
    void takeBack(Person person) {
        guard.allow(person, Act.REST);
        Account account = locked(person.id());
        Erasure erasure = entities.find(Erasure.class, account.id);
        if (account.state == AccountState.LEAVING && erasure != null) {
            account.state = erasure.before;
            entities.remove(erasure);
            changed.fire(new PersonChanged(account.id));
        }
    }

    /** Accounts whose time has come, those that have waited longest first. */
    @Transactional
    List<UUID> due() {
        return entities.createQuery("select account from Erasure where dueAt <= :now order by dueAt", UUID.class)
                .setParameter("now", Instant.now(clock)).getResultList();
    }

    /**
     * Takes the account from its person, for good.
     *
     * @return what is to be erased now; {@code null} when it was taken back, or somebody else has done it
     */
    @Transactional
    Leaver begin(UUID id) {
        Account account = entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE);
        Erasure erasure = account == null ? null : entities.find(Erasure.class, id);
        if (erasure == null || erasure.dueAt.isAfter(Instant.now(clock))) {
            return null;
        }
        if (account.state != AccountState.ERASING) {
            close(account);
        }
        return new Leaver(id, erasure.line);
    }

    /** The row itself, and whatever else is keyed to it. Refused by the database while anything else speaks of the account. */
    @Transactional
    void end(UUID id) {
        entities.createNativeQuery("delete from account where id = :id").setParameter("id", id).executeUpdate();
    }

    /** From here on nobody can sign in, and the name says nothing. The connections of its sessions end with this commit. */
    private void close(Account account) {
        account.state = AccountState.ERASING;
        account.role = Role.MEMBER;
        account.password = "";
        handles.retire(account);
        account.handle = account.key = account.look = UUID.randomUUID().toString();
        sessions.endAll(account.id, null);
    }

    private Account locked(UUID id) {
        entities.find(SetupCode.class, SetupCode.ONLY, LockModeType.PESSIMISTIC_WRITE);
        Account account = entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (account == null || account.state == AccountState.ERASING) {
            throw Refusal.of(ErrorCode.SESSION_ENDED);
        }
        return account;
    }

    private ErasureView view(Erasure erasure) {
        return ErasureView.of(erasure, config.coolingOff());
    }
}
