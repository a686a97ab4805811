package community.haven.room;

/** What somebody is in a room that they have joined. */
public enum RoomRole {
    MEMBER,
    /** Looks after the room. */
    HOST
}
