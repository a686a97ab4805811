package community.haven.guidelines;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;

/** The rules, for anybody: people read them before they sign up. */
@Path("/api/guidelines")
public class GuidelinesResource {

    private final Guidelines guidelines;

    GuidelinesResource(Guidelines guidelines) {
        this.guidelines = guidelines;
    }

    @GET
    @PermitAll
    @Operation(summary = "Read the community guidelines")
    public View read() {
        return new View(guidelines.version(), guidelines.markdown(), guidelines.rules());
    }

    /**
     * @param version what sign-up asks agreement to
     * @param markdown the whole text
     * @param rules the same rules one by one
     */
    public record View(String version, String markdown, List<Rule> rules) {
    }
}
