package community.haven.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

import community.haven.account.CurrentPerson;
import community.haven.guidelines.RemovalRequest;
import community.haven.guidelines.RestorationRequest;
import community.haven.room.RoomResource;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Page;
import community.haven.shared.Parameter;
import community.haven.shared.Refusal;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;

/** What is said in a room, without a socket; and what moderators do about it. */
@Path(MessageResource.PATH)
@Authenticated
public class MessageResource {

    public static final String PATH = RoomResource.PATH + "/{room}/messages";

    private final Conversations conversations;
    private final Histories histories;
    private final Participation participation;
    private final Interventions interventions;
    private final CurrentPerson currentPerson;

    MessageResource(Conversations conversations, Histories histories, Participation participation,
            Interventions interventions, CurrentPerson currentPerson) {
        this.conversations = conversations;
        this.histories = histories;
        this.participation = participation;
        this.interventions = interventions;
        this.currentPerson = currentPerson;
    }

    @GET
    @Operation(summary = "Read a part of a room's history; the newest part without a bound", description = "before and after are numbers. "
            + "at is a moment: the part that begins with the first entry made then or later, from where before and after go on both ways.")
    public History history(@RestPath UUID room, @QueryParam("before") String before, @QueryParam("after") String after,
            @QueryParam("at") String at, @QueryParam("limit") String limit) {
        int most = limit == null ? Page.MAX_LIMIT / 2 : Parameter.limit(limit);
        Instant moment = Parameter.instant("at", at);
        if (moment == null) {
            return histories.read(currentPerson.get(), room, position("before", before), position("after", after), most);
        }
        if (before != null || after != null) {
            throw Refusal.invalid("at", Reason.NOT_POSSIBLE);
        }
        return histories.readSince(currentPerson.get(), room, moment, most);
    }

    @GET
    @Path("/search")
    @Operation(summary = "Find messages in a room by words", description = "One to five words of 2 to 50 characters, each of which has to "
            + "occur, in whatever case and with or without accents; newest first. One request looks at a limited number of entries: "
            + "lookedBackTo says how far back that was, and next, sent as before, goes on from there.")
    public Found search(@RestPath UUID room, @QueryParam("q") String query, @QueryParam("before") String before,
            @QueryParam("limit") String limit) {
        return histories.search(currentPerson.get(), room, query, position("before", before), Parameter.limit(limit));
    }

    @GET
    @Path("/{seq}")
    @Operation(summary = "Read one entry")
    public Entry entry(@RestPath UUID room, @RestPath long seq) {
        return histories.entry(currentPerson.get(), room, seq);
    }

    @POST
    @Blocking
    @Limited(Limits.To.MESSAGES)
    @Operation(summary = "Say something; the same key with the same text again is the same message", description = "RateLimit-Policy "
            + "and RateLimit say how much one person says in one room in which time. Hosts of the room are not held to it.")
    public CompletionStage<RestResponse<Saved>> post(@RestPath UUID room, @NotNull Draft draft) {
        return conversations.post(currentPerson.get(), room, draft).thenApply(MessageResource::answer);
    }

    @POST
    @Path("/{seq}/removal")
    @Operation(summary = "Take a message out of sight, with a rule and a reason")
    public Entry remove(@RestPath UUID room, @RestPath long seq, @NotNull RemovalRequest request) {
        return interventions.remove(currentPerson.get(), room, seq, request);
    }

    @POST
    @Path("/{seq}/restoration")
    @Operation(summary = "Show a removed message again, with a reason")
    public Entry restore(@RestPath UUID room, @RestPath long seq, @NotNull RestorationRequest request) {
        return interventions.restore(currentPerson.get(), room, seq, request);
    }

    @DELETE
    @Path("/{seq}")
    @Limited(Limits.To.RETRACTIONS)
    @Operation(summary = "Take back what one said; once is as good as twice", description = "For its author alone. Its words are "
            + "deleted, and everybody sees a line in their place. Sent again with the same key it is refused with taken-back.")
    public void takeBack(@RestPath UUID room, @RestPath long seq) {
        participation.takeBack(currentPerson.get(), room, seq);
    }

    @PUT
    @Path("/{seq}/support/{kind}")
    @Limited(Limits.To.SUPPORT)
    @Operation(summary = "Be with somebody who said something; once is as good as twice", description = "The room learns that "
            + "somebody is, and nobody ever who or how many. Kinds: with-you, me-too, thank-you, well-done, holding-space.")
    public void support(@RestPath UUID room, @RestPath long seq, @RestPath String kind) {
        participation.support(currentPerson.get(), room, seq, SupportKind.named(kind));
    }

    @DELETE
    @Path("/{seq}/support/{kind}")
    @Operation(summary = "Take it back", description = "The room learns of it when nobody is left.")
    public void endSupport(@RestPath UUID room, @RestPath long seq, @RestPath String kind) {
        participation.endSupport(currentPerson.get(), room, seq, SupportKind.named(kind));
    }

    @PUT
    @Path("/{seq}/pin")
    @Operation(summary = "Pin a message to the top of its room (hosts of the room and moderators)", description = """
            At most three at a time; again changes nothing. Answers with what is pinned. Audited, and an event in the room's \
            order.""")
    @APIResponse(responseCode = "200", description = "What is pinned now, the newest first.")
    @APIResponse(responseCode = "403", description = "not-allowed, muted, muted-in-room")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "too-many-pins, already-removed, room-archived")
    public List<PinView> pin(@RestPath UUID room, @RestPath long seq) {
        return interventions.pin(currentPerson.get(), room, seq);
    }

    @DELETE
    @Path("/{seq}/pin")
    @Operation(summary = "Unpin a message (hosts of the room and moderators)", description = """
            What is not pinned stays so. A message that is removed, erased or no longer kept is unpinned by itself.""")
    @APIResponse(responseCode = "200", description = "What is pinned now, the newest first.")
    @APIResponse(responseCode = "403", description = "not-allowed, muted, muted-in-room")
    public List<PinView> unpin(@RestPath UUID room, @RestPath long seq) {
        return interventions.unpin(currentPerson.get(), room, seq);
    }

    private static RestResponse<Saved> answer(Saved saved) {
        // Written by hand: what makes addresses absolute needs the request's thread, and this is the writer's.
        return ResponseBuilder.create(saved.first() ? Status.CREATED : Status.OK, saved)
                .header(HttpHeaders.LOCATION, RoomResource.PATH + "/" + saved.room() + "/messages/" + saved.seq()).build();
    }

    private static Long position(String name, String raw) {
        Integer number = Parameter.number(name, raw, 0, Integer.MAX_VALUE);
        return number == null ? null : number.longValue();
    }
}
