package community.haven.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;

/** The one event loop on which all members live, and the way to it from the thread that steers. */
final class Load implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration SHORTER = Duration.ofSeconds(60);
    private static final long LOOK_AGAIN_MILLIS = 1;
    private static final int LARGEST = 1 << 20;
    private static final int MANY = 100_000;
    private static final int NARROW = 4_096;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Context loop = vertx.getOrCreateContext();
    private final WebSocketClient client;
    private final WebSocketClient narrow;
    private final String origin;
    private final Tally tally = new Tally();
    private long keys;

    Load(URI server) {
        origin = server.toString();
        client = vertx.createWebSocketClient(options(server));
        WebSocketClientOptions small = options(server);
        small.setReceiveBufferSize(NARROW);
        narrow = vertx.createWebSocketClient(small);
    }

    private static WebSocketClientOptions options(URI server) {
        return new WebSocketClientOptions().setMaxConnections(MANY)
                .setDefaultHost(server.getHost()).setDefaultPort(server.getPort())
                .setMaxFrameSize(LARGEST).setMaxMessageSize(LARGEST);
    }

    Tally tally() {
        return tally;
    }

    Vertx vertx() {
        return vertx;
    }

    long nextKey() {
        return keys++;
    }

    Future<WebSocket> connect(WebSocketConnectOptions options) {
        return client.connect(options.addHeader("Origin", origin));
    }

    /** With so little room on its way that a server notices soon who reads no more; systems keep megabytes otherwise. */
    Future<WebSocket> connectNarrowly(WebSocketConnectOptions options) {
        return narrow.connect(options.addHeader("Origin", origin));
    }

    /** From any other thread: does something on the event loop and waits for what comes of it. */
    <T> T ask(Supplier<Future<T>> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        loop.runOnContext(turn -> question.get().onSuccess(answer::complete).onFailure(answer::completeExceptionally));
        return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    void tell(Runnable act) {
        ask(() -> {
            act.run();
            return Future.succeededFuture();
        });
    }

    /** Waits until something is so, or patience ends; it is looked at on the event loop. */
    boolean await(BooleanSupplier condition) {
        return ask(() -> {
            Promise<Boolean> met = Promise.promise();
            long deadline = System.nanoTime() + SHORTER.toNanos();
            vertx.setPeriodic(LOOK_AGAIN_MILLIS, timer -> {
                boolean is = condition.getAsBoolean();
                if (is || System.nanoTime() > deadline) {
                    vertx.cancelTimer(timer);
                    met.complete(is);
                }
            });
            return met.future();
        });
    }

    /** Does the same with each, with so many at once. */
    <T> void each(List<T> all, int atOnce, Function<T, Future<Void>> act) {
        ask(() -> {
            Iterator<T> rest = all.iterator();
            List<Future<Void>> lanes = new ArrayList<>();
            for (int i = 0; i < atOnce; i++) {
                lanes.add(lane(rest, act));
            }
            return Future.all(lanes).mapEmpty();
        });
    }

    private <T> Future<Void> lane(Iterator<T> rest, Function<T, Future<Void>> act) {
        if (!rest.hasNext()) {
            return Future.succeededFuture();
        }
        // The next one in a turn of its own: what succeeds at once would otherwise pile up on the stack.
        return act.apply(rest.next()).compose(done -> turn()).compose(turn -> lane(rest, act));
    }

    private Future<Void> turn() {
        Promise<Void> turn = Promise.promise();
        loop.runOnContext(turn::complete);
        return turn.future();
    }

    /** Does not wait: what may still be open ends with the process. */
    @Override
    public void close() {
        vertx.close();
    }
}
