package community.haven.live;

import java.util.Set;
import java.util.UUID;

import community.haven.live.protocol.ServerFrame;

/** One connection's part in one room. */
final class LiveRoom implements RoomStream.Port {

    private final UUID id;
    private final LiveConnection connection;
    private final LiveReads reads;
    private final RoomStream stream;
    private Set<UUID> muted = Set.of();

    LiveRoom(UUID id, LiveConnection connection, LiveReads reads, int ahead) {
        this.id = id;
        this.connection = connection;
        this.reads = reads;
        this.stream = new RoomStream(this, ahead);
    }

    UUID id() {
        return id;
    }

    void begin(LiveReads.Entrance entrance) {
        muted = entrance.muted();
        stream.begin(entrance.after(), entrance.rows(), entrance.more());
    }

    void announced(Outgoing event) {
        stream.announced(event);
    }

    void advance() {
        stream.advance();
    }

    void end() {
        stream.end();
    }

    boolean hasEnded() {
        return stream.hasEnded();
    }

    @Override
    public void read(long after) {
        reads.rows(id, after).whenComplete((rows, failure) -> connection.execute(() -> read(after, rows, failure)));
    }

    @Override
    public boolean roomy() {
        return connection.roomy();
    }

    @Override
    public void forward(Outgoing event) {
        connection.send(event, muted);
    }

    @Override
    public void caughtUp(long seq) {
        connection.send(new ServerFrame.CaughtUp(id, seq));
    }

    private void read(long after, LiveReads.Rows rows, Throwable failure) {
        if (hasEnded()) {
            return;
        }
        if (failure == null) {
            stream.stored(rows.rows(), rows.more());
        } else if (LiveReads.isTemporary(failure)) {
            reads.afterPause(() -> read(after));
        } else if (LiveReads.isGone(failure)) {
            // What this reader still had to be told has been deleted meanwhile; when they join again, they are told so.
            connection.close(CloseCode.TOO_SLOW);
        } else {
            connection.thrownOut(this);
        }
    }
}
