package community.haven.board;

import java.net.URI;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import community.haven.account.CurrentPerson;
import community.haven.guidelines.RemovalRequest;
import community.haven.guidelines.RestorationRequest;
import community.haven.shared.Page;
import community.haven.shared.Parameter;
import io.quarkus.security.Authenticated;

/** The resource board over REST. */
@Path(BoardResource.PATH)
@Authenticated
@Tag(name = "Board")
public class BoardResource {

    static final String PATH = "/api/resources";

    private final Board board;
    private final Shelf shelf;
    private final CurrentPerson currentPerson;

    BoardResource(Board board, Shelf shelf, CurrentPerson currentPerson) {
        this.board = board;
        this.shelf = shelf;
        this.currentPerson = currentPerson;
    }

    @GET
    @Operation(summary = "Find resources by words and filters, or list one's own")
    public Page<ResourceSummary> list(@BeanParam ListRequest request) {
        return shelf.page(currentPerson.get(), request);
    }

    @POST
    @Operation(summary = "Post a resource, or keep it as a draft")
    public RestResponse<ResourceView> create(@NotNull NewResource resource) {
        ResourceView created = board.create(currentPerson.get(), resource);
        return RestResponse.ResponseBuilder.<ResourceView> created(URI.create(PATH + "/" + created.id()))
                .tag(Integer.toString(created.version())).entity(created).build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a resource")
    public RestResponse<ResourceView> read(UUID id) {
        return tagged(board.read(currentPerson.get(), id));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Edit a resource; needs the ETag of what was edited in If-Match")
    public RestResponse<ResourceView> edit(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull EditedResource resource) {
        return tagged(board.edit(currentPerson.get(), id, Parameter.version(ifMatch), resource));
    }

    @POST
    @Path("/{id}/publication")
    @Operation(summary = "Show a draft or withdrawn resource to others")
    public RestResponse<ResourceView> publish(UUID id) {
        return tagged(board.publish(currentPerson.get(), id));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(summary = "Take one's own resource back; it can be published again")
    public RestResponse<ResourceView> withdraw(UUID id) {
        return tagged(board.withdraw(currentPerson.get(), id));
    }

    @GET
    @Path("/{id}/revisions")
    @Operation(summary = "Read what a resource said after each edit, newest first (its author and staff)")
    public Page<RevisionView> revisions(UUID id, @RestQuery String cursor, @RestQuery String limit) {
        Integer before = Parameter.number("cursor", cursor, 1, 999_999_999);
        return board.revisions(currentPerson.get(), id, before == null ? Integer.MAX_VALUE : before, Parameter.limit(limit));
    }

    @POST
    @Path("/{id}/removal")
    @Operation(summary = "Take a resource off the board, with a rule and a reason (moderators)")
    public RestResponse<ResourceView> remove(UUID id, @NotNull RemovalRequest request) {
        return tagged(board.remove(currentPerson.get(), id, request));
    }

    @POST
    @Path("/{id}/restoration")
    @Operation(summary = "Bring a removed resource back, with a reason (moderators)")
    public RestResponse<ResourceView> restore(UUID id, @NotNull RestorationRequest request) {
        return tagged(board.restore(currentPerson.get(), id, request));
    }

    private static RestResponse<ResourceView> tagged(ResourceView view) {
        return RestResponse.ResponseBuilder.ok(view).tag(Integer.toString(view.version())).build();
    }
}
