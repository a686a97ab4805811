package community.haven.live;

import java.io.IOException;

import org.jboss.logging.Logger;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.vertx.core.VertxException;

/** Why the server ends a connection. 4000 to 4499 mean "come back", 4500 to 4999 "do not". */
enum CloseCode {
    EXPIRED(4001, "refresh and come back"),
    TOO_SLOW(4002, "too slow, come back"),
    GOING_DOWN(4003, "server going down, come back"),
    SIGNED_OUT(4501, "signed out"),

    BROKEN_OFF(1002, "broken frame or connection"),
    TOO_LARGE(1009, "too large"),
    INTERNAL(1011, "something went wrong on our side");

    private static final Logger LOG = Logger.getLogger(CloseCode.class);

    private final int number;
    private final String phrase;

    CloseCode(int number, String phrase) {
        this.number = number;
        this.phrase = phrase;
    }

    /** What the platform reports of a socket. Only our own mistakes are logged: a connection that breaks off is everyday. */
    static CloseCode of(Throwable trouble) {
        if (trouble instanceof IOException || trouble instanceof VertxException
                || trouble instanceof CorruptedWebSocketFrameException) {
            return BROKEN_OFF;
        }
        // A message of too many fragments has no exception type of its own.
        if (trouble instanceof IllegalStateException && String.valueOf(trouble.getMessage()).contains("max message size")) {
            return TOO_LARGE;
        }
        LOG.errorf("Unexpected %s at %s", trouble.getClass().getName(), trouble.getStackTrace()[0]);
        return INTERNAL;
    }

    int number() {
        return number;
    }

    String phrase() {
        return phrase;
    }
}
