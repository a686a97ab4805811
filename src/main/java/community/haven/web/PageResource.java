package community.haven.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the page has to know before anybody is signed in. */
@Path("/api/page")
@Tag(name = "Page")
public class PageResource {

    private final PageConfig config;

    PageResource(PageConfig config) {
        this.config = config;
    }

    @GET
    @PermitAll
    @Operation(summary = "Read the settings of the page")
    public Settings settings() {
        return new Settings(config.leaveTo());
    }

    /** @param leaveTo where "Leave quickly" goes */
    public record Settings(String leaveTo) {
    }
}
