package community.haven.conversation;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

import jakarta.inject.Singleton;

import community.haven.account.Limiter;
import community.haven.account.Person;
import community.haven.account.Rate;
import community.haven.room.Rooms;
import community.haven.shared.Refusal;
import io.quarkus.scheduler.Scheduled;

/** Slows down whoever does very much in one room, and nobody elsewhere: each person has a measure of their own in each room. */
@Singleton
class Limits {

    private final Limiter limiter;
    private final LimitsConfig config;
    private final Rooms rooms;

    Limits(LimitsConfig config, Rooms rooms, Clock clock) {
        // Not the one of the accounts: a lively evening must not push the tries of those who guess out of its memory.
        this.limiter = new Limiter(clock);
        this.config = config;
        this.rooms = rooms;
    }

    /** What is limited. */
    enum To {
        MESSAGES,
        SUPPORT,
        RETRACTIONS;

        /** The name in the headers. */
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Takes one. Asked last, so that what is refused for another reason costs nothing. A transaction that is tried again takes
     * another one; that is rare, and the price is a moment.
     *
     * @throws Refusal {@code too-many-requests}, with the time until the next one
     */
    void take(Person person, UUID room, To what) {
        if (person.isStaff()) {
            return;
        }
        try {
            limiter.take(key(person.id(), room, what), rate(what));
        } catch (Refusal full) {
            // Who looks after a room is asked only here, where it matters: it is a question to the database.
            if (!rooms.moderates(person, room)) {
                throw full;
            }
        }
    }

    int left(Person person, UUID room, To what) {
        return limiter.left(key(person.id(), room, what), rate(what));
    }

    Rate rate(To what) {
        return switch (what) {
            case MESSAGES -> config.messages();
            case SUPPORT -> config.support();
            case RETRACTIONS -> config.retractions();
        };
    }

    /** Nobody is remembered for longer than it takes until all is back. */
    @Scheduled(identity = "conversation-limits", every = "5m")
    void forget() {
        limiter.forgetWhatIsBack();
    }

    private static String key(UUID account, UUID room, To what) {
        return what + " " + account + " " + room;
    }
}
