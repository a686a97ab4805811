package community.haven.meeting;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Takes sessions further as time goes by. Each is a transaction of its own that looks again under the lock, so several servers
 * may do this at once, and after a standstill everything is where it should be.
 */
@Singleton
class MeetingClock {

    private static final Logger LOG = Logger.getLogger(MeetingClock.class);
    private static final int BATCH = 200;

    private final MeetingRows rows;
    private final Progress progress;
    private final MeetingPolicy policy;
    private final Clock clock;
    private volatile boolean stopping;

    MeetingClock(MeetingRows rows, Progress progress, MeetingConfig config, Clock clock) {
        this.rows = rows;
        this.progress = progress;
        this.policy = new MeetingPolicy(config);
        this.clock = clock;
    }

    @Scheduled(identity = "meeting-clock", every = "${haven.meeting.every:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        rows.due(clock.instant(), BATCH).stream().takeWhile(id -> !stopping).forEach(this::look);
    }

    void onStop(@Observes ShutdownEvent stop) {
        stopping = true;
    }

    private void look(UUID id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> advance(id));
        } catch (RuntimeException e) {
            // The others have their turn all the same; this one has it again in the next run.
            LOG.warnf("Session %s is not yet where it should be: %s", id, e.getClass().getName());
        }
    }

    private void advance(UUID id) {
        Meeting before = rows.locked(id);
        progress.take(before, before.with(policy.at(before.course(), clock.instant())));
    }
}
