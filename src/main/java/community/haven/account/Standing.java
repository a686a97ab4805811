package community.haven.account;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the measures in force limit a person; of several the strictest counts. */
public enum Standing {
    @JsonProperty("good")
    GOOD,
    /** Reads, and writes nothing that others see. */
    @JsonProperty("muted")
    MUTED,
    /** Reaches their own account alone, until a date. */
    @JsonProperty("suspended")
    SUSPENDED,
    /** Reaches their own account alone, for good. */
    @JsonProperty("excluded")
    EXCLUDED
}
