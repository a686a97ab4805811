package community.haven.account;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may sign up. */
public enum SignUpMode {
    /** Everybody, whose browser has done some work for it. */
    @JsonProperty("open")
    OPEN,
    /** Whoever was given a code. */
    @JsonProperty("invitation")
    INVITATION,
    /** Everybody, and a person says yes before they are among others. */
    @JsonProperty("approval")
    APPROVAL
}
