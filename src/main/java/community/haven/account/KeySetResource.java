package community.haven.account;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For whoever wants to verify Haven's access tokens, such as a second program of the same operator. */
@Path("/.well-known/jwks.json")
@Tag(name = "Sessions")
public class KeySetResource {

    private final Keys keys;

    KeySetResource(Keys keys) {
        this.keys = keys;
    }

    @GET
    @PermitAll
    @Produces({ MediaType.APPLICATION_JSON, "application/jwk-set+json" })
    @Operation(summary = "Read the public keys of access tokens", description = """
            A JSON Web Key Set (RFC 7517). The first key signs; the others verify older tokens until these have run out. \
            A good signature does not say that the session still lives: only Haven knows.""")
    public String read() {
        return keys.signing().toPublicJson();
    }
}
