package community.haven.live.protocol;

/** What a client may send. Each frame is answered exactly once, with its {@link #ref()}. */
public sealed interface ClientFrame extends Incoming permits Join, Leave, Say, Renew, RoomAct {

    /** Chosen by the client; 1 to 64 visible ASCII characters. */
    String ref();
}
