package community.haven.account;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.apache.commons.codec.binary.Base32;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import com.fasterxml.jackson.annotation.JsonInclude;

import community.haven.shared.SiteConfig;
import io.quarkus.security.Authenticated;

/** One's own second factor: an app that shows codes (RFC 6238). */
@Path(SecondFactorResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Accounts")
public class SecondFactorResource {

    public static final String PATH = AccountResource.PATH + "/me/second-factor";

    private final OwnSecondFactor factor;
    private final CurrentPerson current;
    private final String site;

    SecondFactorResource(OwnSecondFactor factor, CurrentPerson current, SiteConfig config) {
        this.factor = factor;
        this.current = current;
        this.site = config.address().map(URI::getHost).orElse("Haven");
    }

    @GET
    @Operation(summary = "Read whether you have a second factor")
    public State state() {
        return factor.since(current.self()).map(since -> new State(true, since)).orElse(new State(false, null));
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Begin to set up a second factor", description = """
            Answers with a secret for an authenticator app, this once. It counts as soon as a first code has confirmed it, \
            within half an hour; a second factor that you have stays good until then.""")
    @APIResponse(responseCode = "201", description = "The secret.")
    @APIResponse(responseCode = "403", description = """
            proof-needed, second-factor-needed: show that it is you under /api/sessions/current/proof and come again.""")
    public Begun begin() {
        Person person = current.self();
        String secret = new Base32().encodeToString(factor.begin(person)).replace("=", "");
        String uri = uri(person.handle(), secret);
        return new Begun(secret, uri, Picture.of(uri));
    }

    @PUT
    @Operation(summary = "Confirm a second factor with its first code", description = """
            From now on a sign-in asks for a code. Ends all your other sessions at once; this one has shown it.""")
    @APIResponse(responseCode = "204", description = "It is on.")
    @APIResponse(responseCode = "403", description = "second-factor-wrong")
    @APIResponse(responseCode = "409", description = "wrong-state: nothing was begun within half an hour.")
    @APIResponse(responseCode = "429", description = "too-many-requests: see Retry-After.")
    public void confirm(@NotNull Confirmation request) {
        factor.confirm(current.self(), request.code());
    }

    @DELETE
    @Operation(summary = "Switch your second factor off", description = "Ends all your other sessions at once.")
    @APIResponse(responseCode = "204", description = "It is off.")
    @APIResponse(responseCode = "403", description = """
            proof-needed, second-factor-needed: show a code under /api/sessions/current/proof and come again.""")
    @APIResponse(responseCode = "409", description = "second-factor-kept: staff need one, or everybody does.")
    public void remove() {
        factor.remove(current.self());
    }

    private String uri(String handle, String secret) {
        String name = URLEncoder.encode(site, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=%s&digits=%d&period=%d".formatted(name,
                URLEncoder.encode(handle, StandardCharsets.UTF_8), secret, name, TimeCode.ALGORITHM, TimeCode.DIGITS,
                TimeCode.STEP.toSeconds());
    }

    /** @param since absent when it is off */
    record State(boolean on, @JsonInclude(JsonInclude.Include.NON_NULL) Instant since) {
    }

    /**
     * @param secret in base 32, for those who type it
     * @param uri the same for apps
     * @param picture the address as a QR code, for those who scan it
     */
    record Begun(String secret, String uri, Picture picture) {

        @Override
        public String toString() {
            return "Begun[]";
        }
    }

    /** @param code what the app shows */
    record Confirmation(String code) {

        @Override
        public String toString() {
            return "Confirmation[]";
        }
    }
}
