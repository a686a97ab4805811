package community.haven.conversation;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import community.haven.account.Person;
import community.haven.conversation.EntryRows.Extent;
import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;

/** What a socket needs to go on in a room from where somebody was. Asks nothing about who reads: the caller has done so. */
@ApplicationScoped
public class Resumptions {

    private final EntryRows rows;
    private final Sight sight;

    Resumptions(EntryRows rows, Sight sight) {
        this.rows = rows;
        this.sight = sight;
    }

    /**
     * What follows a position, in the form that is the same for everybody. Blocks.
     *
     * @param limit at most so many entries
     * @throws Refusal {@code position-gone} when the room has never been as far as that, or no longer keeps what followed
     */
    @Transactional
    public List<Entry> after(UUID room, long seq, int limit) {
        List<EntryRow> found = rows.following(room, seq, limit);
        headAfter(room, seq);
        return sight.ofEverybody(found);
    }

    /** Whose words this person wishes not to see, and is not shown, in this room. Blocks. */
    public Set<UUID> mutedFor(Person person, UUID room) {
        return sight.mutedFor(person, room);
    }

    /** The number of the newest entry; 0 before the first. Blocks. */
    public long head(UUID room) {
        return rows.extent(room).last();
    }

    /**
     * The number of the newest entry, asked for after the rows behind a position have been read: what has been deleted in
     * between is then noticed, too. A number that is not there yet comes from a database that has been put back since; in both
     * cases only reading anew helps.
     *
     * @throws Refusal {@code position-gone} as {@link #after} does
     */
    long headAfter(UUID room, long after) {
        Extent extent = rows.extent(room);
        if (after < extent.gone() || after > extent.last()) {
            throw Refusal.of(ErrorCode.POSITION_GONE);
        }
        return extent.last();
    }
}
