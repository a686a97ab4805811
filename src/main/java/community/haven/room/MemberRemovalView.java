package community.haven.room;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;

import community.haven.guidelines.Guidelines;
import community.haven.guidelines.Rule;

/**
 * That somebody was taken out of a room; for them and for those who look after it.
 *
 * @param ruleTitle the rule in a few words; its id when the guidelines no longer have it
 * @param reason what was written to the person
 * @param until when they can come in by themselves again; absent where that does not come by itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MemberRemovalView(String rule, String ruleTitle, String reason, Instant at, Instant until) {

    static MemberRemovalView of(Guidelines guidelines, MemberRemoval removal) {
        return removal == null ? null
                : new MemberRemovalView(removal.rule(), guidelines.rule(removal.rule()).map(Rule::title).orElse(removal.rule()),
                        removal.reason(), removal.at(), removal.until());
    }

    @Override
    public String toString() {
        return "MemberRemovalView[" + rule + "]";
    }
}
