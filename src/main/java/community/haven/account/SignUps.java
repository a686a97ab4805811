package community.haven.account;

import jakarta.inject.Singleton;

import community.haven.guidelines.Guidelines;
import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/** What has to be true before somebody new is let in. */
@Singleton
class SignUps {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Guidelines guidelines;
    private final Limiter limiter;
    private final AccountConfig.Limits limits;

    SignUps(Accounts accounts, Passwords passwords, Guidelines guidelines, Limiter limiter, AccountConfig config) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.guidelines = guidelines;
        this.limiter = limiter;
        this.limits = config.limits();
    }

    Accounts.Joined signUp(AccountResource.SignUp request, String address) {
        Handle handle = Handle.of(request.handle());
        if (!Boolean.TRUE.equals(request.adult())) {
            throw Refusal.invalid("adult", Reason.MISSING);
        }
        checkVersion(guidelines, "guidelinesVersion", request.guidelinesVersion());
        limiter.take("sign-up " + address, limits.signUp());
        return accounts.add(handle, passwords.hash("password", request.password(), handle.key()));
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
}
