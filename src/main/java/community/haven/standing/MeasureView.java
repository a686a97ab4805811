package community.haven.standing;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import community.haven.guidelines.Guidelines;
import community.haven.guidelines.Rule;

/**
 * A measure as staff see it.
 *
 * @param ruleTitle the rule in a few words; its id when the guidelines no longer have it
 * @param endsAt when it ends by itself; absent when it does not
 * @param meanwhileUntil until when the person is suspended while their exclusion waits for a second person
 * @param secondedBy who agreed to the exclusion
 * @param liftedBy who took it back, or declined the exclusion
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MeasureView(UUID id, Someone account, MeasureKind kind, MeasureState state, String rule, String ruleTitle, String reason,
        Someone madeBy, Instant madeAt, Instant endsAt, Instant meanwhileUntil, Someone secondedBy, Instant secondedAt,
        Someone liftedBy, Instant liftedAt, String liftReason) {

    static MeasureView of(Measure measure, MeasureState state, Guidelines guidelines, Map<UUID, String> handles) {
        return new MeasureView(measure.id, Someone.of(measure.account, handles), measure.kind, state, measure.rule,
                guidelines.rule(measure.rule).map(Rule::title).orElse(measure.rule), measure.reason,
                Someone.of(measure.madeBy, handles), measure.madeAt, measure.endsAt, measure.meanwhileUntil,
                Someone.of(measure.secondedBy, handles), measure.secondedAt, Someone.of(measure.liftedBy, handles),
                measure.liftedAt, measure.liftReason);
    }

    @Override
    public String toString() {
        return "MeasureView[" + id + "]";
    }

    /** @param handle absent when the account is gone */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Someone(UUID id, String handle) {

        static Someone of(UUID id, Map<UUID, String> handles) {
            return id == null ? null : new Someone(id, handles.get(id));
        }
    }
}
