package community.haven.meeting;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What calendars look up. They cannot sign in, so the address is the key. */
@Path(CalendarFeedResource.PATH + "/{token}.ics")
@Tag(name = "Sessions")
public class CalendarFeedResource {

    static final String PATH = "/api/calendar";

    private final Calendars calendars;

    CalendarFeedResource(Calendars calendars) {
        this.calendars = calendars;
    }

    static String pathOf(String token) {
        return PATH + "/" + token + ".ics";
    }

    @GET
    @PermitAll
    @Produces("text/calendar;charset=UTF-8")
    @Operation(summary = "Read somebody's sessions as a calendar (RFC 5545), by a private address")
    @APIResponse(responseCode = "404", description = "not-found: the address was withdrawn, or there never was one.")
    public String read(@RestPath String token) {
        return calendars.feed(token);
    }
}
