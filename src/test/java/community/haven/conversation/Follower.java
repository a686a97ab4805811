package community.haven.conversation;

import static community.haven.testkit.LiveClient.code;
import static community.haven.testkit.LiveClient.frame;
import static community.haven.testkit.LiveClient.type;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import community.haven.testkit.Cast.Someone;
import community.haven.testkit.LiveClient;
import community.haven.testkit.RoomPicture;

/**
 * Somebody who follows a room over connections that come and go, with nothing but what the protocol gives: the last number they
 * have, and the history where their place is gone. Every number has to come once and in turn. For one thread.
 */
final class Follower implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 30;

    private final URI server;
    private final Someone person;
    private final UUID room;
    private final RoomPicture picture = new RoomPicture();
    private LiveClient client;
    private int absorbed;
    private Long last;

    Follower(URI server, Someone person, UUID room) {
        this.server = server;
        this.person = person;
        this.room = room;
    }

    /** Comes for the first time, or comes back to where they were; twice is as good as once. */
    void come() {
        if (client != null && client.isOpen()) {
            return;
        }
        if (client != null) {
            absorb();
        }
        client = LiveClient.connect(server, person.accessToken());
        absorbed = 0;
        join();
    }

    /** Vanishes. What had not arrived by then has not arrived. */
    void vanish() {
        if (client != null) {
            client.drop();
            absorb();
            client = null;
        }
    }

    /** Stops listening and begins again, on the same connection. */
    void stepOut() {
        come();
        if (type(client.ask(frame("leave", "room", room))).equals("left")) {
            absorb();
            join();
        }
    }

    /** What became of a frame; a refusal is as good an answer as any. */
    JsonNode act(ObjectNode frame) {
        come();
        JsonNode answer = client.ask(frame.put("room", room.toString()));
        assertThat(code(answer)).isNotIn("internal", "malformed", "invalid", "not-joined");
        return answer;
    }

    /** Takes in what has come up to now. */
    void absorb() {
        List<JsonNode> received = client.received(room);
        received.subList(absorbed, received.size()).forEach(this::take);
        absorbed = received.size();
    }

    /** Waits until a number has come, whatever happens to the connection meanwhile. */
    void catchUpWith(long seq) {
        come();
        while (last < seq) {
            LiveClient now = client;
            now.await(frame -> !now.isOpen() || frame.path("seq").asLong() >= seq && !type(frame).equals("saved"));
            absorb();
            come();
        }
    }

    String picture(long after) {
        return picture.after(after);
    }

    @Override
    public void close() {
        vanish();
    }

    private void join() {
        JsonNode joined = client.ask(frame("join", "room", room, "after", last));
        if (code(joined).equals("position-gone")) {
            picture.clear();
            last = null;
            joined = client.ask(frame("join", "room", room));
        }
        assertThat(type(joined)).isEqualTo("joined");
        if (last == null) {
            last = joined.get("head").asLong();
            readHistory(last + 1);
        }
    }

    private void take(JsonNode event) {
        assertThat(event.get("seq").asLong()).as("the number after %d", last).isEqualTo(last + 1);
        last++;
        picture.apply(event);
    }

    private void readHistory(long before) {
        List<JsonNode> entries = new ArrayList<>();
        for (JsonNode next = JSON.valueToTree(before); next.isNumber();) {
            JsonNode page = read("/messages?limit=" + PAGE + "&before=" + next.asLong());
            List<JsonNode> items = new ArrayList<>();
            page.get("items").forEach(items::add);
            Collections.reverse(items);
            entries.addAll(items);
            next = page.path("next");
        }
        Collections.reverse(entries);
        entries.forEach(picture::apply);
        read("/pins").forEach(pin -> picture.pinned(pin.get("message")));
    }

    private JsonNode read(String path) {
        try {
            return JSON.readTree(person.asks().get("/api/rooms/" + room + path).then().statusCode(200).extract().asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON", e);
        }
    }
}
