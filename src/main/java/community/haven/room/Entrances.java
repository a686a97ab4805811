package community.haven.room;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import community.haven.account.Act;
import community.haven.account.Guard;
import community.haven.account.Limiter;
import community.haven.account.Person;
import community.haven.notice.News;
import community.haven.notice.NoticeKind;
import community.haven.room.RoomPolicy.Way;
import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;
import community.haven.text.Written;

/**
 * How people come into rooms and leave them. Whoever does holds the room's row to commit: the last place goes to one person.
 */
@ApplicationScoped
public class Entrances {

    static final int MAX_NOTE = 500;

    private final Guard guard;
    private final RoomSight sight;
    private final TieRows ties;
    private final RequestRows requests;
    private final Places places;
    private final RaidGuard raids;
    private final Keepers keepers;
    private final Limiter limiter;
    private final RoomConfig.Limits limits;
    private final Clock clock;

    Entrances(Guard guard, RoomSight sight, TieRows ties, RequestRows requests, Places places, RaidGuard raids, Keepers keepers,
            Limiter limiter, RoomConfig config, Clock clock) {
        this.guard = guard;
        this.sight = sight;
        this.ties = ties;
        this.requests = requests;
        this.places = places;
        this.raids = raids;
        this.keepers = keepers;
        this.limiter = limiter;
        this.limits = config.limits();
        this.clock = clock;
    }

    /**
     * Joins a room; joining again changes nothing.
     *
     * @throws Refusal {@code not-found}, {@code room-archived}, {@code room-closed-to-newcomers}, {@code removed-from-room},
     *         {@code room-by-request}, {@code room-full}, {@code too-many-requests}
     */
    @Transactional
    public RoomView join(Person person, UUID id) {
        guard.allow(person, Act.JOIN_ROOM);
        Room room = sight.locked(person, id);
        Tie tie = ties.of(new Membership(id, person.id()));
        if (!tie.member()) {
            checkRate(person, id);
            RoomPolicy.checkJoin(room.door(), tie.removal() != null, person.isStaff(), Instant.now(clock));
            places.moveUp(room);
            if (!comesIn(room, person)) {
                throw Refusal.of(ErrorCode.ROOM_FULL);
            }
        }
        return sight.view(room, person);
    }

    /**
     * Asks to come in. Where the door is open this is to join, or to stand in line for a place; elsewhere those who look
     * after the room decide. Asking again changes nothing but the note.
     *
     * @param rawNote up to 500 characters for those who decide, or {@code null}
     * @throws Refusal {@code not-found}, {@code room-archived}, {@code room-closed-to-newcomers}, {@code invalid},
     *         {@code too-many-requests}
     */
    @Transactional
    public RoomView ask(Person person, UUID id, String rawNote) {
        guard.allow(person, Act.ASK_TO_JOIN);
        String note = Written.optionalBlock("note", rawNote, MAX_NOTE);
        if (note != null) {
            guard.allow(person, Act.ASK_WITH_WORDS);
        }
        Room room = sight.locked(person, id);
        Membership who = new Membership(id, person.id());
        Tie tie = ties.of(who);
        if (tie.belonging() == Belonging.NONE) {
            checkRate(person, id);
            askFirst(room, person, tie, note);
        } else if (tie.belonging() == Belonging.ASKED && note != null) {
            requests.write(who, note);
        } else if (tie.belonging() == Belonging.WAITING) {
            places.moveUp(room);
        }
        return sight.view(room, person);
    }

    /** Asks no more. Where nothing was asked for, nothing changes. */
    @Transactional
    public void takeBack(Person person, UUID id) {
        guard.allow(person, Act.TAKE_BACK_REQUEST);
        sight.locked(person, id);
        requests.remove(new Membership(id, person.id()));
    }

    /** Leaving a room one has not joined changes nothing. */
    @Transactional
    public void leave(Person person, UUID id) {
        guard.allow(person, Act.LEAVE_ROOM);
        places.take(sight.locked(person, id), person.id());
    }

    /** How often one person may try the door of one room, as a header announces it. */
    String policy() {
        return limits.joins().policy("joins");
    }

    private void checkRate(Person person, UUID room) {
        if (!person.isStaff()) {
            limiter.take("join " + room + " " + person.id(), limits.joins());
        }
    }

    private void askFirst(Room room, Person person, Tie tie, String note) {
        Instant now = Instant.now(clock);
        Membership who = new Membership(room.id, person.id());
        if (RoomPolicy.way(room.door(), tie.removal() != null, person.isStaff(), now) == Way.BY_REQUEST) {
            requests.add(new Request(who, Belonging.ASKED, note, now));
            keepers.tellOnce(News.of(NoticeKind.ROOM_ASKED, room.id, room.name));
            return;
        }
        places.moveUp(room);
        // A note is for those who decide, and here nobody does.
        if (!comesIn(room, person)) {
            requests.add(new Request(who, Belonging.WAITING, null, now));
        }
    }

    private boolean comesIn(Room room, Person person) {
        if (!places.areFree(room)) {
            return false;
        }
        places.give(room, person.id(), !person.isStaff());
        raids.cameIn(room);
        return true;
    }
}
