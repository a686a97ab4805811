package community.haven.meeting;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a session is. */
public enum MeetingState {
    @JsonProperty("scheduled")
    SCHEDULED,
    /** The soft opening: those who come may arrive and write; or it should have begun, and the host has not come yet. */
    @JsonProperty("opening")
    OPENING,
    @JsonProperty("open")
    OPEN,
    /** The soft close: what was half written may be finished and sent. */
    @JsonProperty("closing")
    CLOSING,
    @JsonProperty("closed")
    CLOSED,
    @JsonProperty("cancelled")
    CANCELLED;

    /** Whether people write meanwhile. */
    public boolean isOn() {
        return this == OPENING || this == OPEN || this == CLOSING;
    }

    /** Whether nothing can change any more. */
    boolean isOver() {
        return this == CLOSED || this == CANCELLED;
    }

    /** Whether it is of use to come. */
    boolean takesPeople() {
        return this == SCHEDULED || this == OPENING || this == OPEN;
    }
}
