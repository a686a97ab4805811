package community.haven.account;

import io.vertx.core.http.HttpServerRequest;

/**
 * Who knocks, as far as the request tells.
 *
 * @param address for counting, see {@link ClientAddress}
 * @param userAgent what the client says it is, or {@code null}
 * @param deviceToken what it was given when somebody was signed in there before, or {@code null}
 */
record Client(String address, String userAgent, String deviceToken) {

    static Client of(HttpServerRequest http, String deviceToken) {
        return new Client(ClientAddress.of(http), http.getHeader("User-Agent"), deviceToken);
    }

    @Override
    public String toString() {
        return "Client[]";
    }
}
