package community.haven.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.hibernate.exception.ConstraintViolationException;

import community.haven.audit.Audit;
import community.haven.guidelines.Guidelines;
import community.haven.shared.ErrorCode;
import community.haven.shared.Jdbc;
import community.haven.shared.Refusal;

/** The people of this Haven: their handles, roles and what they agreed to. */
@ApplicationScoped
public class Accounts {

    private final EntityManager entities;
    private final Jdbc jdbc;
    private final Guidelines guidelines;
    private final Guard guard;
    private final Audit audit;
    private final RecoveryCodes codes;
    private final Event<PersonChanged> changed;
    private final LoginGate gate;
    private final Clock clock;

    Accounts(EntityManager entities, Jdbc jdbc, Guidelines guidelines, Guard guard, Audit audit, RecoveryCodes codes,
            Event<PersonChanged> changed, LoginGate gate, Clock clock) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.guidelines = guidelines;
        this.guard = guard;
        this.audit = audit;
        this.codes = codes;
        this.changed = changed;
        this.gate = gate;
        this.clock = clock;
    }

    /** The handles of those accounts that exist, as everybody may see them: without those who have withdrawn. */
    public Map<UUID, String> handles(Collection<UUID> accounts) {
        return handles(accounts, named -> named.state().isShown());
    }

    /** The same for one person: everybody sees themselves, and staff know whom they look after. */
    public Map<UUID, String> handlesFor(Person viewer, Collection<UUID> accounts) {
        return handles(accounts, named -> named.state().isShown() || viewer.isStaff() || viewer.id().equals(named.id()));
    }

    /** The same without exception, for those who look after a room and have to know whom. */
    public Map<UUID, String> allHandles(Collection<UUID> accounts) {
        return handles(accounts, named -> true);
    }

    /** Whether somebody moderates the whole place. */
    public boolean isStaff(UUID account) {
        return !jdbc.list("select id from account where id = ? and role in (?, ?)",
                List.of(account, Role.MODERATOR, Role.ADMIN), row -> Jdbc.uuid(row, "id")).isEmpty();
    }

    /** Those who moderate the whole place and are there to do it. */
    public List<UUID> staff() {
        return jdbc.list("select id from account where role in (?, ?) and state = ? order by id",
                List.of(Role.MODERATOR, Role.ADMIN, AccountState.ACTIVE), row -> Jdbc.uuid(row, "id"));
    }

    /** The account that goes by a name now, however it is typed. */
    @ActivateRequestContext
    public Optional<UUID> named(String handle) {
        return credentials(handle).map(Sessions.Credentials::account);
    }

    /** The person of a session, while it lasts. Every request asks. */
    @ActivateRequestContext
    public Optional<Person> person(UUID account, UUID session) {
        // Columns, not entities: asked again in the same request, they would still be as they were before.
        return entities.createQuery("""
                select a.id, a.handle, a.role, s.id, g.agreedAt, a.state, s.provenAt, s.secondFactorAt
                from Session s join Account a on a.id = s.account
                left join Agreement g on g.key.account = a.id and g.key.version = :version
                where s.id = :session and s.account = :account and s.endedAt is null and s.expiresAt > :now
                and a.state <> :erasing""",
                PersonRow.class)
                .setParameter("erasing", AccountState.ERASING)
                .setParameter("version", guidelines.version()).setParameter("session", session)
                .setParameter("account", account).setParameter("now", clock.instant())
                // A list, not a stream: a stream keeps its connection until the request ends, and requests wait for the writer.
                .getResultList().stream().findFirst().map(row -> row.as(gate.standingOf(account)));
    }

    /**
     * Holds somebody's account until the commit, for what changes how they sign in, and looks who they are by then: a session
     * may have been ended while its request was on its way.
     *
     * @throws Refusal {@code session-ended}
     */
    @Transactional(TxType.MANDATORY)
    Person held(Person person) {
        entities.find(Account.class, person.id(), LockModeType.PESSIMISTIC_WRITE);
        return person(person.id(), person.session()).orElseThrow(() -> Refusal.of(ErrorCode.SESSION_ENDED));
    }

    private Map<UUID, String> handles(Collection<UUID> accounts, Predicate<Named> shown) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        return jdbc.list("select id, handle, state from account where " + Jdbc.any("id = ?", accounts.size()), accounts,
                row -> new Named(Jdbc.uuid(row, "id"), row.getString("handle"), AccountState.valueOf(row.getString("state"))))
                .stream().filter(shown).collect(Collectors.toMap(Named::id, Named::handle));
    }

    /** The person behind a verified access token, while its session lasts. */
    Optional<Person> personOf(JsonWebToken token) {
        return person(UUID.fromString(token.getSubject()), UUID.fromString(token.getClaim(AccessTokens.SESSION)));
    }

    /**
     * Adds a person. Whether the handle is free is decided by the table's keys, however many ask for it at once.
     *
     * @param entrance what has to happen with it, in the same transaction
     * @throws Refusal {@code handle-taken}, and as the entrance does
     */
    Joined add(Handle handle, String password, Consumer<Account> entrance) {
        return Deadlocks.retried(() -> insert(handle, password, entrance));
    }

    @Transactional
    Joined insert(Handle handle, String password, Consumer<Account> entrance) {
        Instant now = clock.instant();
        Account account = Account.of(handle, password, now);
        entities.persist(account);
        try {
            entities.flush();
        } catch (ConstraintViolationException e) {
            throw Refusal.of(ErrorCode.HANDLE_TAKEN);
        }
        entrance.accept(account);
        entities.persist(Agreement.of(account.id, guidelines.version(), now));
        return new Joined(account.id, account.handle, account.role, codes.renew(account.id));
    }

    @Transactional
    void agree(Person person) {
        entities.createNativeQuery("""
                insert ignore into agreement (account_id, version, agreed_at) values (:account, :version, :now)""")
                .setParameter("account", person.id()).setParameter("version", guidelines.version())
                .setParameter("now", clock.instant()).executeUpdate();
        changed.fire(new PersonChanged(person.id()));
    }

    /**
     * @throws Refusal {@code not-found}
     */
    @ActivateRequestContext
    AccountView find(Person asking, String handle) {
        guard.allow(asking, Act.FIND_ACCOUNT);
        return Handle.keyOf(handle).flatMap(this::byKey).map(AccountView::of)
                .orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND));
    }

    /** What is needed to compare a password; empty when nobody has that handle. */
    @ActivateRequestContext
    Optional<Sessions.Credentials> credentials(String handle) {
        return Handle.keyOf(handle).flatMap(key -> entities
                .createQuery("select id, password from Account where key = :key", Sessions.Credentials.class)
                .setParameter("key", key).getResultList().stream().findFirst());
    }

    /** The stored password of somebody who is signed in. */
    @ActivateRequestContext
    String password(UUID account) {
        return entities.createQuery("select password from Account where id = :id", String.class).setParameter("id", account)
                .getSingleResult();
    }

    /**
     * @throws Refusal {@code last-admin} when nobody would be left who can give roles, {@code wrong-state} when somebody who is
     *         suspended or excluded would get more to do
     */
    @Transactional
    AccountView giveRole(Person admin, UUID id, Role role) {
        entities.find(SetupCode.class, SetupCode.ONLY, LockModeType.PESSIMISTIC_WRITE);
        guard.allow(person(admin.id(), admin.session()).orElseThrow(() -> Refusal.of(ErrorCode.SESSION_ENDED)), Act.GIVE_ROLE);
        // Held before the audit log is: whoever takes a measure about this person does so, too.
        Account account = Optional.ofNullable(entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND));
        if (role != Role.MEMBER && gate.standingOf(id).compareTo(Standing.SUSPENDED) >= 0) {
            throw Refusal.of(ErrorCode.WRONG_STATE);
        }
        if (account.role == Role.ADMIN && role != Role.ADMIN && !hasOtherAdmin(id)) {
            throw Refusal.of(ErrorCode.LAST_ADMIN);
        }
        account.role = role;
        audit.record(admin.id(), "role-" + role.name().toLowerCase(Locale.ROOT), "account:" + id, null);
        changed.fire(new PersonChanged(id));
        return AccountView.of(account);
    }

    private Optional<Account> byKey(String key) {
        return entities.createQuery("from Account where key = :key", Account.class).setParameter("key", key)
                .getResultList().stream().findFirst();
    }

    long admins() {
        return entities.createQuery("select count(*) from Account where role = :admin", Long.class)
                .setParameter("admin", Role.ADMIN).getSingleResult();
    }

    /** Whether there is an admin beside this one who is not about to leave. Asked under the lock of the set-up code's row. */
    boolean hasOtherAdmin(UUID account) {
        return entities.createQuery("""
                select count(*) from Account where role = :admin and id <> :account and state not in :leaving""", Long.class)
                .setParameter("admin", Role.ADMIN).setParameter("account", account)
                .setParameter("leaving", List.of(AccountState.LEAVING, AccountState.ERASING)).getSingleResult() > 0;
    }

    /** A new person, with the recovery codes that are shown to them this once. */
    record Joined(UUID id, String handle, Role role, List<String> recoveryCodes) {

        @Override
        public String toString() {
            return "Joined[" + id + "]";
        }
    }

    private record Named(UUID id, String handle, AccountState state) {

        @Override
        public String toString() {
            return "Named[" + id + "]";
        }
    }

    /** What of a person is in the tables of this package. */
    record PersonRow(UUID id, String handle, Role role, UUID session, Instant agreedAt, AccountState state, Instant provenAt,
            Instant secondFactorAt) {

        Person as(Standing standing) {
            return new Person(id, handle, role, session, agreedAt != null, state, standing, provenAt, secondFactorAt);
        }
    }
}
