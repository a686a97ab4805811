package community.haven.account;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import jakarta.inject.Singleton;

import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;

/**
 * Counts tries in memory, for this node alone. Of each key it keeps one number: the time at which all its tries will be
 * back (the generic cell rate algorithm).
 */
@Singleton
public class Limiter {

    private static final int MAX_KEYS = 100_000;

    private final ConcurrentMap<String, Long> backAt = new ConcurrentHashMap<>();
    private final Clock clock;

    public Limiter(Clock clock) {
        this.clock = clock;
    }

    /**
     * Takes one try.
     *
     * @throws Refusal {@code too-many-requests}, with the time until the next one is free
     */
    public void take(String key, Rate rate) {
        take(key, rate, ErrorCode.TOO_MANY_REQUESTS);
    }

    /**
     * Takes one try.
     *
     * @throws Refusal with this code, and the time until the next one is free
     */
    void take(String key, Rate rate, ErrorCode code) {
        makeRoom();
        long now = clock.millis();
        backAt.compute(key, (same, before) -> taken(before == null ? now : before, now, rate, code));
    }

    /** How many tries are left just now. */
    public int left(String key, Rate rate) {
        long free = rate.within().toMillis() - Math.max(0, backAt.getOrDefault(key, 0L) - clock.millis());
        return (int) Math.max(0, free / Math.max(1, rate.each().toMillis()));
    }

    /** Takes one try, for where a refusal would tell something: false when there is none left. */
    boolean has(String key, Rate rate) {
        try {
            take(key, rate);
            return true;
        } catch (Refusal e) {
            return false;
        }
    }

    /** All tries are back, since the last one was a good one. */
    public void forget(String key) {
        backAt.remove(key);
    }

    /** Keeps nothing of those who have all their tries back. */
    public void forgetWhatIsBack() {
        long now = clock.millis();
        backAt.values().removeIf(back -> back <= now);
    }

    /** A refused try costs nothing, since the refusal leaves the number as it was: knocking does not push the door away. */
    private static long taken(long before, long now, Rate rate, ErrorCode code) {
        long after = Math.max(before, now) + Math.max(1, rate.each().toMillis());
        long tooEarly = after - now - rate.within().toMillis();
        if (tooEarly > 0) {
            throw Refusal.later(code, Duration.ofMillis(tooEarly));
        }
        return after;
    }

    private void makeRoom() {
        if (backAt.size() < MAX_KEYS) {
            return;
        }
        forgetWhatIsBack();
        // Forgetting all for once lets some guesses through; turning newcomers away would let anybody close the door to all.
        if (backAt.size() >= MAX_KEYS) {
            backAt.clear();
        }
    }
}
