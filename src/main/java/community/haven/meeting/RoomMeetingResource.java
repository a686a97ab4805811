package community.haven.meeting;

import java.net.URI;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import community.haven.account.CurrentPerson;
import community.haven.account.Person;
import community.haven.room.RoomResource;
import community.haven.shared.Page;
import community.haven.shared.Parameter;
import io.quarkus.security.Authenticated;

/** The sessions of a room. */
@Path(RoomResource.PATH + "/{room}/meetings")
@Authenticated
@Tag(name = "Sessions")
public class RoomMeetingResource {

    private final Meetings meetings;
    private final Schedule schedule;
    private final CurrentPerson current;

    RoomMeetingResource(Meetings meetings, Schedule schedule, CurrentPerson current) {
        this.meetings = meetings;
        this.schedule = schedule;
        this.current = current;
    }

    @GET
    @Operation(summary = "List the sessions that are on or to come in a room, the next first", description = """
            For members of the room and moderators. Who comes is told to the session's host alone.""")
    @APIResponse(responseCode = "403", description = "not-a-member")
    public Page<MeetingView> list(@RestPath UUID room, @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        return meetings.in(current.get(), room, cursor, Parameter.limit(limit));
    }

    @POST
    @Operation(summary = "Schedule a session, once or every week (hosts of the room and moderators)", description = """
            The start is meant by the clock on the wall of the time zone: a session at seven in the evening stays at seven in the
            evening when the clocks are changed. Sessions of a series are made some weeks ahead. Audited. Answers with the
            first session.""")
    @APIResponse(responseCode = "201", description = "The first session.")
    @APIResponse(responseCode = "403", description = "not-allowed")
    @APIResponse(responseCode = "409", description = """
            no-sessions-here: the room is always open. time-taken: another session would be on. room-archived""")
    @APIResponse(responseCode = "422", description = "invalid")
    public RestResponse<MeetingView> schedule(@RestPath UUID room, @NotNull MeetingForm form) {
        Person person = current.get();
        MeetingView made = meetings.openTo(person, schedule.schedule(person, room, form));
        return ResponseBuilder.<MeetingView> created(URI.create(MeetingResource.PATH + "/" + made.id())).entity(made)
                .tag(Integer.toString(made.version())).build();
    }
}
