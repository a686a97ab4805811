package community.haven.account;

/** As whom somebody invites, and how far it goes. */
enum Inviter {
    /** Looks after all invitations. */
    STAFF(500, 365),
    /** Looks after their own. Enough for the people somebody knows: a code that gets about lets in few, and not for long. */
    HOST(10, 30);

    private final int mostUses;
    private final int mostDays;

    Inviter(int mostUses, int mostDays) {
        this.mostUses = mostUses;
        this.mostDays = mostDays;
    }

    int mostUses() {
        return mostUses;
    }

    int mostDays() {
        return mostDays;
    }

    boolean seesAll() {
        return this == STAFF;
    }
}
