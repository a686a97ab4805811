package community.haven.live;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.jboss.logging.Logger;

/**
 * The connections of one event loop. Other threads reach them through {@link #execute} alone: one hand-over for all that
 * is to be done, however many rooms and readers it concerns, and one message for each reader at its end.
 */
final class LiveLoop {

    private static final Logger LOG = Logger.getLogger(LiveLoop.class);
    /** So many tasks in one go, then the loop may see to its sockets. */
    private static final int TURN = 2_048;

    private final Executor loop;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean awake = new AtomicBoolean();
    private final Map<UUID, Set<LiveConnection>> people = new HashMap<>();
    private final Map<UUID, Set<LiveRoom>> listeners = new HashMap<>();
    private final Set<LiveConnection> unflushed = new LinkedHashSet<>();
    private boolean inTurn;

    LiveLoop(Executor loop) {
        this.loop = loop;
    }

    /** From any thread. Tasks of one thread run in their order. */
    void execute(Runnable task) {
        tasks.add(task);
        wake();
    }

    void opened(LiveConnection connection) {
        people.computeIfAbsent(connection.account(), account -> new LinkedHashSet<>()).add(connection);
    }

    void closed(LiveConnection connection) {
        remove(people, connection.account(), connection);
        unflushed.remove(connection);
    }

    void listens(LiveRoom room) {
        listeners.computeIfAbsent(room.id(), id -> new LinkedHashSet<>()).add(room);
    }

    void listensNoMore(LiveRoom room) {
        remove(listeners, room.id(), room);
    }

    void announce(List<Outgoing> events) {
        for (Outgoing event : events) {
            forListeners(event.room(), room -> room.announced(event));
        }
    }

    void forListeners(UUID room, Consumer<LiveRoom> act) {
        // Copied, since a reader who is too slow is taken out on the way.
        List.copyOf(listeners.getOrDefault(room, Set.of())).forEach(act);
    }

    void forPerson(UUID account, Consumer<LiveConnection> act) {
        List.copyOf(people.getOrDefault(account, Set.of())).forEach(act);
    }

    void forEverybody(Consumer<LiveConnection> act) {
        List.copyOf(people.keySet()).forEach(account -> forPerson(account, act));
    }

    boolean isEmpty() {
        return people.isEmpty();
    }

    /** What this connection has waiting goes out at the end of this turn, or of one of its own. */
    void flushLater(LiveConnection connection) {
        unflushed.add(connection);
        if (!inTurn) {
            wake();
        }
    }

    private void turn() {
        // Before the first task is taken: one that is added from here on wakes the loop again.
        awake.set(false);
        inTurn = true;
        int taken = 0;
        for (Runnable task = tasks.poll(); task != null; task = ++taken < TURN ? tasks.poll() : null) {
            run(task);
        }
        flush();
        inTurn = false;
        if (taken == TURN) {
            wake();
        }
    }

    private void wake() {
        if (awake.compareAndSet(false, true)) {
            loop.execute(this::turn);
        }
    }

    private void flush() {
        List<LiveConnection> ready = List.copyOf(unflushed);
        unflushed.clear();
        ready.forEach(connection -> run(connection::flush));
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            // One connection's trouble must not keep the others of its loop from their messages.
            LOG.errorf("Unexpected %s at %s", e.getClass().getName(), e.getStackTrace()[0]);
        }
    }

    private static <T> void remove(Map<UUID, Set<T>> index, UUID key, T value) {
        index.computeIfPresent(key, (id, values) -> {
            values.remove(value);
            return values.isEmpty() ? null : values;
        });
    }
}
