package community.haven.live;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Sessions that ended lately. Closes the gap between the check of a token and the moment the connection is known: a
 * sign-out in between finds no connection to close.
 */
final class EndedSessions {

    private static final int KEPT = 10_000;

    private final Map<UUID, Boolean> sessions = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > KEPT;
        }
    };

    synchronized void add(UUID session) {
        sessions.put(session, true);
    }

    synchronized boolean contains(UUID session) {
        return sessions.containsKey(session);
    }
}
