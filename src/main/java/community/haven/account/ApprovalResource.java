package community.haven.account;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import community.haven.shared.Page;
import community.haven.shared.Parameter;
import io.quarkus.security.Authenticated;

/** Those who wait to be let in. */
@Path(ApprovalResource.PATH)
@Authenticated
@Tag(name = "Approvals")
public class ApprovalResource {

    public static final String PATH = "/api/approvals";

    private final Newcomers newcomers;
    private final CurrentPerson current;

    ApprovalResource(Newcomers newcomers, CurrentPerson current) {
        this.newcomers = newcomers;
        this.current = current;
    }

    @GET
    @Operation(summary = "Read who waits to be let in, the longest first (moderators)")
    public Page<Newcomers.Waiting> list(@RestQuery String cursor, @RestQuery String limit) {
        return newcomers.waiting(current.get(), cursor, Parameter.limit(limit));
    }
}
