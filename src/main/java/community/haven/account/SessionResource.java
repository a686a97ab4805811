package community.haven.account;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;

/** Signing in, staying signed in, signing out. */
@Path(SessionResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions")
public class SessionResource {

    public static final String PATH = "/api/sessions";

    private final Sessions sessions;
    private final SignIns signIns;
    private final OwnPassword ownPassword;
    private final OwnSecondFactor ownSecondFactor;
    private final Inviters inviters;
    private final OwnPage page;
    private final CurrentPerson current;

    SessionResource(Sessions sessions, SignIns signIns, OwnPassword ownPassword, OwnSecondFactor ownSecondFactor,
            Inviters inviters, OwnPage page, CurrentPerson current) {
        this.sessions = sessions;
        this.signIns = signIns;
        this.ownPassword = ownPassword;
        this.ownSecondFactor = ownSecondFactor;
        this.inviters = inviters;
        this.page = page;
        this.current = current;
    }

    @POST
    @PermitAll
    @Operation(summary = "Sign in", description = """
            Answers with a short access token, and with a refresh token and a device token as cookies (for pages) or in the \
            body (for others). The device token lets nobody in. Sent along at a later sign-in, it has tries counted apart from \
            those that others make elsewhere.""")
    @APIResponse(responseCode = "200", description = "Signed in.")
    @APIResponse(responseCode = "401", description = "wrong-credentials, whether or not the account exists.")
    @APIResponse(responseCode = "403", description = """
            second-factor-needed: the password is right, and this account wants a code as well. second-factor-wrong. \
            foreign-origin: the page belongs to another site.""")
    @APIResponse(responseCode = "429", description = "too-many-requests, sign-in-busy: see Retry-After.")
    public RestResponse<Answer> signIn(@NotNull SignIn request, @Context HttpServerRequest http) {
        boolean asCookie = request.refreshTokenIn() != Delivery.BODY;
        if (asCookie) {
            page.check(http);
        }
        String device = asCookie ? Cookies.DEVICE.read(http) : request.deviceToken();
        Sessions.SignedIn signedIn = signIns.signIn(request.handle(), request.password(), request.code(),
                Client.of(http, device));
        if (asCookie) {
            sessions.endReplaced(Cookies.REFRESH.read(http));
        }
        return answer(signedIn, asCookie, http);
    }

    @POST
    @Path("/refresh")
    @PermitAll
    @Operation(summary = "Get the next access token", description = """
            Takes the refresh token from the body, or else from the cookie, and answers with the next one in the same place. \
            A token that was replaced before ends its whole session.""")
    @APIResponse(responseCode = "200", description = "Still signed in.")
    @APIResponse(responseCode = "401", description = "not-signed-in, session-ended")
    @APIResponse(responseCode = "403", description = "foreign-origin: the page belongs to another site.")
    public RestResponse<Answer> refresh(Refresh request, @Context HttpServerRequest http) {
        boolean asCookie = request == null || request.refreshToken() == null;
        if (asCookie) {
            page.check(http);
        }
        return answer(sessions.refresh(asCookie ? Cookies.REFRESH.read(http) : request.refreshToken()), asCookie, http);
    }

    @DELETE
    @Path("/current")
    @Authenticated
    @Operation(summary = "Sign out", description = "Ends this session's tokens and live connections at once.")
    @APIResponse(responseCode = "204", description = "Signed out.")
    public RestResponse<Void> signOut(@Context HttpServerRequest http) {
        sessions.end(current.self().session());
        return RestResponse.ResponseBuilder.<Void> noContent().cookie(Cookies.REFRESH.of("", Duration.ZERO, http)).build();
    }

    @POST
    @Path("/current/proof")
    @Authenticated
    @Operation(summary = "Prove that it is you", description = """
            With your password, or with a code of your second factor if you have one. For a while afterwards this session may \
            do what an open session alone may not; with a code, what staff may, too.""")
    @APIResponse(responseCode = "204", description = "Proven.")
    @APIResponse(responseCode = "403", description = "password-wrong, second-factor-wrong")
    @APIResponse(responseCode = "409", description = "second-factor-off: there is none; the password will do.")
    @APIResponse(responseCode = "429", description = "too-many-requests: see Retry-After.")
    public void prove(@NotNull Proof request) {
        if (request.code() == null) {
            ownPassword.prove(current.self(), request.password());
        } else {
            ownSecondFactor.prove(current.self(), request.code());
        }
    }

    private RestResponse<Answer> answer(Sessions.SignedIn signedIn, boolean asCookie, HttpServerRequest http) {
        String refresh = signedIn.refresh().text();
        Answer answer = new Answer(signedIn.access().text(), signedIn.access().expiresAt(),
                signedIn.access().life().toSeconds(), view(signedIn.person()),
                asCookie ? null : refresh, asCookie ? null : signedIn.device().token());
        var response = RestResponse.ResponseBuilder.ok(answer).header(HttpHeaders.CACHE_CONTROL, "no-store");
        return (asCookie ? response.cookie(Cookies.REFRESH.of(refresh, signedIn.refreshLife(), http),
                Cookies.DEVICE.of(signedIn.device().token(), signedIn.device().life(), http)) : response).build();
    }

    private PersonView view(Person person) {
        return new PersonView(person.id(), person.handle(), person.role(), person.agreed(), person.state(), person.standing(),
                person.secondFactor(), inviters.mayInvite(person));
    }

    /**
     * @param code of the second factor, or a recovery code; only for accounts that ask for it
     * @param refreshTokenIn where the refresh token shall be; a cookie unless told otherwise
     * @param deviceToken from an earlier answer to this client; of pages the cookie is taken instead
     */
    record SignIn(String handle, String password, String code, Delivery refreshTokenIn, String deviceToken) {

        @Override
        public String toString() {
            return "SignIn[]";
        }
    }

    /**
     * One of both.
     *
     * @param password the present one, asked for again
     * @param code what the app shows, or a recovery code
     */
    record Proof(String password, String code) {

        @Override
        public String toString() {
            return "Proof[]";
        }
    }

    enum Delivery {
        @JsonProperty("cookie")
        COOKIE,
        @JsonProperty("body")
        BODY
    }

    record Refresh(String refreshToken) {

        @Override
        public String toString() {
            return "Refresh[]";
        }
    }

    /**
     * @param accessToken goes into {@code Authorization: Bearer}
     * @param expiresAt when the access token has to be followed by the next
     * @param expiresIn the same as seconds from now, for clients whose clock is not right
     * @param refreshToken absent when it is in the cookie
     * @param deviceToken for the next sign-in from here; absent when it is in the cookie
     */
    record Answer(String accessToken, Instant expiresAt, long expiresIn, PersonView person,
            @JsonInclude(JsonInclude.Include.NON_NULL) String refreshToken,
            @JsonInclude(JsonInclude.Include.NON_NULL) String deviceToken) {

        @Override
        public String toString() {
            return "Answer[" + expiresAt + "]";
        }
    }

    /**
     * @param secondFactor whether this session has shown one; without it staff are members
     * @param mayInvite whether they have invitations to look after
     */
    record PersonView(UUID id, String handle, Role role, boolean agreed, AccountState state, Standing standing,
            boolean secondFactor, boolean mayInvite) {
    }
}
