package community.haven.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import org.awaitility.Awaitility;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A client of the live socket that does what the protocol says and remembers all it was told. */
public final class LiveClient implements WebSocket.Listener, AutoCloseable {

    public static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<JsonNode> frames = new ArrayList<>();
    private final Map<String, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();
    private final AtomicInteger refs = new AtomicInteger();
    private final StringBuilder part = new StringBuilder();
    private volatile boolean reading = true;
    private WebSocket socket;

    private LiveClient() {
    }

    /** Opens the socket as Haven's own page does, and waits to be welcomed. */
    public static LiveClient connect(URI server, String token) {
        LiveClient client = open(server, origin(server), "haven.v1", "bearer-token-carrier", carrier(token));
        client.await(frame -> type(frame).equals("welcome"));
        return client;
    }

    /** Opens the socket in any way; an origin of {@code null} is left out. */
    public static LiveClient open(URI server, String origin, String protocol, String... others) {
        LiveClient client = new LiveClient();
        WebSocket.Builder builder = HTTP.newWebSocketBuilder().subprotocols(protocol, others).connectTimeout(PATIENCE);
        if (origin != null) {
            builder.header("Origin", origin);
        }
        URI address = URI.create("ws" + server.toString().substring(4)).resolve("/api/live");
        client.socket = builder.buildAsync(address, client).join();
        return client;
    }

    /** The HTTP status with which an attempt to open the socket is refused. */
    public static int refusal(URI server, String origin, String protocol, String... others) {
        try {
            open(server, origin, protocol, others).close();
            throw new AssertionError("The socket was opened");
        } catch (CompletionException e) {
            assertThat(e.getCause()).isInstanceOf(WebSocketHandshakeException.class);
            return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
        }
    }

    public static String origin(URI server) {
        return server.getScheme() + "://" + server.getAuthority();
    }

    /** How a browser carries its token. */
    public static String carrier(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /** A header in the form of a subprotocol. */
    public static String header(String name, String value) {
        return URLEncoder.encode("quarkus-http-upgrade#" + name + "#" + value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A frame with a type and pairs of names and values; values that are {@code null} are left out. */
    public static ObjectNode frame(String type, Object... pairs) {
        ObjectNode frame = JSON.createObjectNode().put("type", type);
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                frame.set((String) pairs[i], JSON.valueToTree(pairs[i + 1]));
            }
        }
        return frame;
    }

    /** Sends a frame with a ref of its own. */
    public CompletableFuture<JsonNode> send(ObjectNode frame) {
        String ref = "r" + refs.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(ref, answer);
        sendRaw(frame.put("ref", ref).toString());
        return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Sends a frame and waits for its answer. */
    public JsonNode ask(ObjectNode frame) {
        return send(frame).join();
    }

    /** Joins from the head on, or after a number. */
    public JsonNode join(UUID room, Long after) {
        JsonNode answer = ask(frame("join", "room", room, "after", after));
        if (type(answer).equals("joined")) {
            await(frame -> type(frame).equals("caughtUp") && frame.get("room").asText().equals(room.toString()));
        }
        return answer;
    }

    public CompletableFuture<JsonNode> say(UUID room, String key, String text) {
        return send(frame("say", "room", room, "key", key, "text", text));
    }

    public synchronized void sendRaw(String text) {
        socket.sendText(text, true).join();
    }

    public synchronized void sendPart(String text, boolean last) {
        socket.sendText(text, last).join();
    }

    public synchronized void sendBinary(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    /** Shows that it is still there, without being asked. */
    public synchronized void wave() {
        socket.sendPong(ByteBuffer.allocate(0)).join();
    }

    /** Stops or goes on reading from the network. */
    public void read(boolean on) {
        reading = on;
        if (on) {
            socket.request(1);
        }
    }

    /** The first frame, of those that came or will come, which is as described. */
    public JsonNode await(Predicate<JsonNode> description) {
        return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5))
                .until(() -> frames().stream().filter(description).findFirst(), found -> found.isPresent()).orElseThrow();
    }

    public List<JsonNode> frames() {
        synchronized (frames) {
            return List.copyOf(frames);
        }
    }

    /** The events of a room in the order in which they came. */
    public List<JsonNode> received(UUID room) {
        return frames().stream().filter(frame -> frame.has("seq") && !List.of("saved", "caughtUp").contains(type(frame)))
                .filter(frame -> frame.get("room").asText().equals(room.toString())).toList();
    }

    public List<Long> sequence(UUID room) {
        return received(room).stream().map(event -> event.get("seq").asLong()).toList();
    }

    /** Waits for the end of the connection. */
    public int closeCode() {
        return closeCode.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    public boolean isOpen() {
        return !closeCode.isDone();
    }

    public static String type(JsonNode frame) {
        return frame.path("type").asText();
    }

    public static String code(JsonNode frame) {
        return frame.path("code").asText();
    }

    /** Vanishes without a word, as a telephone in a tunnel does. */
    public void drop() {
        socket.abort();
        closeCode.complete(1006);
    }

    @Override
    public void close() {
        if (socket != null && isOpen()) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(gone -> null).join();
            socket.abort();
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            part.toString().lines().map(LiveClient::parsed).forEach(this::take);
            part.setLength(0);
        }
        if (reading) {
            from.request(1);
        }
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closeCode.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closeCode.complete(1006);
    }

    private void take(JsonNode frame) {
        synchronized (frames) {
            frames.add(frame);
        }
        CompletableFuture<JsonNode> answer = frame.has("ref") ? asked.remove(frame.get("ref").asText()) : null;
        if (answer != null) {
            answer.complete(frame);
        } else if (frame.has("ref") && frame.get("ref").asText().matches("r\\d+")) {
            closeCode.completeExceptionally(new AssertionError("Answered twice: " + frame.get("ref")));
        }
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not a frame", e);
        }
    }
}
