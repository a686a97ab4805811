package community.haven.room;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When people talk in a room. */
public enum RoomOpening {
    /** Whenever they like. */
    @JsonProperty("always")
    ALWAYS,
    /** While a session is on; they read in between. */
    @JsonProperty("sessions")
    SESSIONS
}
