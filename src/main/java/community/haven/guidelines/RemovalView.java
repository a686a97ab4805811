package community.haven.guidelines;

import java.time.Instant;

/**
 * Why something is not shown; for its author and for staff alone.
 *
 * @param rule id of the rule
 * @param ruleTitle the rule in a few words; its id when the guidelines no longer have it
 * @param reason what the moderator wrote to the author
 * @param at when
 */
public record RemovalView(String rule, String ruleTitle, String reason, Instant at) {

    public static RemovalView of(Guidelines guidelines, String rule, String reason, Instant at) {
        return new RemovalView(rule, guidelines.rule(rule).map(Rule::title).orElse(rule), reason, at);
    }

    @Override
    public String toString() {
        return "RemovalView[" + rule + "]";
    }
}
