package community.haven.web;

import jakarta.enterprise.event.Observes;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * The page lives at every address that is not the API, an asset or the platform's: whoever opens a link to a room, or
 * reloads there, gets the page, and the page finds the room.
 */
class PageShell {

    private static final String INDEX = "/";

    /** Before the routes of REST and of static files, which would answer "not found". */
    private static final int FIRST = -1_000;

    void route(@Observes Router router) {
        router.route().order(FIRST).handler(PageShell::toIndex);
    }

    private static void toIndex(RoutingContext context) {
        if (isPage(context.request().method(), context.normalizedPath())) {
            context.reroute(INDEX);
        } else {
            context.next();
        }
    }

    static boolean isPage(HttpMethod method, String path) {
        boolean reads = method == HttpMethod.GET || method == HttpMethod.HEAD;
        return reads && !path.equals(INDEX) && !isBelow(path, "/api") && !isBelow(path, "/q")
                && !isBelow(path, "/.well-known") && !isBelow(path, "/static");
    }

    private static boolean isBelow(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }
}
