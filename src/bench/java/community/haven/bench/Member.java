package community.haven.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import community.haven.bench.Population.Person;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;

/**
 * One socket in one room, as somebody's page has it. It looks at the few places of a frame that it needs instead of parsing it,
 * so that one core can play hundreds of readers. Used on the load's event loop alone.
 */
final class Member {

    private static final int TYPE = "{\"type\":\"".length();
    private static final String SEQ = "\"seq\":";
    private static final String HEAD = "\"head\":";
    private static final String REF = "\"ref\":\"";
    private static final String TEXT = "\"text\":\"";

    private final Load load;
    private final Person person;
    private final Place place;
    private WebSocket socket;
    private Promise<Void> welcomed;
    private Promise<Void> caughtUp;
    private Runnable whenSaved = () -> {
    };
    private long last = -1;
    private long asked;
    private long answered;
    private boolean narrow;

    Member(Load load, Person person, Place place) {
        this.load = load;
        this.person = person;
        this.place = place;
    }

    /** Connects and joins, from where it was before if it was. */
    Future<Void> come() {
        return connect().compose(welcome -> join());
    }

    private Future<Void> connect() {
        String token = URLEncoder.encode("quarkus-http-upgrade#Authorization#Bearer " + person.token(), StandardCharsets.UTF_8);
        welcomed = Promise.promise();
        WebSocketConnectOptions options = new WebSocketConnectOptions().setURI("/api/live")
                .setSubProtocols(List.of("haven.v1", "bearer-token-carrier", token.replace("+", "%20")));
        return (narrow ? load.connectNarrowly(options) : load.connect(options))
                .compose(opened -> {
                    socket = opened;
                    opened.textMessageHandler(this::received);
                    opened.closeHandler(closed -> ended(opened));
                    return welcomed.future();
                });
    }

    private Future<Void> join() {
        caughtUp = Promise.promise();
        String after = last < 0 ? "" : ",\"after\":" + last;
        socket.writeTextMessage(
                "{\"type\":\"join\",\"ref\":\"" + ++asked + "\",\"room\":\"" + place.room() + "\"" + after + "}");
        return caughtUp.future();
    }

    /** Says something of this many bytes that tells when it was said. */
    void say(int length) {
        String key = Long.toString(load.nextKey());
        socket.writeTextMessage(
                "{\"type\":\"say\",\"ref\":\"" + ++asked + "\",\"room\":\"" + place.room() + "\",\"key\":\"" + key
                        + "\",\"text\":\"" + Words.now(length) + "\"}");
    }

    void whenSaved(Runnable act) {
        whenSaved = act;
    }

    /** Everything that was said by and to it has arrived. */
    boolean isDone() {
        return answered == asked && last == place.head();
    }

    long missing() {
        return place.head() - last;
    }

    /** Comes back over a connection on which little is ever on its way. */
    Future<Void> comeNarrowly() {
        narrow = true;
        return leave().compose(left -> come());
    }

    void stopReading() {
        socket.pause();
    }

    /** Reads on what is left, and comes back if the server has hung up meanwhile. */
    void readOn() {
        socket.resume();
    }

    boolean isGone() {
        return socket.isClosed();
    }

    Future<Void> leave() {
        WebSocket mine = socket;
        mine.closeHandler(null);
        return mine.close();
    }

    private void ended(WebSocket mine) {
        if (mine == socket) {
            load.tally().closed(mine.closeStatusCode());
        }
    }

    private void received(String text) {
        long now = Words.clock();
        int end;
        for (int from = 0; from < text.length(); from = end + 1) {
            end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            frame(text, from, now);
        }
    }

    private void frame(String text, int from, long now) {
        int type = from + TYPE;
        if (text.startsWith("message", type)) {
            follows(number(text, SEQ, from));
            load.tally().delivered(now - Words.saidAt(text, text.indexOf(TEXT, from) + TEXT.length()));
        } else if (text.startsWith("saved", type)) {
            answered(number(text, REF, from));
            place.saved(number(text, SEQ, from));
            load.tally().saved();
            whenSaved.run();
        } else if (text.startsWith("failure", type)) {
            load.tally().fault("refused: " + text.substring(from, Math.min(text.length(), from + 100)));
            answered(number(text, REF, from));
        } else if (text.startsWith("welcome", type)) {
            welcomed.complete();
        } else if (text.startsWith("joined", type)) {
            answered(number(text, REF, from));
            last = last < 0 ? number(text, HEAD, from) : last;
        } else if (text.startsWith("caughtUp", type)) {
            caughtUp.tryComplete();
        }
    }

    private void follows(long seq) {
        if (seq != last + 1) {
            load.tally().fault("number " + seq + " came after " + last);
        }
        last = seq;
    }

    private void answered(long ref) {
        if (ref != ++answered) {
            load.tally().fault("answer " + ref + " came in the place of answer " + answered);
        }
    }

    private static long number(String text, String name, int from) {
        int start = text.indexOf(name, from) + name.length();
        int end = start;
        while (Character.isDigit(text.charAt(end))) {
            end++;
        }
        return Long.parseLong(text, start, end, 10);
    }
}
