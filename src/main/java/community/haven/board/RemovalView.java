package community.haven.board;

import java.time.Instant;

import community.haven.guidelines.Guidelines;
import community.haven.guidelines.Rule;

/**
 * Why something is off the board, for its author and for staff.
 *
 * @param rule id of the rule
 * @param ruleTitle the rule in a few words; {@code null} when the guidelines no longer have it
 * @param reason what the moderator wrote to the author
 * @param at when
 */
public record RemovalView(String rule, String ruleTitle, String reason, Instant at) {

    static RemovalView of(Removal removal, Guidelines guidelines) {
        return new RemovalView(removal.rule, guidelines.rule(removal.rule).map(Rule::title).orElse(null), removal.reason,
                removal.at);
    }

    @Override
    public String toString() {
        return "RemovalView[" + rule + "]";
    }
}
