package community.haven.account;

import io.vertx.core.http.HttpServerRequest;

/**
 * Who knocks, as far as the request tells.
 *
 * @param address for counting, see {@link ClientAddress}
 * @param userAgent what the client says it is, or {@code null}
 */
record Client(String address, String userAgent) {

    static Client of(HttpServerRequest http) {
        return new Client(ClientAddress.of(http), http.getHeader("User-Agent"));
    }

    @Override
    public String toString() {
        return "Client[]";
    }
}
