package community.haven.conversation;

import java.util.List;
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
import community.haven.guidelines.RemovalRequest;
import community.haven.guidelines.RestorationRequest;
import community.haven.room.Rooms;
import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** What is said in rooms, in one gapless order for each room. */
@ApplicationScoped
public class Conversations {

    private final Guard guard;
    private final Rooms rooms;
    private final Removals removals;
    private final Retractions retractions;
    private final Supports supports;
    private final Pins pins;
    private final ReadingMarks marks;
    private final Limits limits;
    private final GroupCommit commits;

    Conversations(Guard guard, Rooms rooms, Removals removals, Retractions retractions,
            Supports supports, Pins pins, ReadingMarks marks, Limits limits, MessageWriter writer,
            ConversationBus bus,
            ConversationConfig config) {
        this.guard = guard;
        this.rooms = rooms;
        this.removals = removals;
        this.retractions = retractions;
        this.supports = supports;
        this.pins = pins;
        this.marks = marks;
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
}
