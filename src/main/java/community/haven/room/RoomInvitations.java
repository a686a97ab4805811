package community.haven.room;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.annotation.JsonInclude;

import community.haven.account.Accounts;
import community.haven.account.Act;
import community.haven.account.Guard;
import community.haven.account.Limiter;
import community.haven.account.OneTimeCode;
import community.haven.account.Person;
import community.haven.account.TimeCursor;
import community.haven.audit.Audit;
import community.haven.room.RoomInvitationRows.Row;
import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Page;
import community.haven.shared.Refusal;
import community.haven.text.Written;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Codes by which people come into a room. Only their hashes are kept. */
@ApplicationScoped
public class RoomInvitations {

    private static final int MOST_USES = 50;
    private static final int MOST_DAYS = 30;
    private static final int LONGEST_NOTE = 200;
    /** Of five bits each: nobody goes through 2^80 codes, and it can be copied by hand. */
    private static final int LETTERS = 16;
    /** So long one that is over can still be seen by those who wonder what became of it. */
    private static final Duration SEEN_AFTERWARDS = Duration.ofDays(30);

    private final Guard guard;
    private final Rooms rooms;
    private final RoomSight sight;
    private final TieRows ties;
    private final RoomInvitationRows rows;
    private final Places places;
    private final RequestRows requests;
    private final Accounts accounts;
    private final Limiter limiter;
    private final RoomConfig.Limits limits;
    private final Audit audit;
    private final Clock clock;

    RoomInvitations(Guard guard, Rooms rooms, RoomSight sight, TieRows ties, RoomInvitationRows rows, Places places,
            RequestRows requests, Accounts accounts, Limiter limiter, RoomConfig config, Audit audit, Clock clock) {
        this.guard = guard;
        this.rooms = rooms;
        this.sight = sight;
        this.ties = ties;
        this.rows = rows;
        this.places = places;
        this.requests = requests;
        this.accounts = accounts;
        this.limiter = limiter;
        this.limits = config.limits();
        this.audit = audit;
        this.clock = clock;
    }

    /** The code is in the answer, this once. */
    @Transactional
    public Made make(Person person, UUID room, Integer uses, Integer days, String note) {
        rooms.checkModerator(person, room);
        int people = within("uses", uses, MOST_USES);
        Duration life = Duration.ofDays(within("days", days, MOST_DAYS));
        String code = OneTimeCode.random(LETTERS);
        Instant now = Instant.now(clock);
        Row row = new Row(UUID.randomUUID(), room, people, Written.optionalLine("note", note, LONGEST_NOTE), person.id(), now,
                now.plus(life));
        rows.add(row, OneTimeCode.hash(code));
        audit.record(person.id(), "room-invitation-made", subject(row), null);
        return new Made(code, View.of(row, person.handle()));
    }

    /** The newest first. */
    @Transactional
    public Page<View> list(Person person, UUID room, String cursor, int limit) {
        rooms.checkModerator(person, room);
        TimeCursor from = TimeCursor.decode(cursor, TimeCursor.END);
        List<Row> found = rows.before(room, from.at(), from.id(), limit + 1);
        List<Row> page = found.subList(0, Math.min(limit, found.size()));
        Map<UUID, String> makers = accounts.allHandles(page.stream().map(Row::maker).distinct().toList());
        return new Page<>(page.stream().map(row -> View.of(row, makers.get(row.maker()))).toList(),
                found.size() > limit ? TimeCursor.encode(page.get(limit - 1).createdAt(), page.get(limit - 1).id()) : null);
    }

    /** Nobody comes in by it any more. Whoever did stays. */
    @Transactional
    public void withdraw(Person person, UUID room, UUID id) {
        rooms.checkModerator(person, room);
        if (!rows.remove(room, id)) {
            throw Refusal.of(ErrorCode.NOT_FOUND);
        }
        audit.record(person.id(), "room-invitation-withdrawn", "room:" + room + "/invitation:" + id, null);
    }

    /**
     * Comes into the room of an invitation, or stands in line there. Whoever is in it or in line already uses nothing up.
     *
     * @throws Refusal {@code invitation-not-good}, whether it never was, is used up or is over; {@code removed-from-room},
     *         {@code room-archived}, {@code too-many-requests}
     */
    @Transactional
    public RoomView accept(Person person, String code) {
        guard.allow(person, Act.JOIN_ROOM);
        if (code == null || code.isBlank()) {
            throw Refusal.invalid("code", Reason.MISSING);
        }
        String tries = "room-invitation " + person.id();
        limiter.take(tries, limits.invitations());
        Row invitation = code.length() > OneTimeCode.MAX_TYPED ? null : rows.of(OneTimeCode.hash(code)).orElse(null);
        if (invitation == null) {
            throw Refusal.of(ErrorCode.INVITATION_NOT_GOOD);
        }
        Room room = sight.locked(invitation.room());
        comeIn(room, person, invitation);
        limiter.forget(tries);
        return sight.view(room, person);
    }

    @Scheduled(identity = "old-room-invitations", every = "6h", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void forgetOld() {
        rows.forgetBefore(Instant.now(clock).minus(SEEN_AFTERWARDS));
    }

    private void comeIn(Room room, Person person, Row invitation) {
        Membership who = new Membership(room.id, person.id());
        Tie tie = ties.of(who);
        if (tie.member() || tie.belonging() == Belonging.WAITING) {
            return;
        }
        Instant now = Instant.now(clock);
        // Before anything is said about the room: to others a code that is over is like any wrong one.
        if (!rows.use(invitation.id(), now)) {
            throw Refusal.of(ErrorCode.INVITATION_NOT_GOOD);
        }
        RoomPolicy.checkInvited(room.state, tie.removal() != null);
        places.moveUp(room);
        if (places.areFree(room)) {
            places.give(room, person.id(), false);
        } else if (tie.belonging() == Belonging.ASKED) {
            requests.putInLine(who);
        } else {
            requests.add(new Request(who, Belonging.WAITING, null, now));
        }
    }

    private static int within(String field, Integer number, int most) {
        if (number == null) {
            throw Refusal.invalid(field, Reason.MISSING);
        }
        if (number < 1) {
            throw Refusal.invalid(field, Reason.TOO_SMALL, 1);
        }
        if (number > most) {
            throw Refusal.invalid(field, Reason.TOO_LARGE, most);
        }
        return number;
    }

    private static String subject(Row row) {
        return "room:" + row.room() + "/invitation:" + row.id();
    }

    /** A new invitation, with the code that is shown this once. */
    public record Made(String code, View invitation) {

        @Override
        public String toString() {
            return "Made[" + invitation + "]";
        }
    }

    /**
     * @param usesLeft how many people may still come in by it
     * @param expiresAt from then on nobody may
     * @param maker the name of who made it
     * @param note absent when nothing was noted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(UUID id, int usesLeft, Instant createdAt, Instant expiresAt, String maker, String note) {

        static View of(Row row, String maker) {
            return new View(row.id(), row.usesLeft(), row.createdAt(), row.expiresAt(), maker, row.note());
        }

        @Override
        public String toString() {
            return "View[" + id + "]";
        }
    }
}
