package community.haven.meeting;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import community.haven.account.CurrentPerson;
import community.haven.shared.Page;
import community.haven.shared.Parameter;
import io.quarkus.security.Authenticated;

/** One session: who comes, who looks after it, when it is. */
@Path(MeetingResource.PATH)
@Authenticated
@Tag(name = "Sessions")
public class MeetingResource {

    static final String PATH = "/api/meetings";

    private final Meetings meetings;
    private final Schedule schedule;
    private final Places places;
    private final Hosting hosting;
    private final CurrentPerson current;

    MeetingResource(Meetings meetings, Schedule schedule, Places places, Hosting hosting, CurrentPerson current) {
        this.meetings = meetings;
        this.schedule = schedule;
        this.places = places;
        this.hosting = hosting;
        this.current = current;
    }

    @GET
    @Operation(summary = "List the sessions that you come to, wait for or look after, the next first")
    public Page<MeetingView> mine(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        return meetings.mine(current.get(), cursor, Parameter.limit(limit));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read about a session")
    @APIResponse(responseCode = "403", description = "not-a-member")
    public RestResponse<MeetingView> read(@RestPath UUID id) {
        return view(id);
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change one session that has not begun (hosts of the room and moderators)", description = """
            Needs the ETag of what was read in If-Match, and a reason, which those who come read in a notice. What is left out
            stays as it is; nobody is told of a change that changes nothing. Nobody loses a place by it. Audited.""")
    @APIResponse(responseCode = "409", description = "wrong-state, time-taken")
    @APIResponse(responseCode = "412", description = "changed-meanwhile")
    public RestResponse<MeetingView> change(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull MeetingChange change) {
        schedule.change(current.get(), id, Parameter.version(ifMatch), change);
        return view(id);
    }

    @POST
    @Path("/{id}/cancellation")
    @Operation(summary = "Cancel one session (hosts of the room and moderators)", description = """
            With a reason, which those who come read in a notice. Audited, and an event in the room's order.""")
    @APIResponse(responseCode = "409", description = "wrong-state: it is over.")
    public RestResponse<MeetingView> cancel(@RestPath UUID id, @NotNull Cancellation request) {
        schedule.cancel(current.get(), id, request.reason());
        return view(id);
    }

    @POST
    @Path("/{id}/take-over")
    @Operation(summary = "Look after a session from now on (hosts of the room and moderators)", description = """
            For a session that is opening or open, or that closes because its host has dropped: it is open again then. Its own
            host says by this that they are here. Audited.""")
    @APIResponse(responseCode = "409", description = "wrong-state: it is not on.")
    public RestResponse<MeetingView> takeOver(@RestPath UUID id) {
        hosting.takeOver(current.get(), id);
        return view(id);
    }

    @GET
    @Path("/{id}/places")
    @Operation(summary = "List who comes (the session's host)")
    @APIResponse(responseCode = "403", description = "not-allowed: you are not its host.")
    public Places.Coming coming(@RestPath UUID id) {
        return places.coming(current.get(), id);
    }

    @PUT
    @Path("/{id}/place")
    @Operation(summary = "Take a place, or join the line when there is none; again changes nothing")
    @APIResponse(responseCode = "403", description = "not-a-member")
    @APIResponse(responseCode = "409", description = "wrong-state: it is too late.")
    public RestResponse<MeetingView> take(@RestPath UUID id) {
        places.take(current.get(), id);
        return view(id);
    }

    @DELETE
    @Path("/{id}/place")
    @Operation(summary = "Give your place back, or leave the line; whoever is first in line moves up and is told")
    public void giveBack(@RestPath UUID id) {
        places.giveBack(current.self(), id);
    }

    private RestResponse<MeetingView> view(UUID id) {
        MeetingView view = meetings.openTo(current.get(), id);
        return ResponseBuilder.ok(view).tag(Integer.toString(view.version())).build();
    }

    /** @param reason 10 to 1,000 characters */
    record Cancellation(String reason) {

        @Override
        public String toString() {
            return "Cancellation[]";
        }
    }
}
