package community.haven.conversation;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

import community.haven.account.CurrentPerson;
import community.haven.room.RoomResource;
import io.quarkus.security.Authenticated;

/** How far one has read in a room, on all of one's devices. */
@Path(RoomResource.PATH + "/{room}/mark")
@Authenticated
public class ReadingResource {

    private final Participation participation;
    private final CurrentPerson currentPerson;

    ReadingResource(Participation participation, CurrentPerson currentPerson) {
        this.participation = participation;
        this.currentPerson = currentPerson;
    }

    @PUT
    @Operation(summary = "Say up to where one has read", description = "Kept for this person alone, and never moved back. Nothing that "
            + "anybody else gets depends on it.")
    public void mark(@RestPath UUID room, @NotNull @Valid MarkRequest request) {
        participation.markRead(currentPerson.get(), room, request.seq());
    }

    /** @param seq the number of the newest entry that was seen */
    record MarkRequest(@NotNull @Min(0) Long seq) {
    }
}
