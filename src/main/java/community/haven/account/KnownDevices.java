package community.haven.account;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;

import io.vertx.core.http.HttpServerRequest;

/** Devices on which people were signed in before. Guesses made elsewhere do not use up the tries that are made there. */
@Singleton
class KnownDevices {

    /** Stands in for the account of a handle that nobody has, so that the same work is done. */
    private static final Sessions.Credentials NOBODY = new Sessions.Credentials(new UUID(0, 0), "");

    private final Accounts accounts;
    private final Keys keys;
    private final Duration life;
    private final Clock clock;

    KnownDevices(Accounts accounts, Keys keys, AccountConfig config, Clock clock) {
        this.accounts = accounts;
        this.keys = keys;
        this.life = config.session().knownDevice();
        this.clock = clock;
    }

    /** A token for a device on which somebody has just shown that the account is theirs. */
    Known remember(UUID account, UUID id) {
        var stored = new Sessions.Credentials(account, accounts.password(account));
        return new Known(DeviceToken.of(id, today(), stored, keys.deviceSecret()).text(), life);
    }

    /**
     * For somebody who has shown in another way than by the password that the account is theirs: guesses from elsewhere must
     * not stand in the way of the sign-in that comes next.
     */
    NewCookie cameBack(UUID account, HttpServerRequest http) {
        Known known = remember(account, UUID.randomUUID());
        return Cookies.DEVICE.of(known.token(), known.life(), http);
    }

    /** What the tries on this device are counted by; empty when it is not known for the account of that handle. */
    Optional<UUID> find(String token, String handle) {
        return DeviceToken.parse(token).filter(this::isFresh)
                .filter(sent -> sent.isGenuine(accounts.credentials(handle).orElse(NOBODY), keys.deviceSecret()))
                .map(DeviceToken::id);
    }

    private boolean isFresh(DeviceToken token) {
        return token.day() >= today() - life.toDays();
    }

    private long today() {
        return LocalDate.now(clock).toEpochDay();
    }

    /** What to keep on the device, and for how long it is good. */
    record Known(String token, Duration life) {

        @Override
        public String toString() {
            return "Known[]";
        }
    }
}
