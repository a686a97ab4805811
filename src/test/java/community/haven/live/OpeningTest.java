package community.haven.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import community.haven.account.Person;
import community.haven.account.Sessions;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import io.quarkus.arc.Arc;
import io.vertx.core.Vertx;

/** What happens between the check of a token and the moment its connection is known. */
@HavenTest
class OpeningTest {

    @Inject
    LiveHub hub;

    @Inject
    Sessions sessions;

    @Inject
    Vertx vertx;

    @Test
    void shouldSendBackWhomAMeasureMetWhileTheirSocketWasOpening() throws Exception {
        Someone amal = Cast.member("amal");
        Person checked = verified(amal);
        Cast.moderator().asks()
                .body(Map.of("kind", "suspend", "rule", "G1", "reason", "Taken in between.", "until",
                        Instant.now().plus(Duration.ofHours(1)).toString()))
                .post("/api/accounts/{id}/measures", amal.id()).then().statusCode(201);
        FakeWire wire = new FakeWire();

        vertx.runOnContext(turn -> hub.opened(wire, checked, Instant.now().plusSeconds(60)));

        assertThat(wire.closed.get(10, TimeUnit.SECONDS)).isEqualTo(CloseCode.EXPIRED);
    }

    private Person verified(Someone someone) {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            return sessions.verify(someone.accessToken()).person();
        } finally {
            context.terminate();
        }
    }

    private static final class FakeWire implements LiveConnection.Wire {

        private final CompletableFuture<CloseCode> closed = new CompletableFuture<>();

        @Override
        public CompletionStage<?> send(String text) {
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void close(CloseCode code) {
            closed.complete(code);
        }
    }
}
