package community.haven.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import community.haven.account.SignUps;
import community.haven.mail.Mails;

/** What the page has to know before anybody is signed in. */
@Path("/api/page")
@Tag(name = "Page")
public class PageResource {

    private final PageConfig config;
    private final Mails mails;
    private final SignUps signUps;

    PageResource(PageConfig config, Mails mails, SignUps signUps) {
        this.config = config;
        this.mails = mails;
        this.signUps = signUps;
    }

    @GET
    @PermitAll
    @Operation(summary = "Read the settings of the page")
    public Settings settings() {
        return new Settings(config.leaveTo(), mails.areOn(), signUps.terms());
    }

    /**
     * @param leaveTo where "Leave quickly" goes
     * @param mail whether this Haven sends e-mail to those who wish it
     * @param signUp what somebody has to know before they sign up
     */
    public record Settings(String leaveTo, boolean mail, SignUps.Terms signUp) {
    }
}
