package community.haven.account;

/** What a person may do on the whole site, least first. */
public enum Role {
    MEMBER,
    MODERATOR,
    ADMIN;

    public boolean isAtLeast(Role other) {
        return compareTo(other) >= 0;
    }
}
