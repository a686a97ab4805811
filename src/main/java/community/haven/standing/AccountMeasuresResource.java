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
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

import community.haven.account.AccountResource;
import community.haven.account.CurrentPerson;
import io.quarkus.security.Authenticated;

/** What moderators decide about one person. */
@Path(AccountMeasuresResource.PATH)
@Authenticated
@Tag(name = "Measures")
public class AccountMeasuresResource {

    static final String PATH = AccountResource.PATH + "/{id}/measures";

    private final Measures measures;
    private final CurrentPerson current;

    AccountMeasuresResource(Measures measures, CurrentPerson current) {
        this.measures = measures;
        this.current = current;
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Take a measure: a word, a mute, a suspension; or propose an exclusion (moderators)", description = """
            Always with a rule of the guidelines and a reason that the person reads. A mute lasts up to 30 days, a suspension up \
            to 365. An exclusion is a proposal until a second person confirms it; it lapses after 72 hours.""")
    @APIResponse(responseCode = "201", description = "Taken; it holds at once.")
    @APIResponse(responseCode = "403", description = "not-allowed, not-about-yourself")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "already-measured, still-admin")
    @APIResponse(responseCode = "422", description = "invalid, unknown-rule")
    public MeasureView take(@RestPath UUID id, @NotNull MeasureRequest request) {
        return measures.take(current.get(), id, request);
    }

    @GET
    @Operation(summary = "Read what was decided about somebody, newest first (moderators)")
    public List<MeasureView> about(@RestPath UUID id) {
        return measures.about(current.get(), id);
    }
}
