package community.haven.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.inject.Singleton;

import community.haven.account.Act.Trait;
import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;

/** The one guard of all write paths, REST and socket alike: front doors ask it first, before they look at anything else. */
@Singleton
public class Guard {

    private final Duration proof;
    private final boolean everybodyNeedsFactor;
    private final Clock clock;

    Guard(AccountConfig config, Clock clock) {
        this.proof = config.session().proof();
        this.everybodyNeedsFactor = config.secondFactor().requiredOf() == AccountConfig.RequiredOf.EVERYBODY;
        this.clock = clock;
    }

    /**
     * @throws Refusal as {@link #admit}; {@code resting} or {@code leaving} when they have withdrawn for now;
     *         {@code not-allowed} when the role is too low; {@code second-factor-needed} when it is high enough, but only a
     *         password was shown in this session, and the act or this Haven asks for more; {@code guidelines-not-agreed} when
     *         the guidelines have changed since they agreed; {@code muted}; {@code proof-needed} when too long ago they proved
     *         that it is them. What concerns nobody else needs none of it but the proof
     */
    public void allow(Person person, Act act) {
        if (!act.is(Trait.OWN)) {
            checkStanding(person, act);
        }
        if (act.is(Trait.PROVEN) && isLongAgo(person.provenAt())) {
            throw Refusal.of(ErrorCode.PROOF_NEEDED);
        }
    }

    /** Whether an account with this role is to have a second factor. */
    boolean needsSecondFactor(Role role) {
        return everybodyNeedsFactor || role.isAtLeast(Role.MODERATOR);
    }

    /**
     * For what would be a way past the second factor of somebody who has one: there a password is no proof.
     *
     * @throws Refusal {@code second-factor-needed} when it was not shown lately in this session
     */
    void checkSecondFactor(Person person) {
        if (!person.secondFactor() || isLongAgo(person.secondFactorAt())) {
            throw Refusal.of(ErrorCode.SECOND_FACTOR_NEEDED);
        }
    }

    /**
     * Whether somebody may be among people at all. Those who may not still reach their own account.
     *
     * @throws Refusal {@code waiting-for-approval}, {@code suspended}, {@code excluded}
     */
    public void admit(Person person) {
        checkAmongPeople(person.standing());
        if (person.state() == AccountState.WAITING) {
            throw Refusal.of(ErrorCode.WAITING_FOR_APPROVAL);
        }
    }

    /**
     * Whether somebody who stands like this may write what others see.
     *
     * @throws Refusal {@code muted}, {@code suspended}, {@code excluded}
     */
    public static void checkHeard(Standing standing) {
        checkAmongPeople(standing);
        if (standing == Standing.MUTED) {
            throw Refusal.of(ErrorCode.MUTED);
        }
    }

    private boolean isLongAgo(Instant proven) {
        return proven.isBefore(Instant.now(clock).minus(proof));
    }

    /**
     * Whether an account still takes part, asked once more where something waited between the door and the database.
     *
     * @param state as it is now; {@code null} when there is no such account any more
     * @throws Refusal {@code resting}, {@code leaving}, {@code session-ended}
     */
    public static void checkTakesPart(AccountState state) {
        if (state == null || state == AccountState.ERASING) {
            throw Refusal.of(ErrorCode.SESSION_ENDED);
        }
        if (state == AccountState.RESTING) {
            throw Refusal.of(ErrorCode.RESTING);
        }
        if (state == AccountState.LEAVING) {
            throw Refusal.of(ErrorCode.LEAVING);
        }
    }

    private void checkStanding(Person person, Act act) {
        admit(person);
        checkTakesPart(person.state());
        if (!person.role().isAtLeast(act.least())) {
            throw Refusal.of(ErrorCode.NOT_ALLOWED);
        }
        if (!person.actingRole().isAtLeast(act.least()) || everybodyNeedsFactor && !person.secondFactor()) {
            throw Refusal.of(ErrorCode.SECOND_FACTOR_NEEDED);
        }
        if (!person.agreed()) {
            throw Refusal.of(ErrorCode.GUIDELINES_NOT_AGREED);
        }
        if (act.is(Trait.HEARD)) {
            checkHeard(person.standing());
        }
    }

    private static void checkAmongPeople(Standing standing) {
        if (standing == Standing.EXCLUDED) {
            throw Refusal.of(ErrorCode.EXCLUDED);
        }
        if (standing == Standing.SUSPENDED) {
            throw Refusal.of(ErrorCode.SUSPENDED);
        }
    }
}
