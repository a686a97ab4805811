package community.haven.standing;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import community.haven.account.CurrentPerson;
import io.quarkus.security.Authenticated;

/** Single measures, and what becomes of them. */
@Path("/api/measures")
@Authenticated
@Tag(name = "Measures")
public class MeasureResource {

    private final Measures measures;
    private final CurrentPerson current;

    MeasureResource(Measures measures, CurrentPerson current) {
        this.measures = measures;
        this.current = current;
    }

    @GET
    @Path("/proposals")
    @Operation(summary = "List the exclusions that wait for a second person, oldest first (moderators)")
    public List<MeasureView> proposals() {
        return measures.proposals(current.get());
    }

    @POST
    @Path("/{id}/confirmation")
    @Operation(summary = "Agree to an exclusion that somebody else has proposed (moderators)")
    @APIResponse(responseCode = "200", description = "The person is excluded.")
    @APIResponse(responseCode = "403", description = "not-allowed, not-about-yourself, second-person-needed")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "already-decided, still-admin, wrong-state: it has lapsed.")
    public MeasureView confirm(@RestPath UUID id) {
        return measures.confirm(current.get(), id);
    }

    @POST
    @Path("/{id}/lifting")
    @Operation(summary = "Take a measure back, or decline an exclusion, with a reason (moderators)", description = """
            An exclusion that two people agreed on is taken back by an admin.""")
    @APIResponse(responseCode = "200", description = "It limits nothing any more.")
    @APIResponse(responseCode = "403", description = "not-allowed, not-about-yourself")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "already-decided, wrong-state: it has ended by itself.")
    @APIResponse(responseCode = "422", description = "invalid")
    public MeasureView lift(@RestPath UUID id, @NotNull LiftingRequest request) {
        return measures.lift(current.get(), id, request.reason());
    }
}
