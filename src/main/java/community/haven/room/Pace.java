package community.haven.room;

import java.time.Duration;

/**
 * When and how fast people talk in a room.
 *
 * @param slowMode the least time between two messages of one person; zero while that is off
 */
public record Pace(RoomState state, RoomOpening opening, Duration slowMode) {

    public boolean isSlow() {
        return !slowMode.isZero();
    }
}
