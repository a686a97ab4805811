package community.haven.meeting;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

import community.haven.account.AccountResource;
import community.haven.account.CurrentPerson;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;
import io.quarkus.security.Authenticated;

/** One's own calendar address. */
@Path(AccountResource.PATH + "/me/calendar")
@Authenticated
@Tag(name = "Sessions")
public class CalendarResource {

    private final Calendars calendars;
    private final CurrentPerson current;

    CalendarResource(Calendars calendars, CurrentPerson current) {
        this.calendars = calendars;
        this.current = current;
    }

    @GET
    @Operation(summary = "Read whether you have a calendar address; the address itself is shown once, when it is made")
    public Calendars.Own read() {
        return calendars.own(current.self());
    }

    @POST
    @Operation(summary = "Make a calendar address", description = """
            Your calendar can look up your sessions there. Whoever knows the address can do so too. A new one ends the one before.
            The address is relative to this server and shown this once.""")
    @APIResponse(responseCode = "201", description = "The address, readable this once.")
    public RestResponse<Made> make() {
        return ResponseBuilder.create(Status.CREATED, new Made(CalendarFeedResource.pathOf(calendars.renew(current.self()))))
                .build();
    }

    @PUT
    @Operation(summary = "Choose whether your calendar calls sessions by their names, or all of them \"Meeting\"")
    public Calendars.Own setTitles(@NotNull Titles request) {
        if (request.titles() == null) {
            throw Refusal.invalid("titles", Reason.MISSING);
        }
        return calendars.setTitles(current.self(), request.titles());
    }

    @DELETE
    @Operation(summary = "Withdraw your calendar address")
    @APIResponse(responseCode = "204", description = "Nothing can be looked up there any more.")
    public void withdraw() {
        calendars.withdraw(current.self());
    }

    record Titles(Boolean titles) {
    }

    /** @param path a secret: whoever knows it reads this calendar */
    record Made(String path) {

        @Override
        public String toString() {
            return "Made[]";
        }
    }
}
