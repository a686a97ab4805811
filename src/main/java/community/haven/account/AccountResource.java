package community.haven.account;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

import community.haven.guidelines.Guidelines;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;

/** People and their roles. */
@Path(AccountResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Accounts")
public class AccountResource {

    public static final String PATH = "/api/accounts";

    private final Accounts accounts;
    private final SignUps signUps;
    private final OwnPassword ownPassword;
    private final OwnSecondFactor ownSecondFactor;
    private final RecoveryCodes codes;
    private final AccountDesk desk;
    private final Inviters inviters;
    private final Guidelines guidelines;
    private final CurrentPerson current;

    AccountResource(Accounts accounts, SignUps signUps, OwnPassword ownPassword, OwnSecondFactor ownSecondFactor,
            RecoveryCodes codes, AccountDesk desk, Inviters inviters, Guidelines guidelines,
            CurrentPerson current) {
        this.accounts = accounts;
        this.signUps = signUps;
        this.ownPassword = ownPassword;
        this.ownSecondFactor = ownSecondFactor;
        this.codes = codes;
        this.desk = desk;
        this.inviters = inviters;
        this.guidelines = guidelines;
        this.current = current;
    }

    @POST
    @PermitAll
    @ResponseStatus(201)
    @Operation(summary = "Sign up", description = """
            With a pseudonym and a password; no e-mail address is needed. The answer has the recovery codes, this once.""")
    @APIResponse(responseCode = "201", description = "The account is there; sign in next.")
    @APIResponse(responseCode = "403", description = """
            guidelines-not-agreed: the version is not the current one. invitation-not-good: unknown, used up or over.""")
    @APIResponse(responseCode = "409", description = "handle-taken: this name, or one that looks like it, is somebody's.")
    @APIResponse(responseCode = "422", description = """
            invalid, handle-not-possible, password-too-short, password-too-common, sign-up-proof-not-good.""")
    @APIResponse(responseCode = "429", description = "too-many-requests: see Retry-After.")
    public Accounts.Joined signUp(@NotNull SignUp request, @Context HttpServerRequest http) {
        return signUps.signUp(request, ClientAddress.of(http));
    }

    @GET
    @Path("/me")
    @Operation(summary = "Read who you are")
    public Me me() {
        Person person = current.self();
        return new Me(person.id(), person.handle(), person.role(), person.agreed(), person.state(), person.standing(),
                person.secondFactor(), inviters.mayInvite(person), guidelines.version());
    }

    @PUT
    @Path("/me/guidelines")
    @Operation(summary = "Agree to the current guidelines")
    @APIResponse(responseCode = "204", description = "Agreed.")
    @APIResponse(responseCode = "403", description = "guidelines-not-agreed: the version is not the current one.")
    public void agree(@NotNull Agreed request) {
        SignUps.checkVersion(guidelines, "version", request.version());
        accounts.agree(current.self());
    }

    @PUT
    @Path("/me/password")
    @Operation(summary = "Change your password", description = "Ends all your other sessions at once; this one stays.")
    @APIResponse(responseCode = "204", description = "Changed.")
    @APIResponse(responseCode = "403", description = "password-wrong: the current one does not fit.")
    @APIResponse(responseCode = "422", description = "invalid, password-too-short, password-too-common.")
    @APIResponse(responseCode = "429", description = "too-many-requests: see Retry-After.")
    public void changePassword(@NotNull ChangedPassword request) {
        ownPassword.change(current.self(), request.current(), request.fresh());
    }

    @GET
    @Path("/me/recovery-codes")
    @Operation(summary = "Read how many recovery codes you have left")
    public CodesLeft codesLeft() {
        return new CodesLeft(codes.left(current.self().id()));
    }

    @POST
    @Path("/me/recovery-codes")
    @ResponseStatus(201)
    @Operation(summary = "Get new recovery codes", description = "The old ones end. The answer has the new ones, this once.")
    @APIResponse(responseCode = "201", description = "The new codes.")
    @APIResponse(responseCode = "403", description = """
            proof-needed, second-factor-needed: show that it is you under /api/sessions/current/proof and come again. Who has \
            a second factor needs it here, since a recovery code stands in for it.""")
    public Codes renewCodes() {
        return new Codes(ownSecondFactor.renewCodes(current.self()));
    }

    @GET
    @Operation(summary = "Find an account by its handle (moderators)")
    @APIResponse(responseCode = "404", description = "not-found")
    public AccountView find(@RestQuery String handle) {
        return accounts.find(current.get(), handle);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read how an account stands (moderators)", description = "For admins, with the number of its sessions.")
    @APIResponse(responseCode = "404", description = "not-found")
    public AccountDesk.AccountFile read(@PathParam("id") UUID id) {
        return desk.read(current.get(), id);
    }

    @PUT
    @Path("/{id}/role")
    @Operation(summary = "Give an account a role", description = "For admins. Takes effect at once; audited.")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "last-admin: nobody would be left who can give roles; wrong-state: suspended or excluded.")
    public AccountView giveRole(@PathParam("id") UUID id, @NotNull GivenRole request) {
        if (request.role() == null) {
            throw Refusal.invalid("role", Reason.MISSING);
        }
        return accounts.giveRole(current.get(), id, request.role());
    }

    /**
     * @param handle 3 to 30 letters or digits of one script, with single dots, hyphens or underscores between them
     * @param password as many characters as {@code GET /api/page} says, up to 128
     * @param guidelinesVersion the version that was read and agreed to
     * @param adult the statement of being an adult, which has to be {@code true}
     * @param proof the work that was done for it, where it is asked for
     * @param invitation the code, where sign-up is by invitation
     * @param introduction up to 500 characters about why they come, for those who decide, where newcomers are approved
     */
    record SignUp(String handle, String password, String guidelinesVersion, Boolean adult, SignUpProofs.Solution proof,
            String invitation, String introduction) {

        @Override
        public String toString() {
            return "SignUp[]";
        }
    }

    record Agreed(String version) {
    }

    record GivenRole(Role role) {
    }

    /**
     * @param current the password until now
     * @param fresh the new one, by the rules of a sign-up
     */
    record ChangedPassword(String current, String fresh) {

        @Override
        public String toString() {
            return "ChangedPassword[]";
        }
    }

    record CodesLeft(long left) {
    }

    record Codes(List<String> recoveryCodes) {

        @Override
        public String toString() {
            return "Codes[]";
        }
    }

    /**
     * @param secondFactor whether this session has shown one; without it staff are members
     * @param mayInvite whether they have invitations to look after
     * @param guidelinesVersion the current version, which is what to agree to where {@code agreed} is false
     */
    record Me(UUID id, String handle, Role role, boolean agreed, AccountState state, Standing standing,
            boolean secondFactor, boolean mayInvite, String guidelinesVersion) {
    }
}
