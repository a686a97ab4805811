package community.haven.moderation;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import community.haven.account.Act;
import community.haven.account.CurrentPerson;
import community.haven.account.Guard;
import community.haven.audit.Audit;
import community.haven.shared.Page;
import community.haven.shared.Parameter;
import io.quarkus.security.Authenticated;

/** What staff did, for staff. */
@Path(AuditResource.PATH)
@Authenticated
@Tag(name = "Audit")
public class AuditResource {

    static final String PATH = "/api/audit";

    private final Audit audit;
    private final Guard guard;
    private final CurrentPerson currentPerson;

    AuditResource(Audit audit, Guard guard, CurrentPerson currentPerson) {
        this.audit = audit;
        this.guard = guard;
        this.currentPerson = currentPerson;
    }

    @GET
    @Operation(summary = "Read the audit log, newest first (moderators)")
    public Page<Audit.View> list(@RestQuery String cursor, @RestQuery String limit) {
        guard.allow(currentPerson.get(), Act.READ_AUDIT);
        Integer before = Parameter.number("cursor", cursor, 1, 999_999_999);
        int size = Parameter.limit(limit);
        List<Audit.View> lines = audit.before(before == null ? Long.MAX_VALUE : before, size + 1);
        List<Audit.View> page = lines.subList(0, Math.min(size, lines.size()));
        return new Page<>(page, lines.size() > size ? Long.toString(page.get(size - 1).number()) : null);
    }

    @GET
    @Path("/verification")
    @Operation(summary = "Check that no line of the audit log was changed or taken away (moderators)")
    public Audit.Verification verify() {
        guard.allow(currentPerson.get(), Act.READ_AUDIT);
        return audit.verify();
    }
}
