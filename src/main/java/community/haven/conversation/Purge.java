package community.haven.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import community.haven.room.Rooms;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Deletes what rooms no longer keep, from the oldest end alone, so that what is left has no gap. */
@Singleton
class Purge {

    private static final Logger LOG = Logger.getLogger(Purge.class);

    private final EntryRows rows;
    private final Pins pins;
    private final Rooms rooms;
    private final Clock clock;
    private final int batch;
    private volatile boolean stopping;

    Purge(EntryRows rows, Pins pins, Rooms rooms, Clock clock, ConversationConfig config) {
        this.rows = rows;
        this.pins = pins;
        this.rooms = rooms;
        this.clock = clock;
        this.batch = config.retention().batch();
    }

    /** Not at the very start, when everybody comes back at once. */
    @Scheduled(identity = "conversation-retention", every = "${haven.conversation.retention.every}", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        Map<UUID, Instant> oldest = rows.oldest();
        Map<UUID, Duration> retention = rooms.retention(oldest.keySet());
        // Only asked, not locked: nobody waits because of a room in which there is nothing to do.
        retention.forEach((room, kept) -> {
            if (oldest.get(room).isBefore(beginning(kept))) {
                purge(room);
            }
        });
    }

    void onStop(@Observes ShutdownEvent stop) {
        stopping = true;
    }

    private void purge(UUID room) {
        try {
            while (!stopping && deleteBatch(room) > 0) {
                // each batch is a transaction of its own, and whoever waits to speak comes in between
            }
        } catch (RuntimeException e) {
            // The other rooms have their turn all the same; this one has it again in the next run.
            LOG.warnf("Room %s still has history that it no longer keeps: %s", room, e.getClass().getName());
        }
    }

    private int deleteBatch(UUID room) {
        return QuarkusTransaction.requiringNew().call(() -> {
            // Whoever edits the room takes this lock as well: once a longer time has been saved, it is the one that counts.
            rows.lock(Set.of(room));
            Duration kept = rooms.retention(Set.of(room)).get(room);
            int deleted = rows.deleteOldest(room, beginning(kept), batch);
            pins.endOfGone(room);
            return deleted;
        });
    }

    private Instant beginning(Duration kept) {
        return Instant.now(clock).minus(kept);
    }
}
