package community.haven.live;

import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;

/**
 * Hangs up on clients from whom nothing comes any more. Sockets are pinged, so a living one is never silent; one whose
 * network vanished, who stopped reading, or who never finished the handshake is. Set on the transport, because a close
 * frame would wait behind what such a client does not read. Plain HTTP connections that idle are closed by it as well.
 */
@Singleton
class SilenceLimit implements HttpServerOptionsCustomizer {

    private final LiveConfig config;

    SilenceLimit(LiveConfig config) {
        if (config.silence().compareTo(config.ping().multipliedBy(2)) < 0) {
            throw new IllegalStateException("haven.live.silence must be at least twice haven.live.ping,"
                    + " or Haven would hang up on people who are still there");
        }
        this.config = config;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        apply(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        apply(options);
    }

    private void apply(HttpServerOptions options) {
        options.setReadIdleTimeout(
                (int) options.getIdleTimeoutUnit().convert(config.silence().toMillis(), TimeUnit.MILLISECONDS));
    }
}
