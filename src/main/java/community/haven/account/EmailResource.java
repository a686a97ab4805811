package community.haven.account;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.quarkus.security.Authenticated;

/** One's own e-mail address, for those who wish to leave one. */
@Path(EmailResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Accounts")
public class EmailResource {

    public static final String PATH = "/api/accounts/me/email";

    private final Emails emails;
    private final CurrentPerson current;

    EmailResource(Emails emails, CurrentPerson current) {
        this.emails = emails;
        this.current = current;
    }

    @GET
    @Operation(summary = "Read your e-mail address")
    @APIResponse(responseCode = "409", description = "mail-off: this Haven sends no e-mail.")
    public Emails.View read() {
        return emails.of(current.self());
    }

    @PUT
    @Operation(summary = "Leave an e-mail address, or another one", description = """
            Sends a link there. The address counts once the link has been used; until then the one before it stays.""")
    @APIResponse(responseCode = "200", description = "A link is on its way.")
    @APIResponse(responseCode = "403", description = "proof-needed: show first that it is you.")
    @APIResponse(responseCode = "409", description = "mail-off: this Haven sends no e-mail.")
    @APIResponse(responseCode = "422", description = "invalid")
    @APIResponse(responseCode = "429", description = "too-many-requests: see Retry-After.")
    public Emails.View ask(@NotNull Asked request) {
        return emails.ask(current.self(), request.email());
    }

    @DELETE
    @Operation(summary = "Take your e-mail address back")
    @APIResponse(responseCode = "204", description = "Haven has no address of yours.")
    @APIResponse(responseCode = "403", description = "proof-needed: show first that it is you.")
    public void remove() {
        emails.remove(current.self());
    }

    record Asked(String email) {

        @Override
        public String toString() {
            return "Asked[]";
        }
    }
}
