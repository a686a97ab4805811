package community.haven.account;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.quarkus.security.Authenticated;

/** Being out of sight for a while. */
@Path(RestResource.PATH)
@Authenticated
@Tag(name = "Accounts")
public class RestResource {

    public static final String PATH = AccountResource.PATH + "/me/rest";

    private final Rest rest;
    private final CurrentPerson current;

    RestResource(Rest rest, CurrentPerson current) {
        this.rest = rest;
        this.current = current;
    }

    @PUT
    @Operation(summary = "Rest", description = "Members no longer see your name. Everything of yours is kept, and you can read.")
    @APIResponse(responseCode = "204", description = "You rest.")
    @APIResponse(responseCode = "409", description = "wrong-state: you wait for approval, or are about to leave.")
    public void begin() {
        rest.begin(current.self());
    }

    @DELETE
    @Operation(summary = "Come back from resting", description = "Everything is as it was.")
    @APIResponse(responseCode = "204", description = "You are back.")
    @APIResponse(responseCode = "409", description = "wrong-state: you wait for approval, or are about to leave.")
    public void end() {
        rest.end(current.self());
    }
}
