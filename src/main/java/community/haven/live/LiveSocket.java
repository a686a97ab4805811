package community.haven.live;

import io.quarkus.security.Authenticated;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.buffer.Buffer;

/** The live socket's end of the platform; {@link UpgradeCheck} has seen to who may come this far. */
@Authenticated
@WebSocket(path = "/api/live", endpointId = LiveSocket.ID)
public class LiveSocket {

    static final String ID = "live";
    private static final TypedKey<Exchange> EXCHANGE = new TypedKey<>("exchange");

    private final LiveHub hub;

    LiveSocket(LiveHub hub) {
        this.hub = hub;
    }

    @OnOpen
    @NonBlocking
    void opened(WebSocketConnection socket) {
        var data = socket.userData();
        data.put(EXCHANGE,
                hub.opened(new SocketWire(socket), data.get(UpgradeCheck.PERSON), data.get(UpgradeCheck.EXPIRES_AT)));
    }

    @OnTextMessage
    @NonBlocking
    void received(String text, WebSocketConnection socket) {
        socket.userData().get(EXCHANGE).receive(text);
    }

    @OnBinaryMessage
    @NonBlocking
    void received(Buffer bytes, WebSocketConnection socket) {
        socket.userData().get(EXCHANGE).receiveBinary();
    }

    @OnClose
    @NonBlocking
    void closed(WebSocketConnection socket) {
        socket.userData().get(EXCHANGE).gone();
    }

    @OnError
    @NonBlocking
    void failed(Throwable failure, WebSocketConnection socket) {
        Exchange exchange = socket.userData().get(EXCHANGE);
        if (exchange != null) {
            exchange.failed(failure);
        }
    }
}
