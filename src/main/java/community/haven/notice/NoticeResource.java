package community.haven.notice;

import java.time.Instant;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import community.haven.account.AccountResource;
import community.haven.account.CurrentPerson;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Parameter;
import community.haven.shared.Refusal;
import io.quarkus.security.Authenticated;

/** What somebody was told, however they stand. */
@Path(NoticeResource.PATH)
@Authenticated
@Tag(name = "Notices")
public class NoticeResource {

    static final String PATH = AccountResource.PATH + "/me/notices";

    private final Notices notices;
    private final CurrentPerson current;

    NoticeResource(Notices notices, CurrentPerson current) {
        this.notices = notices;
        this.current = current;
    }

    @GET
    @Operation(summary = "Read what you were told, the newest first")
    public Notices.Own list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        return notices.list(current.self(), cursor, Parameter.limit(limit));
    }

    @PUT
    @Path("/read")
    @Operation(summary = "Say how far you have read", description = "For yourself alone: nobody else learns of it.")
    public void markRead(@NotNull Reading reading) {
        if (reading.upTo() == null) {
            throw Refusal.invalid("upTo", Reason.MISSING);
        }
        notices.markRead(current.self(), reading.upTo());
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Let go of a notice")
    public void delete(@RestPath UUID id) {
        notices.delete(current.self(), id);
    }

    /** @param upTo the {@code at} of the newest notice that was seen */
    record Reading(Instant upTo) {
    }
}
