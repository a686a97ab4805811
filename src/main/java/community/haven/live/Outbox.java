package community.haven.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

/**
 * What waits for one reader. One message is on its way at a time; what gathers meanwhile goes out as the next one, its
 * frames separated by newlines. That is cheap for a busy reader and leaves a stalled one with a bounded heap.
 */
final class Outbox {

    private final int maxFrames;
    private final long maxBytes;
    private final long joinedBytes;
    private final Deque<Outgoing> waiting = new ArrayDeque<>(4);
    private long bytes;
    private boolean sending;

    Outbox(LiveConfig.Outbox limits) {
        this.maxFrames = limits.frames();
        this.maxBytes = limits.bytes().asLongValue();
        this.joinedBytes = limits.joined().asLongValue();
    }

    /** @return whether there was room for it */
    boolean offer(Outgoing frame) {
        if (waiting.size() >= maxFrames || bytes + frame.bytes() > maxBytes) {
            return false;
        }
        waiting.add(frame);
        bytes += frame.bytes();
        return true;
    }

    /** Whether there is room to spare for what can wait in the database as well. */
    boolean roomy() {
        return waiting.size() < maxFrames / 2 && bytes < maxBytes / 2;
    }

    /** @return what to send now, or {@code null} if nothing waits or the last message is still on its way */
    String next() {
        if (sending || waiting.isEmpty()) {
            return null;
        }
        sending = true;
        String first = take();
        return waiting.isEmpty() ? first : joined(first);
    }

    /** The last message has reached the network. */
    void sent() {
        sending = false;
    }

    /** Forgets what is still waiting of a room that this reader has left. */
    void drop(UUID room) {
        waiting.removeIf(frame -> room.equals(frame.room()));
        bytes = waiting.stream().mapToLong(Outgoing::bytes).sum();
    }

    /** Forgets everything. */
    void clear() {
        waiting.clear();
        bytes = 0;
    }

    private String joined(String first) {
        StringBuilder message = new StringBuilder((int) Math.min(joinedBytes, first.length() + 1 + bytes)).append(first);
        while (!waiting.isEmpty() && message.length() + waiting.peek().bytes() < joinedBytes) {
            message.append('\n').append(take());
        }
        return message.toString();
    }

    private String take() {
        Outgoing frame = waiting.remove();
        bytes -= frame.bytes();
        return frame.text();
    }
}
