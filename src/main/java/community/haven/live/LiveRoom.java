package community.haven.live;

import java.util.Set;
import java.util.UUID;

import community.haven.live.protocol.ServerFrame;
import community.haven.live.protocol.ServerFrame.Present;

/** One connection's part in one room. */
final class LiveRoom implements RoomStream.Port {

    private final UUID id;
    private final LiveConnection connection;
    private final LiveReads reads;
    private final RoomStream stream;
    private final Presence presence;
    private Set<UUID> muted = Set.of();
    private boolean present;

    LiveRoom(UUID id, LiveConnection connection, LiveReads reads, Presence presence, int ahead) {
        this.id = id;
        this.connection = connection;
        this.reads = reads;
        this.presence = presence;
        this.stream = new RoomStream(this, ahead);
    }

    UUID id() {
        return id;
    }

    void begin(LiveReads.Entrance entrance) {
        muted = entrance.muted();
        entrance.named().ifPresent(named -> {
            presence.came(id, connection.account(), named);
            present = true;
        });
        stream.begin(entrance.after(), entrance.first().rows(), entrance.first().more());
    }

    void announced(Outgoing event) {
        stream.announced(event);
    }

    void advance() {
        stream.advance();
    }

    void end() {
        if (present) {
            presence.went(id, connection.account());
            present = false;
        }
        stream.end();
    }

    /** Who is here. Those whom this reader has muted are not named. */
    void tell(Present all) {
        connection.send(muted.isEmpty() ? all : all.without(muted));
    }

    boolean hasEnded() {
        return stream.hasEnded();
    }

    @Override
    public void read(long after) {
        reads.page(id, after).whenComplete((page, failure) -> connection.execute(() -> read(after, page, failure)));
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
        presence.told(id).ifPresent(this::tell);
    }

    private void read(long after, Pages.Page page, Throwable failure) {
        if (hasEnded()) {
            return;
        }
        if (failure == null) {
            stream.stored(page.rows(), page.more());
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
