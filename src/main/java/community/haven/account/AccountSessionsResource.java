package community.haven.account;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.security.Authenticated;

/** Where somebody else is signed in, for admins. */
@Path(AccountResource.PATH + "/{id}/sessions")
@Authenticated
@Tag(name = "Accounts")
public class AccountSessionsResource {

    private final AccountDesk desk;
    private final CurrentPerson current;

    AccountSessionsResource(AccountDesk desk, CurrentPerson current) {
        this.desk = desk;
        this.current = current;
    }

    @GET
    @Operation(summary = "Read where somebody is signed in (admins)", description = "Audited.")
    @APIResponse(responseCode = "404", description = "not-found")
    public List<AccountDesk.OpenSession> list(@RestPath UUID id) {
        return desk.sessions(current.get(), id);
    }

    @DELETE
    @Operation(summary = "Sign somebody out everywhere, at once (admins)", description = "Audited.")
    @APIResponse(responseCode = "204", description = "No session of theirs is left.")
    @APIResponse(responseCode = "404", description = "not-found")
    public void end(@RestPath UUID id) {
        desk.endSessions(current.get(), id);
    }
}
