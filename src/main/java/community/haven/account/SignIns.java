package community.haven.account;

import jakarta.inject.Singleton;

import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/** Slows down whoever guesses, without keeping out the person whose account it is. */
@Singleton
class SignIns {

    private final Sessions sessions;
    private final Limiter limiter;
    private final AccountConfig.Limits limits;

    SignIns(Sessions sessions, Limiter limiter, AccountConfig config) {
        this.sessions = sessions;
        this.limiter = limiter;
        this.limits = config.limits();
    }

    Sessions.SignedIn signIn(String handle, String password, Client client) {
        if (handle == null || handle.isBlank()) {
            throw Refusal.invalid("handle", Reason.MISSING);
        }
        String both = "sign-in " + client.address() + " " + Handle.keyOf(handle).orElse("");
        limiter.take("sign-in " + client.address(), limits.signInPerAddress());
        limiter.take(both, limits.signInPerHandle());
        Sessions.SignedIn signedIn = sessions.signIn(handle, password, client);
        limiter.forget(both);
        return signedIn;
    }
}
