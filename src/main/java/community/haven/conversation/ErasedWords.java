package community.haven.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import community.haven.account.PersonalTraces;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Takes the words of somebody who is erased out of rooms, and tells those who are there to let go of them too. */
@Singleton
class ErasedWords implements PersonalTraces {

    /** As many numbers as one event has room for. */
    private static final int MAX_TARGETS = 200;

    private final EntryRows rows;
    private final Pins pins;
    private final Event<Announcement> announcements;
    private final Clock clock;

    ErasedWords(EntryRows rows, Pins pins, Event<Announcement> announcements, Clock clock) {
        this.rows = rows;
        this.pins = pins;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Override
    public boolean erasePart(Leaver leaver, int limit) {
        return QuarkusTransaction.requiringNew().call(() -> {
            boolean found = rows.roomWithWordsOf(leaver.account()).map(room -> {
                erase(leaver, room, Math.min(limit, MAX_TARGETS));
                return true;
            }).orElse(false);
            if (!found) {
                rows.forgetStaff(leaver.account());
            }
            return found;
        });
    }

    private void erase(Leaver leaver, UUID room, int limit) {
        rows.lock(Set.of(room));
        // Asked under the lock: another server may have been here meanwhile.
        List<Long> targets = rows.saidBy(leaver.account(), room, limit);
        if (!targets.isEmpty()) {
            rows.erase(room, targets, leaver.line());
            Entry.Erasure erasure = new Entry.Erasure(room, rows.next(room), Instant.now(clock), targets, leaver.line());
            rows.addErasure(erasure);
            announcements.fire(new Announcement(List.of(erasure)));
            pins.endOf(room, targets);
        }
    }
}
