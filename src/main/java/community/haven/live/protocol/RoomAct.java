package community.haven.live.protocol;

import java.util.UUID;

import community.haven.conversation.SupportKind;
import community.haven.guidelines.RemovalRequest;
import community.haven.guidelines.RestorationRequest;
import community.haven.room.MemberRemovalRequest;
import community.haven.room.PaceRequest;
import community.haven.room.RoomMuteRequest;

/**
 * What somebody does in a room whose stream they have, beside speaking. Answered by {@link ServerFrame.Done} once it is
 * committed; what the room should know comes to everybody as an event of its order, and what one person alone should know as
 * {@link ServerFrame.Told}. Requests print nothing of what was written.
 */
public sealed interface RoomAct extends ClientFrame {

    UUID room();

    /** Takes one's own message back. */
    record Retract(String ref, UUID room, long seq) implements RoomAct {
    }

    record Support(String ref, UUID room, long seq, SupportKind kind) implements RoomAct {
    }

    record EndSupport(String ref, UUID room, long seq, SupportKind kind) implements RoomAct {
    }

    /** Keeps for this person alone how far they have read; their other connections are told by {@link ServerFrame.Marked}. */
    record Mark(String ref, UUID room, long seq) implements RoomAct {
    }

    /** @param named whether the others see one's name while one is there */
    record Appear(String ref, UUID room, boolean named) implements RoomAct {
    }

    /** This and the following are for those who look after the room. */
    record Remove(String ref, UUID room, long seq, RemovalRequest request) implements RoomAct {
    }

    record Restore(String ref, UUID room, long seq, RestorationRequest request) implements RoomAct {
    }

    record Pin(String ref, UUID room, long seq) implements RoomAct {
    }

    record Unpin(String ref, UUID room, long seq) implements RoomAct {
    }

    /** Slow mode and a pause; what is left out stays as it is. */
    record Pace(String ref, UUID room, PaceRequest request) implements RoomAct {
    }

    /** @param minutes for how long nobody comes in by themselves; {@code null} until somebody opens the room again */
    record Close(String ref, UUID room, Integer minutes) implements RoomAct {
    }

    record Reopen(String ref, UUID room) implements RoomAct {
    }

    record Mute(String ref, UUID room, UUID account, RoomMuteRequest request) implements RoomAct {
    }

    /** @param request with the reason that its person reads */
    record Unmute(String ref, UUID room, UUID account, RestorationRequest request) implements RoomAct {
    }

    record Dismiss(String ref, UUID room, UUID account, MemberRemovalRequest request) implements RoomAct {
    }
}
