package community.haven.account;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.quarkus.security.Authenticated;

/** The decision about a newcomer: two of staff may come to it at once, and the second is told. */
@Path(AccountResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Approvals")
public class NewcomerResource {

    private final Newcomers newcomers;
    private final CurrentPerson current;

    NewcomerResource(Newcomers newcomers, CurrentPerson current) {
        this.newcomers = newcomers;
        this.current = current;
    }

    @GET
    @Path("/me/approval")
    @Operation(summary = "Read whether you have been let in", description = """
            waiting, approved or refused; with the reason, and the day on which the account goes, when it is a no.""")
    public Newcomers.Own own() {
        return newcomers.own(current.self());
    }

    @POST
    @Path("/{id}/approval")
    @Operation(summary = "Let a newcomer in (moderators)", description = "They can go on at once. Audited.")
    @APIResponse(responseCode = "204", description = "Let in.")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "already-decided: by somebody else, or before.")
    public void approve(@PathParam("id") UUID id) {
        newcomers.approve(current.get(), id);
    }

    @POST
    @Path("/{id}/refusal")
    @Operation(summary = "Do not let a newcomer in (moderators)", description = """
            They read the reason when they sign in, for some days; then the account goes. Audited.""")
    @APIResponse(responseCode = "204", description = "Refused.")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "already-decided: by somebody else, or before.")
    @APIResponse(responseCode = "422", description = "invalid")
    public void refuse(@PathParam("id") UUID id, @NotNull Reason request) {
        newcomers.refuse(current.get(), id, request.reason());
    }

    /** @param reason 10 to 1,000 characters, for the newcomer */
    record Reason(String reason) {

        @Override
        public String toString() {
            return "Reason[]";
        }
    }
}
