package community.haven.ops;

import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;

/** Tells whoever started Haven where it is. */
@Singleton
class Welcome {

    private final HttpServer server;

    Welcome(HttpServer server) {
        this.server = server;
    }

    void say(@ObservesAsync HttpServerStart start) {
        String address = "http://localhost:" + server.getPort();
        System.out.printf("%n  Haven is open: %s%n  Its API:       %s/api/docs%n%n", address, address);
    }
}
