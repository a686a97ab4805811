package community.haven.room;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a room stands towards those who come and those who speak. */
public enum RoomState {
    /** People join and talk. */
    @JsonProperty("open")
    OPEN,
    /** People join and read; only hosts of the room and staff speak. */
    @JsonProperty("paused")
    PAUSED,
    /** Nobody joins or speaks; members go on reading. */
    @JsonProperty("archived")
    ARCHIVED
}
