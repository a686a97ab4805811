package community.haven.guidelines;

import community.haven.shared.Refusal;

/**
 * What a moderator sends to remove something.
 *
 * @param rule the id of a rule of the guidelines
 * @param reason what the author will read
 */
public record RemovalRequest(String rule, String reason) {

    /** @throws Refusal as {@link Grounds#of} */
    public Grounds grounds(Guidelines guidelines) {
        return Grounds.of(guidelines, rule, reason);
    }

    @Override
    public String toString() {
        return "RemovalRequest[]";
    }
}
