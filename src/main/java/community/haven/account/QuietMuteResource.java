package community.haven.account;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.quarkus.security.Authenticated;

/** Not seeing somebody. */
@Path(QuietMuteResource.PATH)
@Authenticated
@Tag(name = "Accounts")
public class QuietMuteResource {

    public static final String PATH = AccountResource.PATH + "/me/quiet-mutes";

    private final QuietMutes mutes;
    private final Guard guard;
    private final CurrentPerson current;

    QuietMuteResource(QuietMutes mutes, Guard guard, CurrentPerson current) {
        this.mutes = mutes;
        this.guard = guard;
        this.current = current;
    }

    @GET
    @Operation(summary = "List whom you have muted quietly")
    public Muted list() {
        return new Muted(mutes.list(current.self()));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Mute somebody quietly", description = """
            From now on you see nothing of theirs: not in rooms, not on the board. They are not told, and nothing changes for
            them.""")
    @APIResponse(responseCode = "204", description = "Muted, or muted before.")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "422", description = "invalid: yourself, or more people than can be muted.")
    public void mute(@PathParam("id") UUID id) {
        guard.allow(current.self(), Act.MUTE_QUIETLY);
        mutes.mute(current.self(), id);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "See somebody again")
    @APIResponse(responseCode = "204", description = "Not muted any more, or never was.")
    public void end(@PathParam("id") UUID id) {
        guard.allow(current.self(), Act.MUTE_QUIETLY);
        mutes.end(current.self(), id);
    }

    record Muted(List<QuietMutes.Muted> items) {
    }
}
