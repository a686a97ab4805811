package community.haven.account;

import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import community.haven.shared.Page;
import io.quarkus.security.Authenticated;

/** Taking away what Haven keeps about oneself. */
@jakarta.ws.rs.Path(DownloadResource.PATH)
@Authenticated
@Tag(name = "Accounts")
public class DownloadResource {

    public static final String PATH = AccountResource.PATH + "/me/downloads";

    private final Downloads downloads;
    private final CurrentPerson current;

    DownloadResource(Downloads downloads, CurrentPerson current) {
        this.downloads = downloads;
        this.current = current;
    }

    @GET
    @Operation(summary = "List your downloads that are being made or can be fetched")
    public Page<DownloadView> list() {
        return new Page<>(downloads.list(current.self()), null);
    }

    @POST
    @Operation(summary = "Ask for a download of everything about you", description = """
            It is made in the background; Location says where to look how far it is. An earlier one goes.""")
    @APIResponse(responseCode = "202", description = "It is being made.")
    @APIResponse(responseCode = "403", description = "proof-needed: show once more that it is you.")
    @APIResponse(responseCode = "409", description = "download-underway")
    @APIResponse(responseCode = "429", description = "too-many-requests: see Retry-After.")
    public RestResponse<DownloadView> begin() {
        DownloadView begun = downloads.begin(current.self());
        return ResponseBuilder.ok(begun).status(RestResponse.Status.ACCEPTED).location(URI.create(PATH + "/" + begun.id()))
                .build();
    }

    @GET
    @jakarta.ws.rs.Path("/{id}")
    @Operation(summary = "Read how far a download is")
    @APIResponse(responseCode = "404", description = "not-found: it is not yours, or its time is over.")
    public DownloadView read(@RestPath UUID id) {
        return downloads.read(current.self(), id);
    }

    @GET
    @jakarta.ws.rs.Path("/{id}/content")
    @Produces("application/zip")
    @Operation(summary = "Fetch a download that is ready")
    @APIResponse(responseCode = "404", description = "not-found: it is not ready, or waits on another server.")
    public RestResponse<Path> content(@RestPath UUID id) {
        return ResponseBuilder.ok(downloads.content(current.self(), id)).type("application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"haven-my-data.zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
