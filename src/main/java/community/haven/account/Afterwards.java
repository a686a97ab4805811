package community.haven.account;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What shall be seen of somebody's messages when they have been erased. */
enum Afterwards {
    /** A neutral line in the place of each. */
    @JsonProperty("line")
    LINE,
    /** Nothing. */
    @JsonProperty("go")
    GO
}
