package community.haven.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jboss.logging.Logger;

import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;
import community.haven.shared.Trouble;

/**
 * Posts wait in a bounded queue; one writer takes everything that is waiting and stores it in one transaction. Nothing
 * waits for company: an idle server commits one message at once, a busy one commits hundreds together.
 * Answers and announcements come after the commit, in order.
 */
final class GroupCommit {

    private static final Logger LOG = Logger.getLogger(GroupCommit.class);
    private static final Duration WATCH = Duration.ofMillis(250);
    private static final Post STOP = new Post(null, null, null, 0, null);

    private final ConversationConfig config;
    private final Function<List<Post>, List<Outcome>> store;
    private final Consumer<List<Entry>> announce;
    private final BlockingQueue<Post> waiting;
    private final Thread writer = new Thread(this::write, "haven-writer");
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(GroupCommit::watcher);
    private volatile List<Post> underway = List.of();
    private volatile boolean open;

    /**
     * @param store stores posts in one transaction and says what became of each, in their order; throws when the
     *        transaction failed
     * @param announce is told what was stored
     */
    GroupCommit(ConversationConfig config, Function<List<Post>, List<Outcome>> store, Consumer<List<Entry>> announce) {
        this.config = config;
        this.store = store;
        this.announce = announce;
        this.waiting = new LinkedBlockingQueue<>(config.queue());
    }

    void start() {
        open = true;
        writer.start();
        watch.scheduleWithFixedDelay(this::giveUpOnTheLate, WATCH.toMillis(), WATCH.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Takes no more, stores what is waiting, and refuses what could not be stored in time. */
    void stop() throws InterruptedException {
        open = false;
        if (waiting.offer(STOP, config.patience().toMillis(), TimeUnit.MILLISECONDS)) {
            writer.join(config.patience().toMillis());
        }
        watch.shutdown();
        refuse(underway);
        refuseTheRest();
    }

    /** Never blocks: a full queue refuses. */
    CompletionStage<Saved> submit(Post post) {
        // Asked again after the offer: what came in while the writer left would otherwise wait for ever.
        if (!open || !waiting.offer(post) || !open) {
            refuse(List.of(post));
        }
        return post.answer();
    }

    private void write() {
        try {
            boolean more = true;
            while (more) {
                List<Post> posts = take();
                more = !posts.remove(STOP);
                // Those who were told to try again must not find later that it was saved after all.
                posts.removeIf(post -> post.answer().isDone());
                underway = posts;
                commit(posts);
                underway = List.of();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open = false;
            refuseTheRest();
        }
    }

    private List<Post> take() throws InterruptedException {
        List<Post> posts = new ArrayList<>();
        posts.add(waiting.take());
        waiting.drainTo(posts, config.batch() - 1);
        return posts;
    }

    private void commit(List<Post> posts) {
        if (posts.isEmpty()) {
            return;
        }
        try {
            publish(posts, store.apply(posts));
        } catch (RuntimeException | Error e) {
            retreat(posts, e);
        }
    }

    private void publish(List<Post> posts, List<Outcome> outcomes) {
        for (int i = 0; i < posts.size(); i++) {
            outcomes.get(i).answer(posts.get(i));
        }
        List<Entry> news = outcomes.stream().flatMap(Outcome::news).toList();
        if (!news.isEmpty()) {
            announce.accept(news);
        }
    }

    /** When it is the posts that do not fit, each is tried alone, so that one bad item does not fail its neighbours. */
    private void retreat(List<Post> posts, Throwable failure) {
        if (Trouble.passes(failure)) {
            LOG.warnf("%d messages were not saved: %s", posts.size(), failure.getClass().getName());
            refuse(posts);
        } else if (posts.size() == 1) {
            LOG.errorf("A message could not be saved: %s", failure.getClass().getName());
            posts.get(0).answer().completeExceptionally(Refusal.of(ErrorCode.INTERNAL));
        } else {
            posts.forEach(post -> commit(List.of(post)));
        }
    }

    private void giveUpOnTheLate() {
        long oldest = System.nanoTime() - config.patience().toNanos();
        refuse(underway.stream().filter(post -> post.since() - oldest < 0).toList());
        refuse(waiting.stream().filter(post -> post != STOP).takeWhile(post -> post.since() - oldest < 0).toList());
    }

    private void refuseTheRest() {
        List<Post> rest = new ArrayList<>();
        waiting.drainTo(rest);
        rest.remove(STOP);
        refuse(rest);
    }

    private static void refuse(List<Post> posts) {
        posts.forEach(post -> post.answer().completeExceptionally(Refusal.later(ErrorCode.UNAVAILABLE, Trouble.PAUSE)));
    }

    private static Thread watcher(Runnable task) {
        Thread thread = new Thread(task, "haven-writer-watch");
        thread.setDaemon(true);
        return thread;
    }
}
