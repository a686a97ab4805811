package community.haven.live.protocol;

/** What reading a message of a client comes to. */
public sealed interface Incoming permits ClientFrame, Unreadable {
}
