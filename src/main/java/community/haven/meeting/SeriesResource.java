package community.haven.meeting;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import community.haven.account.CurrentPerson;
import community.haven.shared.Parameter;
import io.quarkus.security.Authenticated;

/** All sessions of a series at once. */
@Path("/api/meeting-series/{id}")
@Authenticated
@Tag(name = "Sessions")
public class SeriesResource {

    private final Schedule schedule;
    private final Places places;
    private final CurrentPerson current;

    SeriesResource(Schedule schedule, Places places, CurrentPerson current) {
        this.schedule = schedule;
        this.places = places;
        this.current = current;
    }

    @PUT
    @Operation(summary = "Change all sessions of a series that have not begun (hosts of the room and moderators)", description = """
            Needs the series' version in If-Match, and a reason, which those who come read in a notice. What is left out stays as
            it is. Sessions that were changed one by one become like the others again. Audited.""")
    @APIResponse(responseCode = "204", description = "Changed.")
    @APIResponse(responseCode = "409", description = "wrong-state: it has been cancelled. time-taken")
    @APIResponse(responseCode = "412", description = "changed-meanwhile")
    public void change(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull SeriesChange change) {
        schedule.changeSeries(current.get(), id, Parameter.version(ifMatch), change);
    }

    @POST
    @Path("/cancellation")
    @Operation(summary = "Cancel all sessions of a series that have not begun (hosts of the room and moderators)", description = """
            With a reason, which those who come read in a notice. A session that is on goes on; it can be cancelled by itself.
            Audited.""")
    @APIResponse(responseCode = "204", description = "Cancelled.")
    @APIResponse(responseCode = "409", description = "wrong-state: it has been cancelled before.")
    public void cancel(@RestPath UUID id, @NotNull MeetingResource.Cancellation request) {
        schedule.cancelSeries(current.get(), id, request.reason());
    }

    @PUT
    @Path("/place")
    @Operation(summary = "Come every week: take a place at each session to come, or join its line")
    @APIResponse(responseCode = "204", description = "You come every week.")
    @APIResponse(responseCode = "403", description = "not-a-member")
    public void take(@RestPath UUID id) {
        places.takeEveryWeek(current.get(), id);
    }

    @DELETE
    @Path("/place")
    @Operation(summary = "Come no longer every week: give back your places at all sessions to come")
    @APIResponse(responseCode = "204", description = "You come no longer.")
    public void giveBack(@RestPath UUID id) {
        places.giveBackEveryWeek(current.self(), id);
    }
}
