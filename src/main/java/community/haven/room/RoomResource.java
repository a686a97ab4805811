package community.haven.room;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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

import community.haven.account.CurrentPerson;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Page;
import community.haven.shared.Parameter;
import community.haven.shared.Refusal;
import io.quarkus.security.Authenticated;

/** Support rooms: finding them; for moderators, making and editing them, and saying who looks after them. */
@Path(RoomResource.PATH)
@Authenticated
public class RoomResource {

    public static final String PATH = "/api/rooms";

    private final Rooms rooms;
    private final RoomMutes mutes;
    private final RoomHosts hosts;
    private final HandOver handOver;
    private final CurrentPerson currentPerson;

    RoomResource(Rooms rooms, RoomMutes mutes, RoomHosts hosts, HandOver handOver, CurrentPerson currentPerson) {
        this.rooms = rooms;
        this.mutes = mutes;
        this.hosts = hosts;
        this.handOver = handOver;
        this.currentPerson = currentPerson;
    }

    @GET
    @Operation(summary = "List the rooms", description = """
            In the order in which they were made. Rooms that are by invitation are there for their members, for those who wait for \
            a place in them, and for staff.""")
    public Page<RoomView> list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        return rooms.list(currentPerson.get(), cursor, Parameter.limit(limit));
    }

    @POST
    @Operation(summary = "Make a room")
    public RestResponse<RoomView> create(@NotNull RoomForm form) {
        RoomView room = rooms.create(currentPerson.get(), form);
        return ResponseBuilder.<RoomView> created(URI.create(PATH + "/" + room.id())).entity(room).tag(tag(room)).build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read about a room")
    public RestResponse<RoomView> read(@RestPath UUID id) {
        return tagged(rooms.openTo(currentPerson.get(), id));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Edit a room; needs the ETag of what was edited in If-Match")
    public RestResponse<RoomView> edit(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull RoomForm form) {
        return tagged(rooms.edit(currentPerson.get(), id, Parameter.version(ifMatch), form));
    }

    @PUT
    @Path("/{id}/pace")
    @Operation(summary = "Set how fast people talk: slow mode, a pause (hosts of the room and moderators)", description = """
            What is left out stays as it is, and the later of two requests counts: no If-Match is needed. While the room pauses, \
            everybody reads, and hosts and moderators speak. In slow mode there is a least time between two messages of one \
            person, hosts and moderators excepted. Audited, and an event in the room's order.""")
    @APIResponse(responseCode = "200", description = "The room as it is now.")
    @APIResponse(responseCode = "403", description = "not-allowed")
    @APIResponse(responseCode = "409", description = "room-archived")
    @APIResponse(responseCode = "422", description = "invalid")
    public RestResponse<RoomView> setPace(@RestPath UUID id, @NotNull PaceRequest pace) {
        return tagged(rooms.setPace(currentPerson.get(), id, pace));
    }

    @PUT
    @Path("/{id}/membership/appearance")
    @Operation(summary = "Choose whether the others see your name while you are in the room", description = """
            Everybody counts, nobody is named who does not wish it.""")
    public void appear(@RestPath UUID id, @NotNull Appearance request) {
        if (request.named() == null) {
            throw Refusal.invalid("named", Reason.MISSING);
        }
        rooms.appear(currentPerson.get(), id, request.named());
    }

    @GET
    @Path("/{id}/mutes")
    @Operation(summary = "List who is muted in this room for a time (hosts of the room and moderators)", description = """
            Those who are heard again first come first.""")
    public List<RoomMuteView> mutes(@RestPath UUID id) {
        return mutes.of(currentPerson.get(), id);
    }

    @POST
    @Path("/{id}/hosts")
    @Operation(summary = "Make a member of the room its host", description = "For moderators. Audited.")
    public RoomView appoint(@RestPath UUID id, @NotNull Appointment request) {
        return hosts.appoint(currentPerson.get(), id, request.handle());
    }

    @DELETE
    @Path("/{id}/hosts/{account}")
    @Operation(summary = "Let somebody be a host no longer", description = "For moderators. Audited. They stay a member.")
    public RoomView dismiss(@RestPath UUID id, @RestPath UUID account) {
        return hosts.dismiss(currentPerson.get(), id, account);
    }

    @POST
    @Path("/{id}/hand-over")
    @Operation(summary = "Offer to hand a room over to another member", description = """
            For its hosts. The other is told, and says yes or no; an earlier offer is over. Audited.""")
    public RoomView offer(@RestPath UUID id, @NotNull Appointment request) {
        return handOver.offer(currentPerson.get(), id, request.handle());
    }

    @POST
    @Path("/{id}/hand-over/acceptance")
    @Operation(summary = "Take a room over that is offered to you", description = """
            From then on you are its host, and whoever offered it is not. They are told. Audited.""")
    public RoomView accept(@RestPath UUID id) {
        return handOver.accept(currentPerson.get(), id);
    }

    @DELETE
    @Path("/{id}/hand-over")
    @Operation(summary = "Decline a room that is offered to you, or take your own offer back")
    public void decline(@RestPath UUID id) {
        handOver.decline(currentPerson.get(), id);
    }

    /** @param named whether one's name is seen */
    record Appearance(Boolean named) {
    }

    /** @param handle of somebody who has joined the room */
    record Appointment(String handle) {
    }

    private static RestResponse<RoomView> tagged(RoomView room) {
        return ResponseBuilder.ok(room).tag(tag(room)).build();
    }

    private static String tag(RoomView room) {
        return Long.toString(room.version());
    }
}
