package community.haven.conversation;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import community.haven.account.Act;
import community.haven.account.Guard;
import community.haven.account.Person;
import community.haven.guidelines.RemovalRequest;
import community.haven.guidelines.RestorationRequest;
import community.haven.room.Rooms;
import community.haven.shared.Refusal;

/** What those who look after a room do about what was said there. */
@ApplicationScoped
public class Interventions {

    private final Guard guard;
    private final Rooms rooms;
    private final Removals removals;
    private final Pins pins;

    Interventions(Guard guard, Rooms rooms, Removals removals, Pins pins) {
        this.guard = guard;
        this.rooms = rooms;
        this.removals = removals;
        this.pins = pins;
    }

    /**
     * Takes a message out of sight. Its author, hosts and staff go on seeing it, with the grounds.
     *
     * @return the message as this person sees it now
     * @throws Refusal {@code already-removed}, {@code invalid}, and as {@link Rooms#checkModerator} does
     */
    @Transactional
    public Entry remove(Person person, UUID room, long seq, RemovalRequest request) {
        rooms.checkModerator(person, room);
        return removals.remove(person, room, seq, request);
    }

    /**
     * Shows a removed message again.
     *
     * @return the message as this person sees it now
     * @throws Refusal {@code not-removed}, {@code invalid}, and as {@link Rooms#checkModerator} does
     */
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
}
