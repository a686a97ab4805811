package community.haven.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Does something at the end of a token's life, which a fresh token puts off. */
final class Expiry {

    /** Runs something later, on the event loop that asked. */
    interface Timer {

        /** @return what calls it off */
        Runnable after(Duration wait, Runnable act);
    }

    private final Clock clock;
    private final Timer timer;
    private final Runnable act;
    private Instant at;
    private Runnable callOff = () -> {
    };

    Expiry(Clock clock, Timer timer, Runnable act) {
        this.clock = clock;
        this.timer = timer;
        this.act = act;
    }

    Instant at() {
        return at;
    }

    void moveTo(Instant end) {
        cancel();
        at = end;
        callOff = timer.after(Duration.between(clock.instant(), end), act);
    }

    void cancel() {
        callOff.run();
    }
}
