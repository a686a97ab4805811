package community.haven.live.protocol;

import java.util.UUID;

import community.haven.guidelines.RemovalRequest;
import community.haven.guidelines.RestorationRequest;

/**
 * What somebody does in a room whose stream they have, beside speaking. Answered by {@link ServerFrame.Done} once it is
 * committed;
 * what the room should know comes to everybody as an event of its order.
 */
public sealed interface RoomAct extends ClientFrame {

    UUID room();

    /** For those who look after the room. The request prints nothing of its reason. */
    record Remove(String ref, UUID room, long seq, RemovalRequest request) implements RoomAct {
    }

    /** For those who look after the room. */
    record Restore(String ref, UUID room, long seq, RestorationRequest request) implements RoomAct {
    }

    /** @param named whether the others see one's name while one is there */
    record Appear(String ref, UUID room, boolean named) implements RoomAct {
    }
}
