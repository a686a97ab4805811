package community.haven.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.eclipse.microprofile.jwt.JsonWebToken;

import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;

/** Being signed in: from the sign-in, over any number of refreshes, to its end. */
@ApplicationScoped
public class Sessions {

    private final EntityManager entities;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Guard guard;
    private final AccessTokens accessTokens;
    private final JWTParser parser;
    private final Keys keys;
    private final Devices devices;
    private final KnownDevices known;
    private final SecondFactors secondFactors;
    private final AccountConfig.Lifetime lifetime;
    private final Event<SessionEnded> ended;
    private final Clock clock;

    Sessions(EntityManager entities, Accounts accounts, Passwords passwords, Guard guard, AccessTokens accessTokens,
            JWTParser parser, Keys keys, Devices devices, KnownDevices known, SecondFactors secondFactors,
            AccountConfig config, Event<SessionEnded> ended, Clock clock) {
        this.entities = entities;
        this.accounts = accounts;
        this.passwords = passwords;
        this.guard = guard;
        this.accessTokens = accessTokens;
        this.parser = parser;
        this.keys = keys;
        this.devices = devices;
        this.known = known;
        this.secondFactors = secondFactors;
        this.lifetime = config.session();
        this.ended = ended;
        this.clock = clock;
    }

    /**
     * Whom an access token stands for now.
     *
     * @throws Refusal {@code not-signed-in} when the token is not good, {@code session-ended} when its session has ended, and
     *         as {@link Guard#admit} does
     */
    public Signed verify(String accessToken) {
        try {
            JsonWebToken token = parser.parse(accessToken);
            Person person = accounts.personOf(token).orElseThrow(() -> Refusal.of(ErrorCode.SESSION_ENDED));
            guard.admit(person);
            return new Signed(person, Instant.ofEpochSecond(token.getExpirationTime()));
        } catch (ParseException e) {
            throw Refusal.of(ErrorCode.NOT_SIGNED_IN);
        }
    }

    /**
     * @param code of the second factor, or {@code null}; looked at after the password alone, so that nobody learns more
     * @throws Refusal {@code wrong-credentials}, after the same work whether or not the account exists; as
     *         {@link SecondFactors#show} does
     */
    SignedIn signIn(String handle, String password, String code, Client client) {
        Optional<Credentials> stored = accounts.credentials(handle);
        Passwords.Match match = passwords.compare("password", password, stored.map(Credentials::password).orElse(null));
        if (!match.fits()) {
            throw Refusal.of(ErrorCode.WRONG_CREDENTIALS);
        }
        return open(stored.orElseThrow(), match.fresh(), code, client)
                .orElseGet(() -> signIn(handle, password, code, client));
    }

    /**
     * @throws Refusal {@code not-signed-in} when this is no token of ours, {@code session-ended} when it has served its time
     */
    SignedIn refresh(String text) {
        RefreshToken token = RefreshToken.parse(text).orElseThrow(() -> Refusal.of(ErrorCode.NOT_SIGNED_IN));
        return rotate(token).orElseThrow(() -> Refusal.of(ErrorCode.SESSION_ENDED));
    }

    /** Empty when the password was changed while it was compared: an old one must not open a session after that. */
    @Transactional
    Optional<SignedIn> open(Credentials compared, String freshPassword, String code, Client client) {
        Account account = entities.find(Account.class, compared.account(), LockModeType.PESSIMISTIC_WRITE);
        if (account == null || !account.password.equals(compared.password())) {
            return Optional.empty();
        }
        boolean shown = secondFactors.show(account.id, code, client.address());
        if (freshPassword != null) {
            account.password = freshPassword;
        }
        Instant now = clock.instant();
        clearAway(account.id, now);
        Session session = Session.of(account.id, devices.of(client.userAgent()), now, now.plus(lifetime.absolute()));
        session.secondFactorAt = shown ? now : null;
        entities.persist(session);
        entities.flush();
        return Optional.of(signedIn(session));
    }

    /** Empty when the session is over, or ends here and now because an old token came back; that end has to be committed. */
    @Transactional
    Optional<SignedIn> rotate(RefreshToken token) {
        // The lock comes before any other read, so that two rotations at once are seen one after the other.
        Session session = entities.find(Session.class, token.session(), LockModeType.PESSIMISTIC_WRITE);
        if (session == null || !token.isGenuine(session, keys.refreshSecret())) {
            return Optional.empty();
        }
        Rotation rotation = Rotation.of(session, token.generation(), clock.instant(), lifetime);
        switch (rotation) {
            case NEXT -> next(session);
            case STOLEN -> end(session);
            case AGAIN, OVER -> {
                // Nothing to write.
            }
        }
        return rotation == Rotation.NEXT || rotation == Rotation.AGAIN ? Optional.of(signedIn(session)) : Optional.empty();
    }

    /** The person of this session has just proved that it is them. */
    @Transactional
    void proven(UUID id) {
        entities.createQuery("update Session set provenAt = :now where id = :id").setParameter("now", clock.instant())
                .setParameter("id", id).executeUpdate();
    }

    /** The person of this session has just shown their second factor. */
    @Transactional
    void shown(UUID id) {
        entities.createQuery("update Session set provenAt = :now, secondFactorAt = :now where id = :id")
                .setParameter("now", clock.instant()).setParameter("id", id).executeUpdate();
    }

    /**
     * Their second factor is another one now, or none: this session goes on and all others end, as with a new password.
     *
     * @param on whether this session has just shown the new one
     */
    @Transactional(TxType.MANDATORY)
    void secondFactorChanged(Person person, boolean on) {
        endAll(person.id(), person.session());
        entities.createQuery("update Session set secondFactorAt = :at where id = :id")
                .setParameter("at", on ? clock.instant() : null).setParameter("id", person.session()).executeUpdate();
    }

    /** Ends a session at once; one that has ended stays as it is. */
    @Transactional
    void end(UUID id) {
        Session session = entities.find(Session.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (session != null && session.endedAt == null) {
            end(session);
        }
    }

    /**
     * Ends every session of an account, for whoever changes how one signs in to it and holds its lock.
     *
     * @param kept the one to go on, or {@code null}
     */
    @Transactional(TxType.MANDATORY)
    void endAll(UUID account, UUID kept) {
        entities.createQuery("from Session where account = :account and endedAt is null", Session.class)
                .setParameter("account", account).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().stream()
                .filter(session -> !session.id.equals(kept)).forEach(this::end);
    }

    /** Ends the session that a refresh token belongs to, since somebody signs in anew in its place. */
    @Transactional
    void endReplaced(String text) {
        RefreshToken.parse(text).ifPresent(token -> {
            Session session = entities.find(Session.class, token.session(), LockModeType.PESSIMISTIC_WRITE);
            if (session != null && session.endedAt == null && token.isGenuine(session, keys.refreshSecret())) {
                end(session);
            }
        });
    }

    private void next(Session session) {
        session.generation++;
        session.rotatedAt = clock.instant();
        entities.flush();
    }

    private void end(Session session) {
        session.endedAt = clock.instant();
        ended.fire(new SessionEnded(session.account, session.id));
    }

    private SignedIn signedIn(Session session) {
        Instant idleAt = session.rotatedAt.plus(lifetime.idle());
        Instant until = idleAt.isBefore(session.expiresAt) ? idleAt : session.expiresAt;
        return new SignedIn(accounts.person(session.account, session.id).orElseThrow(), accessTokens.issue(session),
                RefreshToken.of(session, keys.refreshSecret()), Duration.between(clock.instant(), until),
                known.remember(session.account, session.id));
    }

    /** Nobody needs sessions that are over; each sign-in takes away those of its own person. */
    private void clearAway(UUID account, Instant now) {
        entities.createQuery("""
                delete from Session where account = :account
                and (endedAt is not null or expiresAt < :now or rotatedAt < :idle)""")
                .setParameter("account", account).setParameter("now", now)
                .setParameter("idle", now.minus(lifetime.idle())).executeUpdate();
    }

    /**
     * @param person who
     * @param expiresAt when the token has to be followed by a newer one
     */
    public record Signed(Person person, Instant expiresAt) {
    }

    /** What a sign-in or a refresh hands out, and how long the refresh token is good for. */
    record SignedIn(Person person, AccessTokens.Issued access, RefreshToken refresh, Duration refreshLife,
            KnownDevices.Known device) {
    }

    /** The stored password of an account. */
    record Credentials(UUID account, String password) {

        @Override
        public String toString() {
            return "Credentials[" + account + "]";
        }
    }
}
