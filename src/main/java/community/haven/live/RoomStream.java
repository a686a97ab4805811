package community.haven.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;

/**
 * One reader's way through one room's order: first what is stored, then what happens, every number once and in turn.
 * <p>
 * Only {@code last + 1} is ever forwarded. Whatever else is announced waits in {@code ahead}, and a hole is closed by
 * reading the database, so announcements may be lost, repeated or reordered.
 */
final class RoomStream {

    /** What a stream needs around it. */
    interface Port {

        /** Asks for what is stored after a number, to be answered by {@link RoomStream#stored}; asked once at a time. */
        void read(long after);

        /** Whether the reader can take more of what could wait as well. */
        boolean roomy();

        void forward(Outgoing event);

        void caughtUp(long seq);
    }

    private final Port port;
    private final int maxAhead;
    private final Deque<Outgoing> rows = new ArrayDeque<>(0);
    private final TreeMap<Long, Outgoing> ahead = new TreeMap<>();
    private long last;
    /** The highest number announced before the running read began: whatever is not stored up to there never will be. */
    private long known;
    private boolean begun;
    private boolean reading;
    private boolean more;
    private boolean caughtUp;
    private boolean ended;

    RoomStream(Port port, int maxAhead) {
        this.port = port;
        this.maxAhead = maxAhead;
    }

    /**
     * Sets out. Events that were announced before this moment have been kept.
     *
     * @param after the last number that the reader has
     * @param read the first rows after it
     * @param more whether there may be further rows after these
     */
    void begin(long after, List<Outgoing> read, boolean more) {
        last = after;
        begun = true;
        stored(read, more);
    }

    /** Something has just been committed. */
    void announced(Outgoing event) {
        if (ended || begun && event.seq() <= last) {
            return;
        }
        if (isLive() && event.seq() == last + 1) {
            forward(event);
            return;
        }
        ahead.put(event.seq(), event);
        if (ahead.size() > maxAhead) {
            // The oldest goes, not the newest: what is left then shows the hole, and the hole is read.
            ahead.pollFirstEntry();
        }
        advance();
    }

    /** @param more whether there may be further rows after these */
    void stored(List<Outgoing> read, boolean more) {
        reading = false;
        this.more = more;
        rows.addAll(read);
        advance();
    }

    /** Goes on as far as the reader can take it. */
    void advance() {
        while (begun && !reading && !ended && port.roomy() && step()) {
            // each step forwards one event or begins a read
        }
    }

    /** Nothing is forwarded any more. */
    void end() {
        ended = true;
        rows.clear();
        ahead.clear();
    }

    boolean hasEnded() {
        return ended;
    }

    private boolean step() {
        if (!rows.isEmpty()) {
            forward(rows.remove());
            return true;
        }
        if (more) {
            return read();
        }
        last = Math.max(last, known);
        if (!caughtUp) {
            caughtUp = true;
            port.caughtUp(last);
        }
        ahead.headMap(last, true).clear();
        if (ahead.isEmpty()) {
            return false;
        }
        if (ahead.firstKey() == last + 1) {
            forward(ahead.pollFirstEntry().getValue());
            return true;
        }
        return read();
    }

    private boolean read() {
        reading = true;
        known = ahead.isEmpty() ? 0 : ahead.lastKey();
        port.read(last);
        return true;
    }

    private void forward(Outgoing event) {
        last = event.seq();
        port.forward(event);
    }

    private boolean isLive() {
        return caughtUp && !reading && !more && rows.isEmpty() && ahead.isEmpty();
    }
}
