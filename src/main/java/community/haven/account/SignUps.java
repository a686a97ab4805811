package community.haven.account;

import jakarta.inject.Singleton;

import community.haven.guidelines.Guidelines;
import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/** What has to be true before somebody new is let in. */
@Singleton
public class SignUps {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Guidelines guidelines;
    private final SignUpProofs proofs;
    private final Handles handles;
    private final Invitations invitations;
    private final Newcomers newcomers;
    private final SignUpConfig config;
    private final Limiter limiter;
    private final AccountConfig account;

    SignUps(Accounts accounts, Passwords passwords, Guidelines guidelines, SignUpProofs proofs,
            Handles handles, Invitations invitations, Newcomers newcomers, SignUpConfig config, Limiter limiter,
            AccountConfig account) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.guidelines = guidelines;
        this.proofs = proofs;
        this.handles = handles;
        this.invitations = invitations;
        this.newcomers = newcomers;
        this.config = config;
        this.limiter = limiter;
        this.account = account;
    }

    /** What somebody has to know before they sign up. */
    public Terms terms() {
        return new Terms(config.mode(), SignUpPolicy.asksForProof(config), config.invitationsBy(),
                account.password().minimum(), account.secondFactor().requiredOf() == AccountConfig.RequiredOf.EVERYBODY);
    }

    Accounts.Joined signUp(AccountResource.SignUp request, String address) {
        Handle handle = Handle.of(request.handle());
        if (!Boolean.TRUE.equals(request.adult())) {
            throw Refusal.invalid("adult", Reason.MISSING);
        }
        checkVersion(guidelines, "guidelinesVersion", request.guidelinesVersion());
        String introduction = introduction(request);
        limiter.take("sign-up " + address, account.limits().signUp());
        // Used up before any further answer: whoever tries names or passwords works for each of them.
        if (SignUpPolicy.asksForProof(config)) {
            proofs.claim(request.proof());
        }
        if (config.mode() == SignUpMode.INVITATION) {
            invitations.check(request.invitation());
        }
        String password = passwords.hash("password", request.password(), handle.key());
        return accounts.add(handle, password, account -> enter(account, request.invitation(), introduction));
    }

    private void enter(Account account, String invitation, String introduction) {
        handles.checkFree(account);
        switch (config.mode()) {
            case INVITATION -> invitations.use(invitation);
            case APPROVAL -> newcomers.queue(account, introduction);
            case OPEN -> {
                // Nobody else has a say in it.
            }
        }
    }

    /** Where nobody would read it, it is not taken. */
    private String introduction(AccountResource.SignUp request) {
        String introduction = Newcomers.introduction(request.introduction());
        if (introduction != null && config.mode() != SignUpMode.APPROVAL) {
            throw Refusal.invalid("introduction", Reason.NOT_POSSIBLE);
        }
        return introduction;
    }

    /**
     * @throws Refusal {@code guidelines-not-agreed} when it is not the current version
     */
    static void checkVersion(Guidelines guidelines, String field, String version) {
        if (version == null) {
            throw Refusal.invalid(field, Reason.MISSING);
        }
        if (!version.equals(guidelines.version())) {
            throw Refusal.of(ErrorCode.GUIDELINES_NOT_AGREED);
        }
    }

    /**
     * @param proof whether work has to be done, see {@code GET /api/sign-up/challenge}
     * @param invitationsBy who may invite
     * @param passwordMinimum the fewest characters of a new password, here and wherever else one is chosen
     * @param secondFactor whether everybody needs a second factor before they take part
     */
    public record Terms(SignUpMode mode, boolean proof, InvitationsBy invitationsBy, int passwordMinimum,
            boolean secondFactor) {
    }
}
