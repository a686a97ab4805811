package community.haven.live;

import java.util.UUID;

import io.netty.buffer.ByteBufUtil;

/**
 * One line to be sent, encoded once for however many listen.
 *
 * @param room whose event it is; {@code null} for answers, which are the client's whatever happens to the room
 * @param seq the event's number in its room; 0 for answers
 * @param text the JSON
 * @param bytes its length in UTF-8
 */
record Outgoing(UUID room, long seq, String text, int bytes) {

    static Outgoing event(UUID room, long seq, String text) {
        return new Outgoing(room, seq, text, ByteBufUtil.utf8Bytes(text));
    }

    static Outgoing answer(String text) {
        return new Outgoing(null, 0, text, ByteBufUtil.utf8Bytes(text));
    }

    @Override
    public String toString() {
        return "Outgoing[room=%s, seq=%d, bytes=%d]".formatted(room, seq, bytes);
    }
}
