package community.haven.account;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

import community.haven.shared.Page;
import community.haven.shared.Parameter;
import io.quarkus.security.Authenticated;

/** Letting people in where sign-up is by invitation. */
@Path(InvitationResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Invitations")
public class InvitationResource {

    public static final String PATH = "/api/invitations";

    private final Invitations invitations;
    private final CurrentPerson current;

    InvitationResource(Invitations invitations, CurrentPerson current) {
        this.invitations = invitations;
        this.current = current;
    }

    @GET
    @Operation(summary = "Read the invitations, newest first", description = """
            For admins, for moderators too where they may invite, and for hosts their own where those may. The codes \
            themselves are not kept.""")
    public Page<Invitations.View> list(@RestQuery String cursor, @RestQuery String limit) {
        return invitations.list(current.get(), cursor, Parameter.limit(limit));
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Invite people", description = """
            Makes a code for so many people and days. The answer has it, this once; a link to the page is /sign-up#CODE. \
            It is asked for where sign-up is by invitation. Hosts, where they may invite, invite up to 10 people for up to 30 \
            days. Audited.""")
    @APIResponse(responseCode = "201", description = "The code.")
    @APIResponse(responseCode = "422", description = "invalid")
    public Invitations.Made make(@NotNull NewInvitation request) {
        return invitations.make(current.get(), request.uses(), request.days(), request.note());
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Withdraw an invitation", description = """
            Nobody comes in by it any more. Hosts withdraw their own. Audited.""")
    @APIResponse(responseCode = "204", description = "Withdrawn.")
    @APIResponse(responseCode = "404", description = "not-found")
    public void withdraw(@PathParam("id") UUID id) {
        invitations.withdraw(current.get(), id);
    }

    /**
     * @param uses how many people may come in by it, 1 to 500, for hosts to 10
     * @param days how long, 1 to 365, for hosts to 30
     * @param note for whom it is, up to 200 characters, for those who may invite
     */
    record NewInvitation(Integer uses, Integer days, String note) {

        @Override
        public String toString() {
            return "NewInvitation[]";
        }
    }
}
