package community.haven.account;

import java.util.UUID;

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
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

import io.vertx.core.http.HttpServerRequest;

/** The way back by e-mail, for people who have left an address. */
@Path(PasswordResetResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class PasswordResetResource {

    public static final String PATH = "/api/password-resets";

    private final PasswordResets resets;
    private final KnownDevices known;
    private final OwnPage page;

    PasswordResetResource(PasswordResets resets, KnownDevices known, OwnPage page) {
        this.resets = resets;
        this.known = known;
        this.page = page;
    }

    @POST
    @PermitAll
    @ResponseStatus(202)
    @Operation(summary = "Ask for a link to a new password", description = """
            It is sent to the confirmed address of the account, if there is one. The answer is the same in any case.""")
    @APIResponse(responseCode = "202", description = "If the account exists and has a confirmed address, a link is on its way.")
    @APIResponse(responseCode = "409", description = "mail-off: this Haven sends no e-mail.")
    @APIResponse(responseCode = "429", description = "too-many-requests: see Retry-After.")
    public void ask(@NotNull Asked request, @Context HttpServerRequest http) {
        resets.ask(request.handle(), ClientAddress.of(http));
    }

    @POST
    @Path("/completion")
    @PermitAll
    @Operation(summary = "Choose a new password with a link", description = """
            Uses the link up and ends all sessions of the account at once. A password that is refused costs no link.""")
    @APIResponse(responseCode = "204", description = "The password is changed; sign in with it.")
    @APIResponse(responseCode = "403", description = "foreign-origin: the page belongs to another site.")
    @APIResponse(responseCode = "409", description = "mail-off: this Haven sends no e-mail.")
    @APIResponse(responseCode = "410", description = "link-over: used, too old, or replaced by a newer one.")
    @APIResponse(responseCode = "422", description = "invalid, password-too-short, password-too-common.")
    @APIResponse(responseCode = "429", description = "too-many-requests: see Retry-After.")
    public RestResponse<Void> complete(@NotNull Completion request, @Context HttpServerRequest http) {
        page.check(http);
        UUID account = resets.complete(request.token(), request.password(), ClientAddress.of(http));
        return RestResponse.ResponseBuilder.<Void> noContent().cookie(known.cameBack(account, http)).build();
    }

    record Asked(String handle) {

        @Override
        public String toString() {
            return "Asked[]";
        }
    }

    /**
     * @param token what stands behind the "#" of the link
     * @param password the new one
     */
    record Completion(String token, String password) {

        @Override
        public String toString() {
            return "Completion[]";
        }
    }
}
