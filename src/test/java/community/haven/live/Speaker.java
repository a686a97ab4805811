package community.haven.live;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;

import community.haven.testkit.LiveClient;

/** Somebody who always has something to say, and says again what was not saved. */
final class Speaker {

    private static final int AT_ONCE = 6;

    private final String name;
    private final List<UUID> rooms;
    private final Map<String, JsonNode> saved = new ConcurrentHashMap<>();
    private final Set<String> unsaved = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();
    private volatile LiveClient client;
    private volatile boolean talking;

    Speaker(String name, List<UUID> rooms) {
        this.name = name;
        this.rooms = rooms;
    }

    void talk(LiveClient with) {
        client = with;
        talking = true;
        rooms.forEach(room -> with.join(room, null));
        List.copyOf(unsaved).forEach(this::say);
        for (int i = unsaved.size(); i < AT_ONCE; i++) {
            sayNext();
        }
    }

    /** Begins nothing new; what is underway is still seen to its end. */
    void fallSilent() {
        talking = false;
    }

    /** The answers to what was saved, by the text that was said. */
    Map<String, JsonNode> saved() {
        return Map.copyOf(saved);
    }

    boolean hasSaidEverything() {
        return unsaved.isEmpty();
    }

    private void sayNext() {
        if (talking) {
            String text = name + "-" + count.incrementAndGet();
            unsaved.add(text);
            say(text);
        }
    }

    private void say(String text) {
        UUID room = rooms.get(Math.floorMod(text.hashCode(), rooms.size()));
        try {
            client.say(room, text, text).whenCompleteAsync((answer, gone) -> answered(text, answer));
        } catch (CompletionException gone) {
            // The connection ended; it is said again with the next one.
        }
    }

    private void answered(String text, JsonNode answer) {
        if (answer == null) {
            return;
        }
        if (LiveClient.type(answer).equals("saved")) {
            saved.put(text, answer);
            unsaved.remove(text);
            sayNext();
        } else {
            later(answer.path("retryAfterMs").asLong(100)).execute(() -> say(text));
        }
    }

    private static Executor later(long millis) {
        return CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
    }
}
