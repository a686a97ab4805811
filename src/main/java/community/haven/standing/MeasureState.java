package community.haven.standing;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a measure is. */
enum MeasureState {
    /** A word, which is over as soon as it is said. */
    @JsonProperty("said")
    SAID,
    /** An exclusion that waits for a second person. */
    @JsonProperty("proposed")
    PROPOSED,
    @JsonProperty("in-force")
    IN_FORCE,
    /** Its time is over; of a proposal, that nobody agreed in time. */
    @JsonProperty("ended")
    ENDED,
    /** Taken back, or as a proposal declined. */
    @JsonProperty("lifted")
    LIFTED;

    boolean isOpen() {
        return this == PROPOSED || this == IN_FORCE;
    }
}
