package community.haven.conversation;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import community.haven.account.Act;
import community.haven.account.Guard;
import community.haven.account.Person;
import community.haven.room.Rooms;
import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;

/** How people take part in a room beside saying something: they take back their words, support others, and read. */
@ApplicationScoped
public class Participation {

    private final Guard guard;
    private final Rooms rooms;
    private final Retractions retractions;
    private final Supports supports;
    private final ReadingMarks marks;

    Participation(Guard guard, Rooms rooms, Retractions retractions, Supports supports, ReadingMarks marks) {
        this.guard = guard;
        this.rooms = rooms;
        this.retractions = retractions;
        this.supports = supports;
        this.marks = marks;
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

    /**
     * Is no longer with the author of a message in that way; not to have been changes nothing.
     *
     * @throws Refusal as {@link Guard#allow} and {@link Rooms#checkReader} do
     */
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
}
