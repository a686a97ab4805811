package community.haven.room;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import community.haven.account.CurrentPerson;
import io.quarkus.security.Authenticated;

/** Coming into rooms and leaving them. */
@Path(RoomResource.PATH + "/{id}")
@Authenticated
@Tag(name = "Coming into rooms")
public class EntranceResource {

    private final Entrances entrances;
    private final CurrentPerson current;

    EntranceResource(Entrances entrances, CurrentPerson current) {
        this.entrances = entrances;
        this.current = current;
    }

    @PUT
    @Path("/membership")
    @Operation(summary = "Join a room; joining again changes nothing", description = """
            For rooms that are open to everybody. In others people ask. Where there is no place, asking puts somebody in line. \
            RateLimit-Policy says how many attempts one person has at the door of one room in how many seconds; staff are not counted.""")
    @APIResponse(responseCode = "200", description = "They are a member.")
    @APIResponse(responseCode = "403", description = "removed-from-room")
    @APIResponse(responseCode = "409", description = "room-full, room-by-request, room-closed-to-newcomers, room-archived")
    @APIResponse(responseCode = "429", description = "too-many-requests")
    public RestResponse<RoomView> join(@RestPath UUID id) {
        return announced(entrances.join(current.get(), id));
    }

    @DELETE
    @Path("/membership")
    @Operation(summary = "Leave a room", description = "The first in line has the place at once.")
    public void leave(@RestPath UUID id) {
        entrances.leave(current.get(), id);
    }

    @PUT
    @Path("/request")
    @Operation(summary = "Ask to come into a room; asking again changes nothing but the note", description = """
            In an open room whoever asks comes in, or stands in line for a place and comes in when it is their turn. Elsewhere, and \
            for whoever was taken out of the room, those who look after it decide. Either way a notice tells how it ended; \
            membership and askedAt of the answer say how it stands.""")
    @APIResponse(responseCode = "200", description = "The room, with how far they have come.")
    @APIResponse(responseCode = "409", description = "room-closed-to-newcomers, room-archived")
    @APIResponse(responseCode = "429", description = "too-many-requests")
    public RestResponse<RoomView> ask(@RestPath UUID id, @NotNull NewRequest request) {
        return announced(entrances.ask(current.get(), id, request.note()));
    }

    @DELETE
    @Path("/request")
    @Operation(summary = "Ask no more, or leave the line")
    public void takeBack(@RestPath UUID id) {
        entrances.takeBack(current.get(), id);
    }

    private RestResponse<RoomView> announced(RoomView room) {
        return ResponseBuilder.ok(room).header("RateLimit-Policy", entrances.policy()).build();
    }

    /** @param note up to 500 characters for those who decide, or nothing */
    record NewRequest(String note) {

        @Override
        public String toString() {
            return "NewRequest[]";
        }
    }
}
