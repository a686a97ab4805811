package community.haven.conversation;

import java.util.UUID;

/** Fired in the transaction in which somebody has read further: for their own other devices, and for nobody else. */
public record ReadingMarked(UUID account, UUID room, long seq) {
}
