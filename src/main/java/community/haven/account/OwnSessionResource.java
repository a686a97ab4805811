package community.haven.account;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.quarkus.security.Authenticated;

/** Seeing where one is signed in, and ending it from elsewhere. */
@Path(SessionResource.PATH)
@Authenticated
@Tag(name = "Sessions")
public class OwnSessionResource {

    private final OwnSessions sessions;
    private final CurrentPerson current;

    OwnSessionResource(OwnSessions sessions, CurrentPerson current) {
        this.sessions = sessions;
        this.current = current;
    }

    @GET
    @Operation(summary = "Read where you are signed in", description = """
            Your own living sessions, the one used last first, a hundred at most. Haven keeps the kind of device and no \
            address.""")
    public Living list() {
        return new Living(sessions.list(current.self()));
    }

    @DELETE
    @Operation(summary = "Sign out everywhere else", description = """
            Ends all your other sessions with their tokens and live connections at once; the one that asks goes on.""")
    @APIResponse(responseCode = "204", description = "Ended, if there were any.")
    @APIResponse(responseCode = "403", description = "proof-needed: show once more that it is you.")
    public void endOthers() {
        sessions.endOthers(current.self());
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Sign out one of your sessions", description = """
            Ends its tokens and live connections at once. The one that asks can be named as well.""")
    @APIResponse(responseCode = "204", description = "Ended.")
    @APIResponse(responseCode = "403", description = "proof-needed: show once more that it is you.")
    @APIResponse(responseCode = "404", description = "not-found: no living session of yours.")
    public void end(@PathParam("id") UUID id) {
        sessions.end(current.self(), id);
    }

    record Living(List<OwnSession> items) {
    }
}
