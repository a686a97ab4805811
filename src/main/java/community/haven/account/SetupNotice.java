package community.haven.account;

import java.net.URI;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import community.haven.shared.SiteConfig;

/** Tells the operator how to become the first admin. */
@Singleton
class SetupNotice {

    private static final String NOTICE = """

            ----------------------------------------------------------------------
              This Haven has no admin yet. To become the first one:

                1. Sign up and sign in at  %1$s
                   (if it asks for an invitation, this code is one)
                2. Enter this code at      %1$s/setup

                     %2$s

              The code works once; each start without an admin prints a new one.
            ----------------------------------------------------------------------
            """;

    private final URI address;

    SetupNotice(SiteConfig site, @ConfigProperty(name = "quarkus.http.port") int port) {
        this.address = site.address().orElse(URI.create("http://localhost:" + port));
    }

    void print(@Observes(during = TransactionPhase.AFTER_SUCCESS) SetupCodeMade made) {
        // On the console alone: a log is kept, copied and read by more people than the one who starts the server.
        System.out.println(NOTICE.formatted(address, made.code()));
    }
}
