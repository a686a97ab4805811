package community.haven.account;

import java.util.UUID;

import jakarta.inject.Singleton;

import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/**
 * Slows down whoever guesses, without keeping out the person whose account it is: on a device that they were signed in on
 * before, tries are counted apart from everybody else's. Handles that nobody has are counted like any other.
 */
@Singleton
class SignIns {

    private final Sessions sessions;
    private final KnownDevices known;
    private final Limiter limiter;
    private final AccountConfig.Limits limits;

    SignIns(Sessions sessions, KnownDevices known, Limiter limiter, AccountConfig config) {
        this.sessions = sessions;
        this.known = known;
        this.limiter = limiter;
        this.limits = config.limits();
    }

    Sessions.SignedIn signIn(String handle, String password, String code, Client client) {
        if (handle == null || handle.isBlank()) {
            throw Refusal.invalid("handle", Reason.MISSING);
        }
        String tries = known.find(client.deviceToken(), handle).map(this::takeOnKnown)
                .orElseGet(() -> takeOnUnknown(Handle.keyOf(handle).orElse(""), client.address()));
        Sessions.SignedIn signedIn = sessions.signIn(handle, password, code, client);
        limiter.forget(tries);
        return signedIn;
    }

    private String takeOnKnown(UUID device) {
        String tries = "sign-in device " + device;
        limiter.take(tries, limits.signInPerDevice());
        return tries;
    }

    private String takeOnUnknown(String handle, String address) {
        String tries = "sign-in " + address + " " + handle;
        limiter.take("sign-in " + address, limits.signInPerAddress());
        limiter.take(tries, limits.signInPerHandle());
        // Last, so that one address alone cannot use it up; and not given back, so that the owner's success buys no guesses.
        limiter.take("sign-in anywhere " + handle, limits.signInAnywhere(), ErrorCode.SIGN_IN_BUSY);
        return tries;
    }
}
