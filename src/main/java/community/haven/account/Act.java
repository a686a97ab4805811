package community.haven.account;

/** Everything that changes something, and the least role that may. {@link Guard} is the only reader of this table. */
public enum Act {
    JOIN_ROOM(Role.MEMBER),
    LEAVE_ROOM(Role.MEMBER),
    SAY(Role.MEMBER),
    WRITE_RESOURCE(Role.MEMBER),
    CREATE_ROOM(Role.MODERATOR),
    EDIT_ROOM(Role.MODERATOR),
    REMOVE(Role.MODERATOR),
    RESTORE(Role.MODERATOR),
    READ_AUDIT(Role.MODERATOR),
    FIND_ACCOUNT(Role.ADMIN),
    GIVE_ROLE(Role.ADMIN);

    private final Role least;

    Act(Role least) {
        this.least = least;
    }

    Role least() {
        return least;
    }
}
