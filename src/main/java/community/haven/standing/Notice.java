package community.haven.standing;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import community.haven.account.Standing;
import community.haven.guidelines.Guidelines;
import community.haven.guidelines.Rule;
import community.haven.shared.Words;

/**
 * A measure as its person is told of it. Nobody's name is in it.
 *
 * @param kind what it does; an exclusion that is only proposed is the suspension that comes with it
 * @param underReview whether a second person is still to look at it
 * @param ruleTitle the rule in a few words; its id when the guidelines no longer have it
 * @param reason what the moderator wrote to them
 * @param until when it ends by itself; absent when it does not
 * @param liftReason why it was taken back; absent when it was not
 * @param next what happens next, and what they can do
 * @param youAreStillAMember false only while their exclusion is in force
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Notice(UUID id, MeasureKind kind, MeasureState state, boolean underReview, String rule, String ruleTitle, String reason,
        Instant since, Instant until, Instant liftedAt, String liftReason, String next, boolean youAreStillAMember) {

    /** What nobody agreed to and what limited nothing concerns nobody but those who talked about it. */
    static boolean isToldOf(Measure measure) {
        return measure.kind != MeasureKind.EXCLUDE || measure.secondedAt != null || measure.meanwhileUntil != null;
    }

    static Notice of(Measure measure, MeasureState state, Instant now, boolean isMember, Guidelines guidelines) {
        boolean isProposal = measure.kind == MeasureKind.EXCLUDE && measure.secondedAt == null;
        MeasureKind kind = isProposal ? MeasureKind.SUSPEND : measure.kind;
        MeasureState told = state == MeasureState.PROPOSED ? suspension(measure, now) : state;
        boolean underReview = isProposal && told == MeasureState.IN_FORCE;
        return new Notice(measure.id, kind, told, underReview, measure.rule,
                guidelines.rule(measure.rule).map(Rule::title).orElse(measure.rule), measure.reason,
                measure.secondedAt == null ? measure.madeAt : measure.secondedAt,
                isProposal ? measure.meanwhileUntil : measure.endsAt, measure.liftedAt, measure.liftReason,
                Words.notice("measure-" + next(kind, told, underReview)), isMember);
    }

    private static MeasureState suspension(Measure measure, Instant now) {
        return measure.terms().standing(now) == Standing.GOOD ? MeasureState.ENDED : MeasureState.IN_FORCE;
    }

    private static String next(MeasureKind kind, MeasureState state, boolean underReview) {
        return switch (state) {
            case ENDED, LIFTED -> state.name().toLowerCase(Locale.ROOT);
            default -> underReview ? "review" : kind.word();
        };
    }

    @Override
    public String toString() {
        return "Notice[" + id + "]";
    }
}
