package community.haven.account;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;
import community.haven.shared.Trouble;

/**
 * Several who want equal names wait for one another in the database's keys; it lets one of them go on and gives the others up.
 * They are not refused for it, but try again.
 */
final class Deadlocks {

    private static final Logger LOG = Logger.getLogger(Deadlocks.class);
    private static final int MAX_TRIES = 8;
    /** Doubled with each try, and taken at random, so that those who met do not meet again. Together a second at most. */
    private static final int FIRST_PAUSE_MILLIS = 4;

    private Deadlocks() {
    }

    /**
     * @param transaction begins and ends one of its own
     * @throws Refusal {@code unavailable} when it was given up each time
     */
    static <T> T retried(Supplier<T> transaction) {
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            try {
                return transaction.get();
            } catch (RuntimeException e) {
                if (!Trouble.isTie(e)) {
                    throw e;
                }
                LOG.debug("Once more, after a deadlock");
                pause(FIRST_PAUSE_MILLIS << tries);
            }
        }
        throw Refusal.later(ErrorCode.UNAVAILABLE, Duration.ofSeconds(1));
    }

    private static void pause(int atMostMillis) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(atMostMillis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
