package community.haven.account;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What has to be done before a sign-up. */
@Path(SignUpResource.PATH)
@Tag(name = "Accounts")
public class SignUpResource {

    public static final String PATH = "/api/sign-up";

    private final SignUpProofs proofs;

    SignUpResource(SignUpProofs proofs) {
        this.proofs = proofs;
    }

    @GET
    @Path("/challenge")
    @PermitAll
    @Operation(summary = "Get work to do for a sign-up", description = """
            Find the number from 0 to maxNumber for which SHA-256 of the salt followed by the number (decimal digits) is the \
            challenge. Each answer counts for one sign-up, for some minutes. GET /api/page says whether it is asked for.""")
    public SignUpProofs.Challenge challenge() {
        return proofs.challenge();
    }
}
