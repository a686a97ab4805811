package community.haven.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import community.haven.account.Act;
import community.haven.account.Guard;
import community.haven.account.Person;
import community.haven.account.Rate;
import community.haven.conversation.EntryRows.Extent;
import community.haven.guidelines.RemovalRequest;
import community.haven.guidelines.RestorationRequest;
import community.haven.room.Rooms;
import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** What is said in rooms, in one gapless order for each room. */
@ApplicationScoped
public class Conversations {

    private final Guard guard;
    private final Rooms rooms;
    private final EntryRows rows;
    private final Sight sight;
    private final Removals removals;
    private final Retractions retractions;
    private final Supports supports;
    private final Pins pins;
    private final ReadingMarks marks;
    private final Search search;
    private final Limits limits;
    private final GroupCommit commits;

    Conversations(Guard guard, Rooms rooms, EntryRows rows, Sight sight, Removals removals, Retractions retractions,
            Supports supports, Pins pins, ReadingMarks marks, Search search, Limits limits, MessageWriter writer,
            ConversationBus bus,
            ConversationConfig config) {
        this.guard = guard;
        this.rooms = rooms;
        this.rows = rows;
        this.sight = sight;
        this.removals = removals;
        this.retractions = retractions;
        this.supports = supports;
        this.pins = pins;
        this.marks = marks;
        this.search = search;
        this.limits = limits;
        this.commits = new GroupCommit(config, writer::store, bus::announce);
    }

    void onStart(@Observes StartupEvent start) {
        commits.start();
    }

    void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
        commits.stop();
    }

    /**
     * Says something. Never blocks and never throws: what is wrong arrives through the stage as a {@link Refusal}, and a
     * result arrives only after the commit. The same key with the same draft again answers with the first result.
     */
    public CompletionStage<Saved> post(Person person, UUID room, Draft draft) {
        try {
            guard.allow(person, draft.isAnnouncement() ? Act.ANNOUNCE : Act.SAY);
            return commits.submit(Post.of(person, room, draft.checked()));
        } catch (Refusal refusal) {
            return CompletableFuture.failedStage(refusal);
        }
    }

    /**
     * A part of the history as this person may see it; the newest part if neither bound is given.
     *
     * @param before only entries below this number, or {@code null}
     * @param after only entries above this number, or {@code null}
     */
    @Transactional
    public History history(Person person, UUID room, Long before, Long after, int limit) {
        rooms.checkReader(person, room);
        if (before != null && after != null) {
            throw Refusal.invalid("after", Reason.NOT_POSSIBLE);
        }
        return after == null ? backwards(person, room, before == null ? Long.MAX_VALUE : before, limit)
                : forwards(person, room, after, limit);
    }

    /** The part of the history that begins with the first entry made at a moment or later. */
    @Transactional
    public History historySince(Person person, UUID room, Instant moment, int limit) {
        rooms.checkReader(person, room);
        return forwards(person, room, search.firstSince(room, moment) - 1, limit);
    }

    /**
     * Messages of a room in which all these words are, newest first, as this person may see them.
     *
     * @param query one to five words of 2 to 50 characters
     * @param before only entries below this number, or {@code null}
     */
    @Transactional
    public Found search(Person person, UUID room, String query, Long before, int limit) {
        rooms.checkReader(person, room);
        return search.find(person, room, SearchWords.of(query), before == null ? Long.MAX_VALUE : before, limit);
    }

    /** One entry as this person may see it. */
    @Transactional
    public Entry entry(Person person, UUID room, long seq) {
        rooms.checkReader(person, room);
        return sight.of(person, List.of(rows.entry(room, seq))).get(0);
    }

    /**
     * What follows a position, for whoever resumes, in the form that is the same for everybody. Asks nothing about who
     * reads: the caller has done so. Blocks.
     *
     * @throws Refusal {@code position-gone} when the room has never been as far as that, or no longer keeps what followed
     */
    @Transactional
    public List<Entry> after(UUID room, long seq, int limit) {
        List<EntryRow> found = rows.following(room, seq, limit);
        resumable(room, seq);
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

    /** Takes a message out of sight. Its author, hosts and staff go on seeing it, with the grounds. */
    @Transactional
    public Entry remove(Person person, UUID room, long seq, RemovalRequest request) {
        rooms.checkModerator(person, room);
        return removals.remove(person, room, seq, request);
    }

    /** Shows a removed message again. */
    @Transactional
    public Entry restore(Person person, UUID room, long seq, RestorationRequest request) {
        rooms.checkModerator(person, room);
        return removals.restore(person, room, seq, request.checkedReason());
    }

    /**
     * Lets a message stand at the top of the room.
     *
     * @return what this person may read of what is pinned, the newest first
     * @throws Refusal {@code too-many-pins}, {@code already-removed}, {@code muted}, {@code muted-in-room},
     *         {@code room-archived}, and as {@link Rooms#checkModerator} does
     */
    @Transactional
    public List<PinView> pin(Person person, UUID room, long seq) {
        guard.allow(person, Act.PIN);
        rooms.checkModerator(person, room);
        pins.pin(person, room, seq);
        return pins.of(person, room);
    }

    /** @throws Refusal as {@link #pin}; not for what is not pinned */
    @Transactional
    public List<PinView> unpin(Person person, UUID room, long seq) {
        guard.allow(person, Act.PIN);
        rooms.checkModerator(person, room);
        pins.unpin(person, room, seq);
        return pins.of(person, room);
    }

    /** What this person may read of what is pinned, the newest first. */
    @Transactional
    public List<PinView> pins(Person person, UUID room) {
        rooms.checkReader(person, room);
        return pins.of(person, room);
    }

    /**
     * Takes back what this person said. Nothing of it is left but its number; once is as good as twice. Whoever has left the
     * room can still do so.
     *
     * @throws Refusal {@code already-removed} where the text is kept with the decision of a host, {@code not-allowed} for what
     *         somebody else said
     */
    @Transactional
    public void takeBack(Person person, UUID room, long seq) {
        guard.allow(person, Act.TAKE_BACK);
        if (!retractions.isOwn(person, room, seq)) {
            rooms.checkReader(person, room);
        }
        retractions.retract(person, room, seq);
    }

    /**
     * Is with the author of a message in some way; once is as good as twice.
     *
     * @throws Refusal {@code own-message}, {@code already-removed}, and whatever keeps somebody from speaking in the room
     */
    @Transactional
    public void support(Person person, UUID room, long seq, SupportKind kind) {
        guard.allow(person, Act.SUPPORT);
        rooms.checkReader(person, room);
        supports.give(person, room, seq, kind);
    }

    /** Takes it back. */
    @Transactional
    public void endSupport(Person person, UUID room, long seq, SupportKind kind) {
        guard.allow(person, Act.END_SUPPORT);
        rooms.checkReader(person, room);
        supports.end(person.id(), room, seq, kind);
    }

    /**
     * Keeps for this person alone how far they have read. It never goes back.
     *
     * @throws Refusal {@code not-a-member}; {@code invalid} for a number that the room has not reached
     */
    @Transactional
    public void markRead(Person person, UUID room, long seq) {
        guard.allow(person, Act.MARK_READ);
        rooms.checkReader(person, room);
        if (!rooms.member(room, person.id())) {
            throw Refusal.of(ErrorCode.NOT_A_MEMBER);
        }
        marks.mark(person, room, seq);
    }

    /** How much one person says in one room. */
    public Rate messageRate() {
        return limits.rate(Limits.To.MESSAGES);
    }

    /** How often one person gives support in one room. */
    public Rate supportRate() {
        return limits.rate(Limits.To.SUPPORT);
    }

    private History backwards(Person person, UUID room, long before, int limit) {
        List<EntryRow> found = new ArrayList<>(rows.preceding(room, before, limit));
        Collections.reverse(found);
        Extent extent = rows.extent(room);
        boolean more = !found.isEmpty() && found.get(0).seq() > extent.gone() + 1;
        return new History(sight.of(person, found), extent.last(), more ? found.get(0).seq() : null);
    }

    private History forwards(Person person, UUID room, long after, int limit) {
        List<EntryRow> found = rows.following(room, after, limit);
        long end = found.isEmpty() ? after : found.get(found.size() - 1).seq();
        long head = resumable(room, after);
        return new History(sight.of(person, found), head, end < head ? end : null);
    }

    /**
     * Asked after the rows have been read: what has been deleted in between is then noticed, too. A number that is not there
     * yet comes from a database that has been put back since; in both cases only reading anew helps.
     */
    private long resumable(UUID room, long after) {
        Extent extent = rows.extent(room);
        if (after < extent.gone() || after > extent.last()) {
            throw Refusal.of(ErrorCode.POSITION_GONE);
        }
        return extent.last();
    }
}
