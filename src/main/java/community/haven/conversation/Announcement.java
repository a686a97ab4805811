package community.haven.conversation;

import java.util.List;

/** Fired in the transaction that stores an entry, and passed on once it has been committed. */
record Announcement(List<Entry> entries) {
}
