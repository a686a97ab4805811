package community.haven.room;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import community.haven.account.CurrentPerson;
import community.haven.shared.Page;
import community.haven.shared.Parameter;
import io.quarkus.security.Authenticated;

/** Who is in a room and who would like to be: for its hosts, and for staff. */
@Path(RoomResource.PATH + "/{id}")
@Authenticated
@Tag(name = "Looking after a room")
public class RoomDeskResource {

    private final RoomRequests requests;
    private final RoomMembers members;
    private final RoomNewcomers newcomers;
    private final CurrentPerson current;

    RoomDeskResource(RoomRequests requests, RoomMembers members, RoomNewcomers newcomers, CurrentPerson current) {
        this.requests = requests;
        this.members = members;
        this.newcomers = newcomers;
        this.current = current;
    }

    @GET
    @Path("/requests")
    @Operation(summary = "Read who would like to come in, the longest wait first", description = """
            state is asked for whoever waits for a decision, and waiting for whoever stands in line for a place.""")
    public Page<RoomRequests.View> requests(@RestPath UUID id, @RestQuery String cursor, @RestQuery String limit) {
        return requests.list(current.get(), id, cursor, Parameter.limit(limit));
    }

    @POST
    @Path("/requests/{account}/approval")
    @Operation(summary = "Let somebody in", description = """
            At once, or as soon as there is a place and it is their turn. They are told. Audited.""")
    @APIResponse(responseCode = "204", description = "They are in, or in line.")
    @APIResponse(responseCode = "409", description = "already-decided, room-archived")
    public void approve(@RestPath UUID id, @RestPath UUID account) {
        requests.approve(current.get(), id, account);
    }

    @POST
    @Path("/requests/{account}/refusal")
    @Operation(summary = "Do not let somebody in", description = "They are told, and read the reason. Audited.")
    @APIResponse(responseCode = "204", description = "They do not ask any more.")
    @APIResponse(responseCode = "409", description = "already-decided")
    public void refuse(@RestPath UUID id, @RestPath UUID account, @NotNull Answer request) {
        requests.refuse(current.get(), id, account, request.reason());
    }

    @GET
    @Path("/members")
    @Operation(summary = "Read who has joined, the earliest first")
    public Page<RoomMembers.View> members(@RestPath UUID id, @RestQuery String cursor, @RestQuery String limit) {
        return members.list(current.get(), id, cursor, Parameter.limit(limit));
    }

    @POST
    @Path("/members/{account}/removal")
    @Operation(summary = "Take somebody out of the room", description = """
            With a rule and a reason, which they read. They stay a member of Haven; until the given time, or for good, they do not \
            come in by themselves, and may ask to come back. Nobody else is told. About hosts and staff, staff decides. Audited.""")
    @APIResponse(responseCode = "204", description = "They are out, and hear nothing more of it.")
    @APIResponse(responseCode = "403", description = "not-allowed, not-about-yourself")
    @APIResponse(responseCode = "422", description = "invalid, unknown-rule")
    public void remove(@RestPath UUID id, @RestPath UUID account, @NotNull MemberRemovalRequest request) {
        members.remove(current.get(), id, account, request);
    }

    @PUT
    @Path("/newcomers")
    @Operation(summary = "Close a room to newcomers", description = """
            Nobody comes in by themselves, and nobody asks. Members go on as before, invitations hold, and whoever stands in line \
            keeps their place. Audited.""")
    @APIResponse(responseCode = "200", description = "The room as it is now.")
    public RoomView close(@RestPath UUID id, @NotNull Closing request) {
        return newcomers.close(current.get(), id, request.minutes());
    }

    @DELETE
    @Path("/newcomers")
    @Operation(summary = "Open a room to newcomers again", description = "Audited.")
    @APIResponse(responseCode = "200", description = "The room as it is now.")
    public RoomView open(@RestPath UUID id) {
        return newcomers.open(current.get(), id);
    }

    /** @param reason 10 to 1,000 characters that the person will read */
    record Answer(String reason) {

        @Override
        public String toString() {
            return "Answer[]";
        }
    }

    /** @param minutes 1 to 10,080, or nothing: until somebody opens the room */
    record Closing(Integer minutes) {
    }
}
