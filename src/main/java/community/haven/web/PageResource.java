package community.haven.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import community.haven.mail.Mails;

/** What the page has to know before anybody is signed in. */
@Path("/api/page")
@Tag(name = "Page")
public class PageResource {

    private final PageConfig config;
    private final Mails mails;

    PageResource(PageConfig config, Mails mails) {
        this.config = config;
        this.mails = mails;
    }

    @GET
    @PermitAll
    @Operation(summary = "Read the settings of the page")
    public Settings settings() {
        return new Settings(config.leaveTo(), mails.areOn());
    }

    /**
     * @param leaveTo where "Leave quickly" goes
     * @param mail whether this Haven sends e-mail to those who wish it
     */
    public record Settings(String leaveTo, boolean mail) {
    }
}
