package community.haven.live;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import community.haven.testkit.LiveClient;

/** A socket that sends what no decent client would, and answers nothing by itself. */
final class RawSocket implements AutoCloseable {

    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int PING = 9;
    private static final int CLOSE = 8;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    /** The connection ended without a close frame. */
    static final int NONE = -1;

    private final Socket socket;
    private final OutputStream out;
    private final DataInputStream in;

    private RawSocket(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout((int) LiveClient.PATIENCE.toMillis());
        out = socket.getOutputStream();
        in = new DataInputStream(socket.getInputStream());
    }

    /** Asks for the socket and reads the answer to its end. */
    static RawSocket open(URI server, String token) throws IOException {
        RawSocket socket = new RawSocket(server);
        socket.out.write(String.join("\r\n", "GET /api/live HTTP/1.1", "Host: " + server.getAuthority(),
                "Origin: " + LiveClient.origin(server), "Connection: Upgrade", "Upgrade: websocket",
                "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Protocol: haven.v1", "Authorization: Bearer " + token, "", "")
                .getBytes(StandardCharsets.US_ASCII));
        socket.readHead();
        return socket;
    }

    void send(int opcode, boolean last, byte[] payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write((last ? FINAL : 0) | opcode);
        writeLength(frame, payload.length);
        // A mask of zeroes leaves the payload as it is.
        frame.write(new byte[4]);
        frame.write(payload);
        out.write(frame.toByteArray());
    }

    /** In the shortest form; any other is a broken frame. */
    private static void writeLength(ByteArrayOutputStream frame, int length) {
        frame.write(MASKED | (length < 126 ? length : length < 1 << 16 ? 126 : 127));
        for (int shift = length < 126 ? -8 : length < 1 << 16 ? 8 : 56; shift >= 0; shift -= 8) {
            frame.write((int) ((long) length >> shift));
        }
    }

    /** Reads to the end. */
    int closeCode() throws IOException {
        try {
            while (true) {
                int opcode = in.readUnsignedByte() & 0x0F;
                byte[] payload = in.readNBytes(length());
                if (opcode == CLOSE) {
                    return payload.length < 2 ? NONE : (payload[0] & 0xFF) << 8 | payload[1] & 0xFF;
                }
            }
        } catch (java.io.EOFException | java.net.SocketException e) {
            return NONE;
        }
    }

    /** Whether a message with this word comes before the end. */
    boolean hears(String word) throws IOException {
        try {
            while (true) {
                in.readUnsignedByte();
                if (new String(in.readNBytes(length()), StandardCharsets.UTF_8).contains(word)) {
                    return true;
                }
            }
        } catch (java.io.EOFException | java.net.SocketException e) {
            return false;
        }
    }

    /** Whether the server hangs up, whatever it says before. */
    boolean isHungUpOn() throws IOException {
        try {
            return in.readAllBytes() != null;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (java.net.SocketException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private int length() throws IOException {
        int length = in.readUnsignedByte();
        return length < 126 ? length : length == 126 ? in.readUnsignedShort() : (int) in.readLong();
    }

    private void readHead() throws IOException {
        int matched = 0;
        while (matched < 4) {
            matched = in.readUnsignedByte() == "\r\n\r\n".charAt(matched) ? matched + 1 : 0;
        }
    }
}
