package community.haven.room;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

import community.haven.account.CurrentPerson;
import io.quarkus.security.Authenticated;

/** Whether one member of a room is heard there. */
@Path(RoomMuteResource.PATH)
@Authenticated
@Tag(name = "Room Resource")
public class RoomMuteResource {

    public static final String PATH = RoomResource.PATH + "/{id}/members/{account}/mute";

    private final RoomMutes mutes;
    private final CurrentPerson currentPerson;

    RoomMuteResource(RoomMutes mutes, CurrentPerson currentPerson) {
        this.mutes = mutes;
        this.currentPerson = currentPerson;
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Mute a member in this room for a time (hosts of the room and moderators)", description = """
            With a rule of the guidelines and a reason that the person reads. They stay a member and read everything; whatever \
            others would see of them here is refused. It ends by itself: after up to 7 days when a host decides, up to 30 when \
            a moderator does. Audited.""")
    @APIResponse(responseCode = "201", description = "It holds at once, and the person is told.")
    @APIResponse(responseCode = "403", description = "not-allowed, not-about-yourself")
    @APIResponse(responseCode = "404", description = "not-found: no such room or member.")
    @APIResponse(responseCode = "409", description = "already-measured: they are muted here already.")
    @APIResponse(responseCode = "422", description = "invalid, unknown-rule")
    public RoomMuteView mute(@RestPath UUID id, @RestPath UUID account, @NotNull RoomMuteRequest request) {
        return mutes.mute(currentPerson.get(), id, account, request);
    }

    @POST
    @Path("/lifting")
    @Operation(summary = "Let a member be heard again before the time is over, with a reason (hosts and moderators)", description = "What a moderator decided is lifted by moderators. The person is told. Audited.")
    @APIResponse(responseCode = "204", description = "They are heard again.")
    @APIResponse(responseCode = "403", description = "not-allowed, not-about-yourself")
    @APIResponse(responseCode = "404", description = "not-found: no such room or member.")
    @APIResponse(responseCode = "409", description = "wrong-state: nobody has muted them here, or it is over.")
    @APIResponse(responseCode = "422", description = "invalid")
    public void lift(@RestPath UUID id, @RestPath UUID account, @NotNull Lifting request) {
        mutes.lift(currentPerson.get(), id, account, request.reason());
    }

    /** @param reason 10 to 1,000 characters that the person will read */
    record Lifting(String reason) {

        @Override
        public String toString() {
            return "Lifting[]";
        }
    }
}
