package community.haven.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;

import community.haven.account.Person;
import community.haven.account.PersonChanged;
import community.haven.account.QuietMutesChanged;
import community.haven.account.SessionEnded;
import community.haven.conversation.ConversationBus;
import community.haven.conversation.Conversations;
import community.haven.conversation.Entry;
import community.haven.conversation.ReadingMarked;
import community.haven.live.protocol.FrameCodec;
import community.haven.live.protocol.ServerFrame;
import community.haven.notice.NoticeGiven;
import community.haven.notice.NoticesRead;
import community.haven.room.AppearanceChanged;
import community.haven.room.MembershipEnded;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** All connections of this server, and what reaches them from elsewhere: events, ended sessions, ended memberships. */
@Singleton
class LiveHub {

    private final Vertx vertx;
    private final Clock clock;
    private final LiveConfig config;
    private final FrameCodec codec;
    private final LiveReads reads;
    private final Presence presence;
    private final Exchange.Around around;
    private final Map<Context, LiveLoop> loops = new ConcurrentHashMap<>();
    private final Lately ended = new Lately();
    private final Lately changed = new Lately();
    private volatile boolean goingDown;

    LiveHub(Vertx vertx, Clock clock, LiveConfig config, FrameCodec codec, Conversations conversations, LiveReads reads,
            LiveActs acts, Presence presence) {
        this.vertx = vertx;
        this.clock = clock;
        this.config = config;
        this.codec = codec;
        this.reads = reads;
        this.presence = presence;
        this.around = new Exchange.Around(codec, conversations, reads, acts, presence, config);
    }

    void start(@Observes StartupEvent event, ConversationBus bus) {
        bus.listen(this::announce);
    }

    /** Takes in a connection, on its event loop. */
    Exchange opened(LiveConnection.Wire wire, Person person, Instant expiresAt) {
        LiveLoop loop = loops.computeIfAbsent(VertxContext.getRootContext(Vertx.currentContext()),
                context -> new LiveLoop(task -> context.runOnContext(turn -> task.run())));
        LiveConnection connection = new LiveConnection(loop, wire, person, codec, config);
        Expiry expiry = new Expiry(clock, this::later, () -> connection.close(CloseCode.EXPIRED));
        expiry.moveTo(expiresAt);
        Exchange exchange = new Exchange(connection, expiry, around);
        loop.execute(exchange::welcome);
        loop.execute(() -> turnAwayIfLate(connection));
        return exchange;
    }

    void sessionEnded(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionEnded event) {
        ended.add(event.session());
        forPerson(event.account(), connection -> {
            if (connection.person().session().equals(event.session())) {
                connection.close(CloseCode.SIGNED_OUT);
            }
        });
    }

    /** Coming back is the one way to be known anew: token, role and every room are looked at again. */
    void personChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) PersonChanged event) {
        changed.add(event.account());
        forPerson(event.account(), connection -> connection.close(CloseCode.EXPIRED));
    }

    void quietMutesChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) QuietMutesChanged event) {
        forPerson(event.account(), LiveConnection::readAnew);
    }

    void noticeGiven(@Observes(during = TransactionPhase.AFTER_SUCCESS) NoticeGiven event) {
        forPerson(event.account(), connection -> connection.send(new ServerFrame.Told(event.notice())));
    }

    void noticesRead(@Observes(during = TransactionPhase.AFTER_SUCCESS) NoticesRead event) {
        forPerson(event.account(), connection -> connection.send(new ServerFrame.NoticesRead()));
    }

    void readingMarked(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReadingMarked event) {
        forPerson(event.account(), connection -> connection.send(new ServerFrame.Marked(event.room(), event.seq())));
    }

    void appearanceChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) AppearanceChanged event) {
        presence.names(event.room(), event.account(), event.named());
    }

    void membershipEnded(@Observes(during = TransactionPhase.AFTER_SUCCESS) MembershipEnded event) {
        presence.left(event.room(), event.account());
        forPerson(event.account(), connection -> {
            LiveRoom room = connection.room(event.room());
            if (room != null) {
                connection.thrownOut(room);
            }
        });
    }

    /** Before the platform closes the sockets in its own way, which would not ask anybody to come back. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) throws InterruptedException {
        goingDown = true;
        Collection<LiveLoop> all = loops.values();
        CountDownLatch done = new CountDownLatch(all.size());
        all.forEach(loop -> loop.execute(() -> loop.forEverybody(connection -> connection.close(CloseCode.GOING_DOWN))));
        all.forEach(loop -> loop.execute(done::countDown));
        done.await(config.goodbye().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Tells everybody in a room who is there. */
    void tell(ServerFrame.Present present) {
        loops.values().forEach(loop -> loop.execute(() -> loop.forListeners(present.room(), room -> room.tell(present))));
    }

    /** Each event is encoded once, and each event loop is woken once for all of them. */
    private void announce(List<Entry> committed) {
        List<Outgoing> events = committed.stream()
                .map(entry -> Outgoing.event(entry, codec)).toList();
        loops.values().forEach(loop -> loop.execute(() -> loop.announce(events)));
    }

    private void forPerson(UUID account, Consumer<LiveConnection> act) {
        loops.values().forEach(loop -> loop.execute(() -> loop.forPerson(account, act)));
    }

    /** What ended while the connection was being opened found nothing to close. */
    private void turnAwayIfLate(LiveConnection connection) {
        if (ended.contains(connection.person().session())) {
            connection.close(CloseCode.SIGNED_OUT);
        } else if (goingDown) {
            connection.close(CloseCode.GOING_DOWN);
        } else if (changed.contains(connection.account())) {
            askAgain(connection);
        }
    }

    private void askAgain(LiveConnection connection) {
        Person known = connection.person();
        reads.person(known).whenComplete((person, failure) -> connection.execute(() -> {
            if (failure != null || !person.equals(Optional.of(known))) {
                connection.close(CloseCode.EXPIRED);
            }
        }));
    }

    private Runnable later(Duration wait, Runnable act) {
        long timer = vertx.setTimer(Math.max(1, wait.toMillis()), fired -> act.run());
        return () -> vertx.cancelTimer(timer);
    }
}
