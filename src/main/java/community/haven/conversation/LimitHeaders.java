package community.haven.conversation;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import community.haven.account.CurrentPerson;
import community.haven.account.Person;
import community.haven.account.Rate;

/**
 * Announces limits as {@code draft-ietf-httpapi-ratelimit-headers-10} has it: what one may do in which time, and what is
 * left. Staff are told the first alone, since the second does not hold for them. Not a singleton: filters are made before
 * there is a configuration.
 */
@ApplicationScoped
class LimitHeaders {

    private final Limits limits;
    private final CurrentPerson currentPerson;

    LimitHeaders(Limits limits, CurrentPerson currentPerson) {
        this.limits = limits;
        this.currentPerson = currentPerson;
    }

    @ServerResponseFilter
    void announce(ResourceInfo route, UriInfo address, ContainerResponseContext response) {
        Limited limited = route.getResourceMethod() == null ? null : route.getResourceMethod().getAnnotation(Limited.class);
        if (limited == null || !isAbout(response.getStatus())) {
            return;
        }
        Limits.To what = limited.value();
        Rate rate = limits.rate(what);
        response.getHeaders().add("RateLimit-Policy",
                "\"%s\";q=%d;w=%d".formatted(what.wire(), rate.tries(), rate.within().toSeconds()));
        Person person = currentPerson.self();
        if (!person.isStaff()) {
            UUID room = UUID.fromString(address.getPathParameters().getFirst("room"));
            response.getHeaders().add("RateLimit", "\"%s\";r=%d".formatted(what.wire(), limits.left(person, room, what)));
        }
    }

    /** Whoever was refused for another reason may not be known, and has nothing to count. */
    private static boolean isAbout(int status) {
        return status < Status.BAD_REQUEST.getStatusCode() || status == Status.TOO_MANY_REQUESTS.getStatusCode();
    }
}
