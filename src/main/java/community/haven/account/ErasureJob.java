package community.haven.account;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import community.haven.account.PersonalTraces.Leaver;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Erases accounts whose time has come: first the account is closed, then each package lets go of what it has, then the
 * account's row goes. The row is what the next run begins with, whatever stopped this one.
 */
@Singleton
class ErasureJob {

    private static final Logger LOG = Logger.getLogger(ErasureJob.class);

    private final Erasures erasures;
    private final List<PersonalTraces> traces;
    private final Limiter limiter;
    private final int batch;
    private volatile boolean stopping;

    ErasureJob(Erasures erasures, @All List<PersonalTraces> traces, Limiter limiter, ErasureConfig config) {
        this.erasures = erasures;
        this.traces = traces;
        this.limiter = limiter;
        this.batch = config.batch();
    }

    @Scheduled(identity = "account-erasure", every = "${haven.account.erasure.every:1m}", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        erasures.due().forEach(this::erase);
        // Names in the keys of counted tries are traces as well.
        limiter.forgetWhatIsBack();
    }

    void onStop(@Observes ShutdownEvent stop) {
        stopping = true;
    }

    private void erase(UUID account) {
        try {
            Leaver leaver = erasures.begin(account);
            if (leaver != null && traces.stream().allMatch(part -> eraseAll(part, leaver))) {
                erasures.end(account);
            }
        } catch (RuntimeException e) {
            // The others have their turn all the same; this one has it again in the next run.
            LOG.warnf("An account is not yet erased: %s", e.getClass().getName());
        }
    }

    /** False when there was no time to come to the end. */
    private boolean eraseAll(PersonalTraces part, Leaver leaver) {
        while (!stopping && part.erasePart(leaver, batch)) {
            // each portion is a transaction of its own, and whoever waits to speak comes in between
        }
        return !stopping;
    }
}
