package community.haven.web;

import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * What every answer tells the browser not to do. Whoever is here must not leak it: the page loads nothing from elsewhere,
 * tells no other site where a visitor came from, and cannot be shown inside another page.
 */
class SecurityHeaders {

    /** The page itself: its own files and its own socket, no inline script, no inline style. */
    static final String PAGE_POLICY = String.join("; ", "default-src 'none'", "script-src 'self'", "style-src 'self'",
            "img-src 'self' data:", "connect-src 'self'", "font-src 'self'", "manifest-src 'self'", "base-uri 'none'",
            "form-action 'self'", "frame-ancestors 'none'");

    /** The API's browsable page is made by others, with its script and styles inside the document. */
    static final String DOCS_POLICY = PAGE_POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
            .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

    private static final String PERMISSIONS = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";
    private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";
    private static final String FOR_MINUTES = "public, max-age=300";

    /** Before anything that may answer, refusals of the platform included. */
    private static final int FIRST = 1_000;

    void filter(@Observes Filters filters) {
        filters.register(SecurityHeaders::guard, FIRST);
    }

    private static void guard(RoutingContext context) {
        // At the end, so that nothing that answers can weaken them.
        context.addHeadersEndHandler(sent -> write(context.request(), context.response().headers()));
        context.next();
    }

    private static void write(HttpServerRequest request, MultiMap headers) {
        String path = request.path();
        headers.set("Content-Security-Policy", isBelow(path, "/api/docs") ? DOCS_POLICY : PAGE_POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Permissions-Policy", PERMISSIONS);
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cache-Control", caching(path, request.response().getStatusCode()));
        if ("https".equals(request.scheme())) {
            headers.set("Strict-Transport-Security", TWO_YEARS);
        }
    }

    /** Names of bundled files change with their content; everything else is asked for again. */
    private static String caching(String path, int status) {
        if (isBelow(path, "/api")) {
            return "no-store";
        }
        if (status != 200) {
            return "no-cache";
        }
        if (path.equals("/.well-known/jwks.json")) {
            return FOR_MINUTES;
        }
        return isBelow(path, "/static/bundle") ? FOR_GOOD : "no-cache";
    }

    private static boolean isBelow(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }
}
