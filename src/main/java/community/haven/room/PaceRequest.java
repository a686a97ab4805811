package community.haven.room;

import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/**
 * How fast people are to talk in a room. What is left out stays as it is.
 *
 * @param slowModeSeconds the least time between two messages of one person: 10 to 3,600, or 0 for none
 * @param paused whether hosts and staff alone speak
 */
public record PaceRequest(Integer slowModeSeconds, Boolean paused) {

    public static final int SHORTEST = 10;
    public static final int LONGEST = 3_600;

    void writeTo(Room room) {
        if (room.state == RoomState.ARCHIVED) {
            throw Refusal.of(ErrorCode.ROOM_ARCHIVED);
        }
        if (slowModeSeconds != null) {
            room.slowModeSeconds = checked(slowModeSeconds);
        }
        if (paused != null) {
            room.state = paused ? RoomState.PAUSED : RoomState.OPEN;
        }
    }

    private static int checked(int seconds) {
        if (seconds < SHORTEST && seconds != 0) {
            throw Refusal.invalid("slowModeSeconds", Reason.TOO_SMALL, SHORTEST);
        }
        if (seconds > LONGEST) {
            throw Refusal.invalid("slowModeSeconds", Reason.TOO_LARGE, LONGEST);
        }
        return seconds;
    }
}
