package community.haven.board;

import com.fasterxml.jackson.annotation.JsonValue;

import community.haven.account.Role;

/** Whose word a resource is: what its author was when it was published. */
public enum AuthorRole {
    EDITORS,
    MEMBER,
    MODERATOR,
    ADMIN;

    static AuthorRole of(Role role) {
        return valueOf(role.name());
    }

    @JsonValue
    public String wire() {
        return Wire.name(this);
    }
}
