package community.haven.conversation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

/**
 * Tells listeners what has been committed. It may lose, repeat or reorder: the database is the only truth, and a
 * listener that sees a hole in a room's order reads what is missing with {@link Resumptions#after}.
 */
@Singleton
public class ConversationBus {

    private static final Logger LOG = Logger.getLogger(ConversationBus.class);

    private final List<Consumer<List<Entry>>> listeners = new CopyOnWriteArrayList<>();

    /**
     * @param listener gets the entries of one commit, each room's in ascending order; called on the thread that
     *        committed, so it must hand over quickly
     */
    public void listen(Consumer<List<Entry>> listener) {
        listeners.add(listener);
    }

    void announce(List<Entry> committed) {
        for (Consumer<List<Entry>> listener : listeners) {
            try {
                listener.accept(committed);
            } catch (RuntimeException e) {
                // What is saved is saved: a failing listener must not make its author believe otherwise.
                LOG.errorf("A listener failed with %s", e.getClass().getName());
            }
        }
    }
}
