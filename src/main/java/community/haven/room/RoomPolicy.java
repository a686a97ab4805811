package community.haven.room;

import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/** Who may do what in a room, as plain questions. Each check refuses with the reason that helps most, or says nothing. */
public final class RoomPolicy {

    private RoomPolicy() {
    }

    static void checkJoin(RoomState state, int members, int capacity) {
        if (state == RoomState.ARCHIVED) {
            throw Refusal.of(ErrorCode.ROOM_ARCHIVED);
        }
        if (members >= capacity) {
            throw Refusal.of(ErrorCode.ROOM_FULL);
        }
    }

    static void checkRead(boolean member, boolean staff) {
        if (!member && !staff) {
            throw Refusal.of(ErrorCode.NOT_A_MEMBER);
        }
    }

    /** Nobody loses a place because a room got smaller. */
    static void checkCapacity(int capacity, int members) {
        if (capacity < members) {
            throw Refusal.invalid("capacity", Reason.TOO_SMALL, members);
        }
    }

    /** Membership comes first: whoever has not joined learns nothing more from speaking. */
    public static void checkSay(RoomState state, boolean member, boolean staff) {
        if (!member) {
            throw Refusal.of(ErrorCode.NOT_A_MEMBER);
        }
        if (state == RoomState.ARCHIVED) {
            throw Refusal.of(ErrorCode.ROOM_ARCHIVED);
        }
        if (state == RoomState.PAUSED && !staff) {
            throw Refusal.of(ErrorCode.ROOM_PAUSED);
        }
    }
}
