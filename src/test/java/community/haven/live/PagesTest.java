package community.haven.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import community.haven.live.Pages.Page;
import community.haven.live.Pages.Place;

class PagesTest {

    private static final Place PLACE = new Place(UUID.randomUUID(), 40);

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Pages pages = new Pages(waiting::add, this::read);
    private boolean full;
    private int reads;
    private Runnable meanwhile = () -> {
        // nothing happens while it is read
    };

    @Test
    void shouldReadOnceForAllWhoAskBeforeItBegins() {
        CompletableFuture<Page> first = ask(PLACE);
        CompletableFuture<Page> second = ask(PLACE);
        readAll();
        assertThat(reads).isEqualTo(1);
        assertThat(first.join()).isSameAs(second.join());
    }

    @Test
    void shouldReadEachPlaceByItself() {
        ask(PLACE);
        ask(new Place(PLACE.room(), 41));
        ask(new Place(UUID.randomUUID(), 40));
        readAll();
        assertThat(reads).isEqualTo(3);
    }

    @Test
    void shouldReadAnewForWhoAsksLater() {
        ask(PLACE);
        readAll();
        CompletableFuture<Page> later = ask(PLACE);
        assertThat(later).isNotDone();
        readAll();
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void shouldShareAFullPageWithWhoAsksWhileItIsRead() {
        full = true;
        CompletableFuture<Page> second = askWhileReading();
        assertThat(second.join().more()).isTrue();
        assertThat(reads).isEqualTo(1);
    }

    @Test
    void shouldReadTheEndAnewForWhoAsksWhileItIsRead() {
        CompletableFuture<Page> second = askWhileReading();
        assertThat(second).isNotDone();
        readAll();
        assertThat(second.join().more()).isFalse();
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void shouldTellAllOfAFailureAndReadAnewThen() {
        meanwhile = () -> {
            throw new IllegalStateException("the database is away");
        };
        CompletableFuture<Page> first = ask(PLACE);
        CompletableFuture<Page> second = ask(PLACE);
        readAll();
        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompletedExceptionally();
        meanwhile = () -> {
            // it is back
        };
        CompletableFuture<Page> later = ask(PLACE);
        readAll();
        assertThat(later).isCompleted();
    }

    private CompletableFuture<Page> askWhileReading() {
        List<CompletableFuture<Page>> second = new ArrayList<>();
        meanwhile = () -> {
            if (second.isEmpty()) {
                second.add(ask(PLACE));
            }
        };
        ask(PLACE);
        waiting.remove().run();
        return second.get(0);
    }

    private CompletableFuture<Page> ask(Place place) {
        return pages.after(place).toCompletableFuture();
    }

    private void readAll() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private Page read(Place place) {
        reads++;
        meanwhile.run();
        return new Page(List.of(), full);
    }
}
