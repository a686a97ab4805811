package community.haven.account;

import java.util.Set;

/** Everything that changes something, and who may. {@link Guard} is the only reader of this table. */
public enum Act {
    END_OWN_SESSIONS(Role.MEMBER, Trait.OWN, Trait.PROVEN),
    CHANGE_CREDENTIALS(Role.MEMBER, Trait.OWN, Trait.PROVEN),
    MUTE_QUIETLY(Role.MEMBER, Trait.OWN),
    REST(Role.MEMBER, Trait.OWN),
    DOWNLOAD_OWN_DATA(Role.MEMBER, Trait.OWN, Trait.PROVEN),
    ERASE_ACCOUNT(Role.MEMBER, Trait.OWN, Trait.PROVEN),
    /** Others read it, in everything that was ever written under the old one. */
    CHANGE_HANDLE(Role.MEMBER, Trait.HEARD, Trait.PROVEN),
    JOIN_ROOM(Role.MEMBER),
    ASK_TO_JOIN(Role.MEMBER),
    /** Those who look after the room read them. */
    ASK_WITH_WORDS(Role.MEMBER, Trait.HEARD),
    TAKE_BACK_REQUEST(Role.MEMBER, Trait.OWN),
    KEEP_NOTICES(Role.MEMBER, Trait.OWN),
    APPEAR(Role.MEMBER),
    LEAVE_ROOM(Role.MEMBER, Trait.OWN),
    /**
     * Whether somebody is muted is asked when the message is stored: an open socket's person is older than a mute or its end.
     */
    SAY(Role.MEMBER),
    /** One's own words, from the eyes of others: for those who are muted or rest, too. */
    TAKE_BACK(Role.MEMBER, Trait.OWN),
    /** As with {@link #SAY}, whether they are muted is asked when it is stored. */
    SUPPORT(Role.MEMBER),
    END_SUPPORT(Role.MEMBER, Trait.OWN),
    /** For hosts and staff; who looks after the room, too, is asked when it is stored. */
    ANNOUNCE(Role.MEMBER),
    MARK_READ(Role.MEMBER, Trait.OWN),
    WRITE_RESOURCE(Role.MEMBER, Trait.HEARD),
    /** And only those who may by configuration, see {@link Inviters}. */
    INVITE(Role.MODERATOR),
    /** Staff read the note. */
    INVITE_AS_HOST(Role.MEMBER, Trait.HEARD),
    /** To see them and to withdraw them, which lets nobody in: for those who are muted, too. */
    KEEP_OWN_INVITATIONS(Role.MEMBER),
    /** Newcomers, where people decide about them; a refusal too. */
    APPROVE(Role.MODERATOR),
    CREATE_ROOM(Role.MODERATOR),
    EDIT_ROOM(Role.MODERATOR),
    HOST_ROOM(Role.MEMBER),
    /**
     * For hosts and staff, as whatever else is done about a room: {@link #HOST_ROOM} or {@link #MODERATE_ROOM} is asked, too.
     */
    SET_PACE(Role.MEMBER),
    MUTE_IN_ROOM(Role.MEMBER),
    /** Hosts and staff, as {@link #HOST_ROOM} and {@link #MODERATE_ROOM}; others read the title and the reasons. */
    SCHEDULE_MEETING(Role.MEMBER, Trait.HEARD),
    LEAD_MEETING(Role.MEMBER, Trait.HEARD),
    TAKE_PLACE(Role.MEMBER),
    GIVE_PLACE_BACK(Role.MEMBER, Trait.OWN),
    KEEP_CALENDAR(Role.MEMBER, Trait.OWN),
    /** Others see it: whether somebody is muted is asked when it is done, as with {@link #SAY}. */
    PIN(Role.MEMBER),
    MODERATE_ROOM(Role.MODERATOR),
    HAND_OVER_ROOM(Role.MEMBER),
    TAKE_ROOM_OVER(Role.MEMBER),
    /** One's own offer too. */
    DECLINE_ROOM(Role.MEMBER, Trait.OWN),
    APPOINT_HOST(Role.MODERATOR),
    REMOVE(Role.MODERATOR),
    RESTORE(Role.MODERATOR),
    READ_AUDIT(Role.MODERATOR),
    FIND_ACCOUNT(Role.MODERATOR),
    MEASURE(Role.MODERATOR),
    LIFT(Role.MODERATOR),
    SEE_SESSIONS(Role.ADMIN),
    END_SESSIONS(Role.ADMIN),
    GIVE_ROLE(Role.ADMIN, Trait.PROVEN);

    private final Role least;
    private final Set<Trait> traits;

    Act(Role least, Trait... traits) {
        this.least = least;
        this.traits = Set.of(traits);
    }

    Role least() {
        return least;
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    enum Trait {
        /** Concerns nobody but the person: possible however they stand. */
        OWN,
        /** Others read it: not for somebody who is muted. */
        HEARD,
        /** Only shortly after a proof that it is them (ASVS 7.5.1, 7.5.3): an open session alone is not enough. */
        PROVEN
    }
}
