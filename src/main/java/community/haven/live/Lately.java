package community.haven.live;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The ids of what ended or changed lately. Closes the gap between the check of a token and the moment the connection is known:
 * a sign-out or a measure in between finds no connection to close.
 */
final class Lately {

    private static final int KEPT = 10_000;

    private final Map<UUID, Boolean> ids = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > KEPT;
        }
    };

    synchronized void add(UUID id) {
        ids.put(id, true);
    }

    synchronized boolean contains(UUID id) {
        return ids.containsKey(id);
    }
}
