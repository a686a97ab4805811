package community.haven.room;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who finds a room, and how they come in. */
public enum RoomVisibility {
    /** Everybody sees it and joins. */
    @JsonProperty("open")
    OPEN,
    /** Everybody sees it; those who look after it decide who joins. */
    @JsonProperty("request")
    REQUEST,
    /** Nobody knows of it but its members, those who are invited, and staff. */
    @JsonProperty("invitation")
    INVITATION
}
