package community.haven.room;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far somebody has come into a room. */
public enum Belonging {
    @JsonProperty("none")
    NONE,
    /** They have asked, and those who look after the room have yet to decide. */
    @JsonProperty("asked")
    ASKED,
    /** They stand in line, and come in by themselves as soon as there is a place. */
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("member")
    MEMBER
}
