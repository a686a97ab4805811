package community.haven.live;

import java.util.Set;
import java.util.UUID;

import community.haven.conversation.Entry;
import community.haven.live.protocol.FrameCodec;
import io.netty.buffer.ByteBufUtil;

/**
 * One line to be sent, encoded once for however many listen.
 *
 * @param room whose event it is; {@code null} for answers, which are the client's whatever happens to the room
 * @param seq the event's number in its room; 0 for answers
 * @param entry the event; {@code null} for answers
 * @param text the JSON
 * @param bytes its length in UTF-8
 */
record Outgoing(UUID room, long seq, Entry entry, String text, int bytes) {

    static Outgoing event(Entry entry, FrameCodec codec) {
        String text = codec.write(entry);
        return new Outgoing(entry.room(), entry.seq(), entry, text, ByteBufUtil.utf8Bytes(text));
    }

    static Outgoing answer(String text) {
        return new Outgoing(null, 0, null, text, ByteBufUtil.utf8Bytes(text));
    }

    /** What a reader gets who has muted these people. */
    Outgoing besides(Set<UUID> muted, FrameCodec codec) {
        Entry seen = muted.isEmpty() ? entry : Entry.Quiet.orElse(entry, muted);
        return seen == entry ? this : event(seen, codec);
    }

    @Override
    public String toString() {
        return "Outgoing[room=%s, seq=%d, bytes=%d]".formatted(room, seq, bytes);
    }
}
