package community.haven.account;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.vertx.core.http.HttpServerRequest;

/** The link in the letter that asks whether an address is right. */
@Path(EmailConfirmationResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class EmailConfirmationResource {

    public static final String PATH = "/api/email-confirmations";

    private final Emails emails;

    EmailConfirmationResource(Emails emails) {
        this.emails = emails;
    }

    @POST
    @PermitAll
    @Operation(summary = "Confirm an e-mail address", description = """
            With what the link in the letter carries. Nobody has to be signed in: letters are often read on another device.""")
    @APIResponse(responseCode = "204", description = "The address counts.")
    @APIResponse(responseCode = "409", description = "mail-off: this Haven sends no e-mail.")
    @APIResponse(responseCode = "410", description = "link-over: used, too old, or replaced by a newer one.")
    @APIResponse(responseCode = "429", description = "too-many-requests: see Retry-After.")
    public void confirm(@NotNull Confirmation request, @Context HttpServerRequest http) {
        emails.confirm(request.token(), ClientAddress.of(http));
    }

    /** @param token what stands behind the "#" of the link */
    record Confirmation(String token) {

        @Override
        public String toString() {
            return "Confirmation[]";
        }
    }
}
