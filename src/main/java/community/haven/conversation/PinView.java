package community.haven.conversation;

/**
 * A pinned message as one person may see it.
 *
 * @param seq the number of the entry that pinned it
 */
public record PinView(long seq, Entry.Message message) {
}
