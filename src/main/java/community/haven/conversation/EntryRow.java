package community.haven.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import community.haven.meeting.MeetingState;
import community.haven.room.RoomState;
import community.haven.shared.Jdbc;

/**
 * An entry as it is stored, with the facts of its removal if it is out of sight now.
 *
 * @param draft what was said; of a message that was taken back only what is left of its key
 * @param support the kinds that a message has, or the one that an event is about
 */
record EntryRow(Kind kind, UUID room, long seq, Instant at, UUID author, Draft draft, Long target,
        RemovalRow removal, ChangeRow change, SessionRow session, ErasureRow erasure, List<SupportKind> support) {

    enum Kind {
        MESSAGE,
        REMOVED,
        RESTORED,
        PINNED,
        UNPINNED,
        ROOM_CHANGED,
        SESSION,
        HOSTS_CHANGED,
        /** Was a message; its author has been erased. */
        ERASED,
        /** Says of which messages that is so from here on. */
        ERASURE,
        /** Was a message; its author took it back. */
        RETRACTED,
        /** Says of which message that is so from here on. */
        RETRACTION,
        /** Says that somebody is with the author of a message from here on. */
        SUPPORTED,
        /** Says that nobody is any more. */
        UNSUPPORTED;

        boolean isOfErasure() {
            return this == ERASED || this == ERASURE;
        }
    }

    /**
     * @param line whether a line is shown in the place of a message
     * @param targets the messages that an {@link Kind#ERASURE} is about
     */
    record ErasureRow(boolean line, List<Long> targets) {
    }

    record RemovalRow(long seq, String rule, String reason, Instant at) {

        @Override
        public String toString() {
            return "RemovalRow[" + seq + ", " + rule + "]";
        }
    }

    record ChangeRow(String name, String topic, String purpose, RoomState state, int slowModeSeconds,
            Instant newcomersClosedUntil) {

        @Override
        public String toString() {
            return "ChangeRow[" + state + "]";
        }
    }

    record SessionRow(UUID meeting, MeetingState state, boolean hostGone, String title, Instant startsAt, Instant endsAt,
            Instant until) {

        @Override
        public String toString() {
            return "SessionRow[" + meeting + ", " + state + "]";
        }
    }

    static EntryRow read(ResultSet row) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("kind"));
        boolean message = kind == Kind.MESSAGE;
        boolean keyed = message || kind == Kind.RETRACTED;
        return new EntryRow(kind, Jdbc.uuid(row, "room_id"), row.getLong("seq"), Jdbc.instant(row, "at"),
                message ? Jdbc.uuid(row, "author_id") : null,
                keyed ? draft(row) : null,
                number(row, "target"),
                number(row, "removed_seq") == null ? null : removal(row),
                kind == Kind.ROOM_CHANGED ? change(row) : null,
                kind == Kind.SESSION ? session(row) : null,
                kind.isOfErasure() ? erasure(row) : null,
                SupportKind.split(row.getString("support")));
    }

    /** Under which key it was sent. */
    Post.Key key() {
        return new Post.Key(room, author, draft.key());
    }

    private static Draft draft(ResultSet row) throws SQLException {
        String need = row.getString("need");
        return new Draft(row.getString("client_key"), row.getString("text"), need == null ? null : Need.valueOf(need),
                row.getString("content_note"), number(row, "reply_to"), row.getBoolean("announcement"));
    }

    private static RemovalRow removal(ResultSet row) throws SQLException {
        return new RemovalRow(row.getLong("removed_seq"), row.getString("rule_id"), row.getString("reason"),
                Jdbc.instant(row, "removed_at"));
    }

    private static ChangeRow change(ResultSet row) throws SQLException {
        return new ChangeRow(row.getString("name"), row.getString("topic"), row.getString("purpose"),
                RoomState.valueOf(row.getString("state")), row.getInt("slow_mode_seconds"),
                Jdbc.instant(row, "newcomers_closed_until"));
    }

    private static SessionRow session(ResultSet row) throws SQLException {
        return new SessionRow(Jdbc.uuid(row, "meeting_id"), MeetingState.valueOf(row.getString("session_state")),
                row.getBoolean("host_gone"), row.getString("title"), Jdbc.instant(row, "starts_at"),
                Jdbc.instant(row, "ends_at"), Jdbc.instant(row, "until_at"));
    }

    private static ErasureRow erasure(ResultSet row) throws SQLException {
        String targets = row.getString("targets");
        return new ErasureRow(row.getBoolean("line"),
                targets == null ? List.of() : Stream.of(targets.split(",")).map(Long::valueOf).toList());
    }

    private static Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
