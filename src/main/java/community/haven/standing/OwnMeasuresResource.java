package community.haven.standing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import community.haven.account.AccountResource;
import community.haven.account.CurrentPerson;
import io.quarkus.security.Authenticated;

/** What somebody is told about themselves, however they stand. */
@Path(OwnMeasuresResource.PATH)
@Authenticated
@Tag(name = "Measures")
public class OwnMeasuresResource {

    static final String PATH = AccountResource.PATH + "/me/measures";

    private final Measures measures;
    private final CurrentPerson current;

    OwnMeasuresResource(Measures measures, CurrentPerson current) {
        this.measures = measures;
        this.current = current;
    }

    @GET
    @Operation(summary = "Read how you stand, and why: rule, reason, until when, and what happens next")
    public Measures.Own own() {
        return measures.own(current.self());
    }
}
