package community.haven.conversation;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import community.haven.account.CurrentPerson;
import community.haven.room.RoomResource;
import io.quarkus.security.Authenticated;

/** What stands at the top of a room. */
@Path(PinResource.PATH)
@Authenticated
@Tag(name = "Message Resource")
public class PinResource {

    public static final String PATH = RoomResource.PATH + "/{room}/pins";

    private final Histories histories;
    private final CurrentPerson currentPerson;

    PinResource(Histories histories, CurrentPerson currentPerson) {
        this.histories = histories;
        this.currentPerson = currentPerson;
    }

    @GET
    @Operation(summary = "List the pinned messages of a room, the newest pin first", description = """
            As the reader may see them. `seq` is the number of the entry `pinned`: of two that say something about the same \
            message, the one with the higher number counts.""")
    public List<PinView> pins(@RestPath UUID room) {
        return histories.pinned(currentPerson.get(), room);
    }
}
