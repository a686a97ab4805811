package community.haven.standing;

/**
 * What a moderator sends to take a measure back, or to decline an exclusion.
 *
 * @param reason 10 to 1,000 characters that the person will read
 */
record LiftingRequest(String reason) {

    @Override
    public String toString() {
        return "LiftingRequest[]";
    }
}
