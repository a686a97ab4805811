package community.haven.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Pages of what is stored, each read and encoded once for all who ask for it at the same time: whole rooms come back at once.
 */
final class Pages {

    private final Executor readers;
    private final Function<Place, Page> read;
    private final Map<Place, Reading> underWay = new HashMap<>();

    /** @param read blocks; what it throws is what everybody gets */
    Pages(Executor readers, Function<Place, Page> read) {
        this.readers = readers;
        this.read = read;
    }

    /** What was stored after this place at some moment from now on; a full page may have been read a moment ago. */
    synchronized CompletionStage<Page> after(Place place) {
        Reading reading = underWay.get(place);
        if (reading == null) {
            return begun(place).page;
        }
        if (!reading.hasBegun) {
            return reading.page;
        }
        // It may have missed what was stored before it was asked for, at the end of a page. A full page has no such end.
        return reading.page.thenCompose(page -> page.more() ? CompletableFuture.completedStage(page) : after(place));
    }

    private Reading begun(Place place) {
        Reading reading = new Reading();
        underWay.put(place, reading);
        readers.execute(() -> read(place, reading));
        return reading;
    }

    private void read(Place place, Reading reading) {
        synchronized (this) {
            reading.hasBegun = true;
        }
        try {
            Page page = read.apply(place);
            end(place);
            reading.page.complete(page);
        } catch (Throwable failure) {
            end(place);
            reading.page.completeExceptionally(failure);
        }
    }

    /** Before anybody gets it: whoever then needs a newer one must not find this one. */
    private synchronized void end(Place place) {
        underWay.remove(place);
    }

    private static final class Reading {

        private final CompletableFuture<Page> page = new CompletableFuture<>();
        private boolean hasBegun;
    }

    /** A room, and the last number that somebody has of it. */
    record Place(UUID room, long seq) {
    }

    /** @param more whether there may be further rows after these */
    record Page(List<Outgoing> rows, boolean more) {
    }
}
