package community.haven.live.protocol;

import java.util.UUID;

import community.haven.conversation.Draft;

/** Says something in a room; answered when it is stored. The draft prints its length, never its words. */
public record Say(String ref, UUID room, Draft draft) implements ClientFrame {
}
