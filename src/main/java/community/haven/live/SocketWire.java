package community.haven.live;

import java.util.concurrent.CompletionStage;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;

/** A connection of the platform as {@link LiveConnection} needs it. */
record SocketWire(WebSocketConnection socket) implements LiveConnection.Wire {

    @Override
    public CompletionStage<?> send(String text) {
        return socket.sendText(text).subscribeAsCompletionStage();
    }

    @Override
    public void close(CloseCode code) {
        if (socket.isOpen()) {
            socket.close(new CloseReason(code.number(), code.phrase())).subscribe().with(closed -> {
            }, failed -> {
                // It was gone before.
            });
        }
    }
}
