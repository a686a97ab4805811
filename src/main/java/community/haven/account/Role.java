package community.haven.account;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a person may do on the whole site, least first. */
public enum Role {
    @JsonProperty("member")
    MEMBER,
    @JsonProperty("moderator")
    MODERATOR,
    @JsonProperty("admin")
    ADMIN;

    public boolean isAtLeast(Role other) {
        return compareTo(other) >= 0;
    }
}
