package community.haven.live;

import java.io.InputStream;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How to speak with the live socket, for whoever writes a client of their own. */
@Path("/api/asyncapi")
@Tag(name = "Live socket")
public class AsyncApiResource {

    static final String DOCUMENT = "/asyncapi.yaml";

    @GET
    @PermitAll
    @Produces("application/yaml;charset=UTF-8")
    @Operation(summary = "Read the description of the live socket", description = "An AsyncAPI 3.0 document.")
    public InputStream read() {
        return AsyncApiResource.class.getResourceAsStream(DOCUMENT);
    }
}
