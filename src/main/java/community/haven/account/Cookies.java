package community.haven.account;

import java.time.Duration;

import jakarta.ws.rs.core.NewCookie;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;

/**
 * The cookies of Haven's own page. Over TLS their names begin with {@code __Host-}: a browser takes such a cookie from this
 * very host alone, so that no other site below the same domain can put one of its own in its place.
 */
enum Cookies {

    REFRESH("haven-refresh"),
    DEVICE("haven-device");

    private static final String HOST_ONLY = "__Host-";

    private final String plain;

    Cookies(String plain) {
        this.plain = plain;
    }

    /** What the browser sent, or {@code null}. */
    String read(HttpServerRequest http) {
        Cookie cookie = http.getCookie(name(http));
        return cookie == null ? null : cookie.getValue();
    }

    NewCookie of(String value, Duration life, HttpServerRequest http) {
        // The prefix demands the whole site as its path; without it, only where it is read.
        return new NewCookie.Builder(name(http)).value(value).path(isSecure(http) ? "/" : SessionResource.PATH)
                .maxAge((int) life.toSeconds()).httpOnly(true).sameSite(NewCookie.SameSite.STRICT).secure(isSecure(http))
                .build();
    }

    private String name(HttpServerRequest http) {
        return isSecure(http) ? HOST_ONLY + plain : plain;
    }

    private static boolean isSecure(HttpServerRequest http) {
        return "https".equals(http.scheme());
    }
}
