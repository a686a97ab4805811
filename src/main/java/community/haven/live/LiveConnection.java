package community.haven.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

import community.haven.account.Person;
import community.haven.live.protocol.FrameCodec;
import community.haven.live.protocol.ServerFrame;

/** One socket: whose it is, which rooms it listens to, and what waits to be sent. Used on its own event loop alone. */
final class LiveConnection {

    /** The socket underneath. */
    interface Wire {

        /** @return a stage that completes on the connection's event loop, when the text has reached the network */
        CompletionStage<?> send(String text);

        void close(CloseCode code);
    }

    private final LiveLoop loop;
    private final Wire wire;
    private final FrameCodec codec;
    private final Outbox outbox;
    private final Map<UUID, LiveRoom> rooms = new LinkedHashMap<>(4);
    private Person person;
    private boolean hungry;
    private boolean closed;

    LiveConnection(LiveLoop loop, Wire wire, Person person, FrameCodec codec, LiveConfig config) {
        this.loop = loop;
        this.wire = wire;
        this.person = person;
        this.codec = codec;
        this.outbox = new Outbox(config.outbox());
        loop.opened(this);
    }

    UUID account() {
        return person.id();
    }

    Person person() {
        return person;
    }

    /** The same account, as it is known by now. */
    void becomes(Person renewed) {
        person = renewed;
    }

    /** From any thread. */
    void execute(Runnable task) {
        loop.execute(task);
    }

    LiveRoom room(UUID room) {
        return rooms.get(room);
    }

    int rooms() {
        return rooms.size();
    }

    void enter(LiveRoom room) {
        rooms.put(room.id(), room);
        loop.listens(room);
    }

    /** Ends the stream at once: what is still waiting of it is not sent either. */
    void leave(LiveRoom room) {
        room.end();
        rooms.remove(room.id(), room);
        loop.listensNoMore(room);
        outbox.drop(room.id());
    }

    /** Ends the stream from the server's side. */
    void thrownOut(LiveRoom room) {
        leave(room);
        send(new ServerFrame.Left(null, room.id()));
    }

    void send(ServerFrame frame) {
        send(Outgoing.answer(codec.write(frame)));
    }

    void send(Outgoing frame) {
        if (closed) {
            return;
        }
        if (outbox.offer(frame)) {
            loop.flushLater(this);
        } else {
            close(CloseCode.TOO_SLOW);
        }
    }

    /** Sends an event of a room, or a silence in its place where its author is muted. */
    void send(Outgoing event, Set<UUID> muted) {
        send(event.besides(muted, codec));
    }

    /** Every stream ends: what the client has of its rooms is not what it would be shown now. */
    void readAnew() {
        List.copyOf(rooms.values()).forEach(this::leave);
        send(new ServerFrame.QuietChanged());
    }

    boolean roomy() {
        hungry |= !outbox.roomy();
        return !hungry;
    }

    void flush() {
        String message = closed ? null : outbox.next();
        if (message != null) {
            wire.send(message).whenComplete((done, failure) -> sent(failure));
        }
    }

    void close(CloseCode code) {
        if (!closed) {
            gone();
            wire.close(code);
        }
    }

    /** The socket is no more. */
    void gone() {
        closed = true;
        List.copyOf(rooms.values()).forEach(this::leave);
        outbox.clear();
        loop.closed(this);
    }

    boolean isClosed() {
        return closed;
    }

    private void sent(Throwable failure) {
        if (closed || failure != null) {
            // A failed write is a closed socket, and that is told on its own.
            return;
        }
        outbox.sent();
        if (hungry && outbox.roomy()) {
            hungry = false;
            List.copyOf(rooms.values()).forEach(LiveRoom::advance);
        }
        flush();
    }
}
