package community.haven.account;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.quarkus.security.Authenticated;

/** How a new Haven gets its first admin. */
@Path(SetupResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Accounts")
public class SetupResource {

    public static final String PATH = "/api/setup";

    private final Setup setup;
    private final CurrentPerson current;

    SetupResource(Setup setup, CurrentPerson current) {
        this.setup = setup;
        this.current = current;
    }

    @POST
    @Operation(summary = "Become the first admin", description = "With the code that Haven printed when it started.")
    @APIResponse(responseCode = "200", description = "You are the admin.")
    @APIResponse(responseCode = "403", description = "setup-code-wrong")
    @APIResponse(responseCode = "409", description = "setup-done: there is an admin already.")
    @APIResponse(responseCode = "429", description = "too-many-requests: see Retry-After.")
    public AccountView setUp(@NotNull Code request) {
        return setup.use(current.self(), request.code());
    }

    record Code(String code) {

        @Override
        public String toString() {
            return "Code[]";
        }
    }
}
