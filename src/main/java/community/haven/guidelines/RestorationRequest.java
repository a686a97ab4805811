package community.haven.guidelines;

import community.haven.shared.Refusal;

/**
 * What a moderator sends to take a removal back.
 *
 * @param reason why
 */
public record RestorationRequest(String reason) {

    /** @throws Refusal as {@link Grounds#reason} */
    public String checkedReason() {
        return Grounds.reason(reason);
    }

    @Override
    public String toString() {
        return "RestorationRequest[]";
    }
}
