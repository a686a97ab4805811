package community.haven.room;

/** When and how fast people talk in a room. */
public record Pace(RoomState state, RoomOpening opening) {
}
