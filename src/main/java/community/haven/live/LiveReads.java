package community.haven.live;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import community.haven.account.Accounts;
import community.haven.account.Person;
import community.haven.account.Sessions;
import community.haven.conversation.Entry;
import community.haven.conversation.Resumptions;
import community.haven.live.Pages.Page;
import community.haven.live.Pages.Place;
import community.haven.live.protocol.FrameCodec;
import community.haven.room.Rooms;
import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;
import io.quarkus.arc.Arc;

/**
 * What the socket asks the database, away from the event loops. It has threads of its own: if the database hangs, those
 * who come back wait here and not in the pool that pages and health are served from.
 */
@Singleton
class LiveReads {

    private static final Logger LOG = Logger.getLogger(LiveReads.class);

    private final Rooms rooms;
    private final Resumptions resumptions;
    private final Sessions sessions;
    private final Accounts accounts;
    private final FrameCodec codec;
    private final LiveConfig.CatchUp config;
    private final ScheduledThreadPoolExecutor readers;
    private final Pages pages;

    LiveReads(Rooms rooms, Resumptions resumptions, Sessions sessions, Accounts accounts,
            FrameCodec codec, LiveConfig config) {
        this.rooms = rooms;
        this.resumptions = resumptions;
        this.sessions = sessions;
        this.accounts = accounts;
        this.codec = codec;
        this.config = config.catchUp();
        AtomicInteger number = new AtomicInteger();
        this.readers = new ScheduledThreadPoolExecutor(config.catchUp().readers(), task -> {
            Thread thread = Executors.defaultThreadFactory().newThread(task);
            thread.setName("haven-live-reader-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        this.pages = new Pages(readers, place -> inContext(() -> stored(place)));
    }

    /** Checks that the person may read the room and brings the first of what they missed. */
    CompletionStage<Entrance> enter(Person person, UUID room, Long after) {
        return read(() -> {
            Optional<Boolean> named = rooms.appearance(person, room);
            Set<UUID> muted = resumptions.mutedFor(person, room);
            long head = resumptions.head(room);
            return new Entrance(muted, named, head, after == null ? head : after, new Page(List.of(), false));
        }).thenCompose(entrance -> entrance.missedNothing() ? CompletableFuture.completedStage(entrance)
                : pages.after(new Place(room, entrance.after())).thenApply(entrance::with));
    }

    CompletionStage<Page> page(UUID room, long after) {
        return pages.after(new Place(room, after));
    }

    CompletionStage<Sessions.Signed> verify(String token) {
        return read(() -> sessions.verify(token));
    }

    /** The same person as the database knows them by now. */
    CompletionStage<Optional<Person>> person(Person known) {
        return read(() -> accounts.person(known.id(), known.session()));
    }

    /** Does something in the name of somebody, as the database knows them by now. */
    CompletionStage<Void> as(Person known, Consumer<Person> act) {
        return read(() -> {
            act.accept(accounts.person(known.id(), known.session())
                    .orElseThrow(() -> Refusal.of(ErrorCode.SESSION_ENDED)));
            return null;
        });
    }

    void afterPause(Runnable task) {
        readers.schedule(task, config.pause().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether the same may succeed later: everything but a refusal that would stay the same. */
    static boolean isTemporary(Throwable failure) {
        return refusal(failure).code().retryable();
    }

    /** Whether the position to go on from is not there any more. */
    static boolean isGone(Throwable failure) {
        return refusal(failure).code() == ErrorCode.POSITION_GONE;
    }

    /** What to tell the client. Only the place of an unexpected failure is logged, since its message can quote people. */
    static Refusal refusal(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof Refusal refusal) {
            return refusal;
        }
        LOG.errorf("Unexpected %s at %s", cause.getClass().getName(),
                List.of(cause.getStackTrace()).stream().limit(6).toList());
        return Refusal.of(ErrorCode.UNAVAILABLE);
    }

    @PreDestroy
    void stop() {
        readers.shutdownNow();
    }

    private Page stored(Place place) {
        List<Entry> entries = resumptions.after(place.room(), place.seq(), config.page());
        return new Page(entries.stream().map(this::encoded).toList(), entries.size() == config.page());
    }

    private Outgoing encoded(Entry entry) {
        return Outgoing.event(entry, codec);
    }

    private <T> CompletionStage<T> read(Supplier<T> question) {
        return CompletableFuture.supplyAsync(() -> inContext(question), readers);
    }

    private static <T> T inContext(Supplier<T> question) {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            return question.get();
        } finally {
            context.terminate();
        }
    }

    /**
     * @param muted whose words the person does not get here
     * @param named whether others see their name here; empty when they are no member, and not there for anybody
     * @param head the newest number in the room
     * @param after the number to go on from
     * @param first the first events after it
     */
    record Entrance(Set<UUID> muted, Optional<Boolean> named, long head, long after, Page first) {

        boolean missedNothing() {
            return after == head;
        }

        Entrance with(Page read) {
            return new Entrance(muted, named, head, after, read);
        }
    }
}
