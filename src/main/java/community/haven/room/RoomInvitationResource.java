package community.haven.room;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import community.haven.account.CurrentPerson;
import community.haven.shared.Page;
import community.haven.shared.Parameter;
import io.quarkus.security.Authenticated;

/** Inviting people into a room, and coming in by an invitation. */
@Path(RoomResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Invitations into rooms")
public class RoomInvitationResource {

    private final RoomInvitations invitations;
    private final CurrentPerson current;

    RoomInvitationResource(RoomInvitations invitations, CurrentPerson current) {
        this.invitations = invitations;
        this.current = current;
    }

    @GET
    @Path("/{id}/invitations")
    @Operation(summary = "Read the invitations into a room, newest first", description = """
            For those who look after it. The codes themselves are not kept.""")
    public Page<RoomInvitations.View> list(@RestPath UUID id, @RestQuery String cursor, @RestQuery String limit) {
        return invitations.list(current.get(), id, cursor, Parameter.limit(limit));
    }

    @POST
    @Path("/{id}/invitations")
    @ResponseStatus(201)
    @Operation(summary = "Invite people into a room", description = """
            For those who look after it. Makes a code for so many people and days. The answer has it, this once; a link to the \
            page is /rooms/invited#CODE. Audited.""")
    @APIResponse(responseCode = "201", description = "The code.")
    @APIResponse(responseCode = "422", description = "invalid")
    public RoomInvitations.Made make(@RestPath UUID id, @NotNull NewInvitation request) {
        return invitations.make(current.get(), id, request.uses(), request.days(), request.note());
    }

    @DELETE
    @Path("/{id}/invitations/{invitation}")
    @Operation(summary = "Withdraw an invitation", description = """
            Nobody comes in by it any more; whoever did stays. Audited.""")
    public void withdraw(@RestPath UUID id, @RestPath UUID invitation) {
        invitations.withdraw(current.get(), id, invitation);
    }

    @POST
    @Path("/invitations/acceptance")
    @Operation(summary = "Come into a room by an invitation", description = """
            Where there is no place, they stand in line and come in when it is their turn. A code that never was, is used up or is \
            over has one and the same answer.""")
    @APIResponse(responseCode = "200", description = "The room, with how far they have come.")
    @APIResponse(responseCode = "403", description = "invitation-not-good, removed-from-room")
    @APIResponse(responseCode = "409", description = "room-archived")
    @APIResponse(responseCode = "429", description = "too-many-requests")
    public RoomView accept(@NotNull Acceptance request) {
        return invitations.accept(current.get(), request.code());
    }

    /**
     * @param uses how many people may come in by it, 1 to 50
     * @param days how long, 1 to 30
     * @param note for whom it is, up to 200 characters, for those who look after the room
     */
    record NewInvitation(Integer uses, Integer days, String note) {

        @Override
        public String toString() {
            return "NewInvitation[]";
        }
    }

    /** @param code as it was given to them, with or without hyphens */
    record Acceptance(String code) {

        @Override
        public String toString() {
            return "Acceptance[]";
        }
    }
}
