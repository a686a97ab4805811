package community.haven.standing;

import java.time.Duration;
import java.time.Instant;

import community.haven.account.Standing;

/**
 * What a measure says about time. It holds from its commit, so whether it has begun is not asked: the clocks of two servers may
 * differ by more than an answer takes.
 *
 * @param kind what it is
 * @param madeAt when it was decided
 * @param endsAt the end of a mute or suspension, otherwise {@code null}
 * @param meanwhileUntil until when the person is suspended while their exclusion is only proposed, or {@code null}
 * @param secondedAt when a second person agreed to an exclusion, or {@code null}
 * @param liftedAt when it was taken back, or {@code null}
 */
record Terms(MeasureKind kind, Instant madeAt, Instant endsAt, Instant meanwhileUntil, Instant secondedAt, Instant liftedAt) {

    /** How it lets its person stand at this moment. At its very end a measure is over. */
    Standing standing(Instant now) {
        if (liftedAt != null) {
            return Standing.GOOD;
        }
        return switch (kind) {
            case WORD -> Standing.GOOD;
            case MUTE -> now.isBefore(endsAt) ? Standing.MUTED : Standing.GOOD;
            case SUSPEND -> now.isBefore(endsAt) ? Standing.SUSPENDED : Standing.GOOD;
            case EXCLUDE -> exclusion(now);
        };
    }

    /** @param proposal how long a proposal waits for a second person */
    MeasureState state(Instant now, Duration proposal) {
        if (liftedAt != null) {
            return MeasureState.LIFTED;
        }
        if (kind == MeasureKind.WORD) {
            return MeasureState.SAID;
        }
        if (kind == MeasureKind.EXCLUDE && secondedAt == null) {
            return now.isBefore(madeAt.plus(proposal)) ? MeasureState.PROPOSED : MeasureState.ENDED;
        }
        return standing(now) == Standing.GOOD ? MeasureState.ENDED : MeasureState.IN_FORCE;
    }

    private Standing exclusion(Instant now) {
        if (secondedAt != null) {
            return Standing.EXCLUDED;
        }
        return meanwhileUntil != null && now.isBefore(meanwhileUntil) ? Standing.SUSPENDED : Standing.GOOD;
    }
}
