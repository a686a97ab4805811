package community.haven.live;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.jwt.JsonWebToken;

import community.haven.account.Guard;
import community.haven.account.Person;
import community.haven.live.protocol.FrameCodec;
import community.haven.shared.Origins;
import community.haven.shared.Refusal;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * Who may open the socket: pages of our own origins, speaking our protocol, for a person who is signed in.
 * It comes first of all checks, so that a foreign page costs no look at the database.
 */
@Singleton
@Priority(Integer.MAX_VALUE)
class UpgradeCheck implements HttpUpgradeCheck {

    static final TypedKey<Person> PERSON = new TypedKey<>("person");
    static final TypedKey<Instant> EXPIRES_AT = new TypedKey<>("expiresAt");

    private final Origins origins;
    private final Guard guard;

    UpgradeCheck(Origins origins, Guard guard) {
        this.origins = origins;
        this.guard = guard;
    }

    @Override
    public boolean appliesTo(String endpointId) {
        return endpointId.equals(LiveSocket.ID);
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        HttpServerRequest request = context.httpRequest();
        if (!comesFromOurPage(request)) {
            return CheckResult.rejectUpgrade(403);
        }
        if (!speaksOurs(request)) {
            return CheckResult.rejectUpgrade(400);
        }
        return context.securityIdentity().map(identity -> admit(identity, context.userData()))
                // Whoever has hung up meanwhile is not upgraded: the platform would log it as an error.
                .flatMap(result -> request.response().closed() ? Uni.createFrom().nothing() : Uni.createFrom().item(result))
                // The platform answers a token that is not good by itself; a second answer would only be an error in the log.
                .onFailure().recoverWithUni(failure -> request.response().headWritten()
                        ? Uni.createFrom().nothing()
                        : Uni.createFrom().item(notSignedIn()));
    }

    private boolean comesFromOurPage(HttpServerRequest request) {
        List<String> sent = request.headers().getAll(HttpHeaders.ORIGIN);
        return sent.size() == 1 && request.authority() != null
                && origins.isOwn(sent.get(0), request.scheme(), request.authority().toString());
    }

    private static boolean speaksOurs(HttpServerRequest request) {
        return request.headers().getAll("Sec-WebSocket-Protocol").stream()
                .flatMap(header -> List.of(header.split(",")).stream())
                .anyMatch(protocol -> protocol.strip().equals(FrameCodec.PROTOCOL));
    }

    private CheckResult admit(SecurityIdentity identity, UserData data) {
        Person person = identity.getAttribute(Person.ATTRIBUTE);
        if (person == null || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return notSignedIn();
        }
        try {
            guard.admit(person);
        } catch (Refusal refusal) {
            return CheckResult.rejectUpgradeSync(refusal.code().status());
        }
        data.put(PERSON, person);
        data.put(EXPIRES_AT, Instant.ofEpochSecond(token.getExpirationTime()));
        return CheckResult.permitUpgradeSync();
    }

    private static CheckResult notSignedIn() {
        return CheckResult.rejectUpgradeSync(401, Map.of("WWW-Authenticate", List.of("Bearer")));
    }
}
