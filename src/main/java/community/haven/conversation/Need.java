package community.haven.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the author of a message hopes for. */
public enum Need {
    @JsonProperty("to-be-heard")
    TO_BE_HEARD,
    @JsonProperty("advice")
    ADVICE,
    @JsonProperty("encouragement")
    ENCOURAGEMENT,
    @JsonProperty("an-answer")
    AN_ANSWER
}
