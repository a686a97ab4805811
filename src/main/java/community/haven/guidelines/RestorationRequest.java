package community.haven.guidelines;

/**
 * What a moderator sends to take a removal back.
 *
 * @param reason why
 */
public record RestorationRequest(String reason) {

    @Override
    public String toString() {
        return "RestorationRequest[]";
    }
}
