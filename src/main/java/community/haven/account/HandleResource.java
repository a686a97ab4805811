package community.haven.account;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.quarkus.security.Authenticated;

/** One's own name. */
@Path(HandleResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Accounts")
public class HandleResource {

    public static final String PATH = "/api/accounts/me/handle";

    private final Handles handles;
    private final CurrentPerson current;

    HandleResource(Handles handles, CurrentPerson current) {
        this.handles = handles;
        this.current = current;
    }

    @GET
    @Operation(summary = "Read your name, and when you can change it")
    public Handles.Own own() {
        return handles.own(current.self());
    }

    @PUT
    @Operation(summary = "Change your name", description = """
            Everywhere at once, in what you have written too. Nobody else can take the old one for a while. Your live \
            connections close and come back. Audited.""")
    @APIResponse(responseCode = "200", description = "Changed.")
    @APIResponse(responseCode = "403", description = "proof-needed: prove that it is you first.")
    @APIResponse(responseCode = "409", description = "handle-taken; handle-changed-lately: see Retry-After.")
    @APIResponse(responseCode = "422", description = "invalid, handle-not-possible")
    public Handles.Own change(@NotNull NewHandle request) {
        return handles.change(current.self(), request.handle());
    }

    /** @param handle 3 to 30 letters or digits of one script, with single dots, hyphens or underscores between them */
    record NewHandle(String handle) {

        @Override
        public String toString() {
            return "NewHandle[]";
        }
    }
}
