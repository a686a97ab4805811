package community.haven.bench;

import java.util.ArrayList;
import java.util.List;

import org.HdrHistogram.Histogram;

/** What has happened since it was last cleared. Faults stay. */
final class Tally {

    private static final long LONGEST_NANOS = 120_000_000_000L;
    private static final int DIGITS = 3;
    private static final int TOLD = 5;

    private final List<String> faults = new ArrayList<>();
    private Histogram latency = new Histogram(LONGEST_NANOS, DIGITS);
    private long saved;
    private long faultCount;
    private Short closeCode;

    void delivered(long nanos) {
        latency.recordValue(Math.min(Math.max(nanos, 0), LONGEST_NANOS));
    }

    void saved() {
        saved++;
    }

    void closed(Short code) {
        closeCode = code;
    }

    void fault(String what) {
        faultCount++;
        if (faults.size() < TOLD) {
            faults.add(what);
        }
    }

    /** What has gathered; begins anew. */
    Gathered take() {
        Gathered gathered = new Gathered(latency, saved);
        latency = new Histogram(LONGEST_NANOS, DIGITS);
        saved = 0;
        return gathered;
    }

    /** The first of them in words, and how many more there were; begins anew. */
    List<String> takeFaults() {
        List<String> told = new ArrayList<>(faults);
        if (faultCount > told.size()) {
            told.add("and " + (faultCount - told.size()) + " more");
        }
        faults.clear();
        faultCount = 0;
        return told;
    }

    /** Of the connection that the server ended last; {@code null} if it ended none, or ended it without a word. */
    Short closeCode() {
        return closeCode;
    }

    /**
     * @param latency from send to receipt, in nanoseconds, one for each delivery
     * @param saved acknowledged messages
     */
    record Gathered(Histogram latency, long saved) {
    }
}
