package community.haven.account;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may invite. Each includes those before it. */
public enum InvitationsBy {
    @JsonProperty("admin")
    ADMIN(Role.ADMIN),
    @JsonProperty("moderator")
    MODERATOR(Role.MODERATOR),
    /** Whoever looks after a room, within {@link Inviter#HOST} bounds. */
    @JsonProperty("host")
    HOST(Role.MODERATOR);

    private final Role least;

    InvitationsBy(Role least) {
        this.least = least;
    }

    /** The least role on the whole site that may. */
    Role least() {
        return least;
    }
}
