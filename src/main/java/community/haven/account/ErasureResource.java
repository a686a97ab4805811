package community.haven.account;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;
import io.quarkus.security.Authenticated;

/** Leaving for good. */
@Path(ErasureResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Accounts")
public class ErasureResource {

    public static final String PATH = AccountResource.PATH + "/me/erasure";

    private final Erasures erasures;
    private final CurrentPerson current;

    ErasureResource(Erasures erasures, CurrentPerson current) {
        this.erasures = erasures;
        this.current = current;
    }

    @GET
    @Operation(summary = "Read what erasing your account means, and whether you have asked for it")
    public ErasureView read() {
        return erasures.read(current.self());
    }

    @POST
    @ResponseStatus(202)
    @Operation(summary = "Ask for your account to be erased", description = """
            After a time in which you can take it back; or now, which ends all your sessions with this answer and cannot be \
            taken back.""")
    @APIResponse(responseCode = "202", description = "It will be done.")
    @APIResponse(responseCode = "403", description = "proof-needed: show once more that it is you.")
    @APIResponse(responseCode = "409", description = "last-admin: nobody would be left who can give roles.")
    public ErasureView ask(@NotNull Wish wish) {
        if (wish.messages() == null) {
            throw Refusal.invalid("messages", Reason.MISSING);
        }
        return erasures.ask(current.self(), wish.messages(), Boolean.TRUE.equals(wish.now()));
    }

    @DELETE
    @Operation(summary = "Stay after all", description = "Everything is as it was before.")
    @APIResponse(responseCode = "204", description = "You stay.")
    public void takeBack() {
        erasures.takeBack(current.self());
    }

    /**
     * @param messages what shall be seen of your messages: a neutral line, or nothing
     * @param now without the time to think it over; {@code false} unless told otherwise
     */
    record Wish(Afterwards messages, Boolean now) {
    }
}
