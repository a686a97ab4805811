package community.haven.account;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What somebody has decided about their account, or what is still to be decided. */
public enum AccountState {
    /** Signed up where newcomers are approved by people, and nobody has done so yet. */
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("active")
    ACTIVE,
    /** Out of sight for as long as they wish; everything of theirs is kept. */
    @JsonProperty("resting")
    RESTING,
    /** Has asked for everything to be erased, and may still take that back. */
    @JsonProperty("leaving")
    LEAVING,
    /** Is being erased: nobody is signed in to it, nobody can be, and nothing leads back. */
    @JsonProperty("erasing")
    ERASING;

    /** Whether others see whose it is that they see. */
    boolean isShown() {
        return this == ACTIVE || this == WAITING;
    }
}
