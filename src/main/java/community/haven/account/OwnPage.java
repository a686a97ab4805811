package community.haven.account;

import java.util.Objects;

import jakarta.inject.Singleton;

import community.haven.shared.ErrorCode;
import community.haven.shared.Origins;
import community.haven.shared.Refusal;
import io.vertx.core.http.HttpServerRequest;

/** Keeps pages of other sites from what is done with cookies. */
@Singleton
class OwnPage {

    private final Origins origins;

    OwnPage(Origins origins) {
        this.origins = origins;
    }

    /**
     * Browsers say where a POST comes from; whoever does not is no browser, so no foreign page can be behind it.
     *
     * @throws Refusal {@code foreign-origin}
     */
    void check(HttpServerRequest http) {
        String origin = http.getHeader("Origin");
        boolean own = origin == null ? isSameOrigin(http.getHeader("Sec-Fetch-Site"))
                : origins.isOwn(origin, http.scheme(), Objects.toString(http.authority(), null));
        if (!own) {
            throw Refusal.of(ErrorCode.FOREIGN_ORIGIN);
        }
    }

    private static boolean isSameOrigin(String site) {
        return site == null || site.equals("same-origin") || site.equals("none");
    }
}
