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
import org.jboss.resteasy.reactive.RestResponse;

import io.vertx.core.http.HttpServerRequest;

/** The way back for people who have lost their password. */
@Path(RecoveryResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class RecoveryResource {

    public static final String PATH = "/api/recovery";

    private final Recovery recovery;
    private final KnownDevices known;
    private final OwnPage page;

    RecoveryResource(Recovery recovery, KnownDevices known, OwnPage page) {
        this.recovery = recovery;
        this.known = known;
        this.page = page;
    }

    @POST
    @PermitAll
    @Operation(summary = "Choose a new password with a recovery code", description = """
            Uses the code up and ends all sessions of the account at once. A password that is refused costs no code.""")
    @APIResponse(responseCode = "204", description = "The password is changed; sign in with it.")
    @APIResponse(responseCode = "401", description = "recovery-failed, whether or not the account exists.")
    @APIResponse(responseCode = "403", description = "foreign-origin: the page belongs to another site.")
    @APIResponse(responseCode = "422", description = "invalid, password-too-short, password-too-common.")
    @APIResponse(responseCode = "429", description = "too-many-requests: see Retry-After.")
    public RestResponse<Void> recover(@NotNull Recover request, @Context HttpServerRequest http) {
        page.check(http);
        UUID account = recovery.recover(request.handle(), request.code(), request.password(), ClientAddress.of(http));
        return RestResponse.ResponseBuilder.<Void> noContent().cookie(known.cameBack(account, http)).build();
    }

    /**
     * @param code a recovery code, with or without its hyphens
     * @param password the new one
     */
    record Recover(String handle, String code, String password) {

        @Override
        public String toString() {
            return "Recover[]";
        }
    }
}
