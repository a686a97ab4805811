package community.haven.account;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Taking away what Haven keeps about oneself. */
@ApplicationScoped
class Downloads {

    /** What has taken that long has been given up with the server that made it. */
    private static final Duration GIVEN_UP = Duration.ofHours(1);

    private final Guard guard;
    private final DownloadRows rows;
    private final DownloadFiles files;
    private final DownloadMaker maker;
    private final Limiter limiter;
    private final DownloadConfig config;
    private final Clock clock;

    Downloads(Guard guard, DownloadRows rows, DownloadFiles files, DownloadMaker maker, Limiter limiter, DownloadConfig config,
            Clock clock) {
        this.guard = guard;
        this.rows = rows;
        this.files = files;
        this.maker = maker;
        this.limiter = limiter;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Begins a download, in the place of an earlier one.
     *
     * @throws Refusal {@code proof-needed}, {@code download-underway}, {@code too-many-requests}
     */
    DownloadView begin(Person person) {
        guard.allow(person, Act.DOWNLOAD_OWN_DATA);
        UUID id = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            Instant now = Instant.now(clock);
            rows.lockAccount(person.id());
            if (rows.isUnderway(person.id(), now.minus(GIVEN_UP))) {
                throw Refusal.of(ErrorCode.DOWNLOAD_UNDERWAY);
            }
            limiter.take("download " + person.id(), config.limit());
            rows.deleteFinished(person.id());
            rows.add(id, person.id(), maker.node(), now, now.plus(config.kept()));
        });
        maker.clearAway();
        maker.make(id, person.id());
        return read(person, id);
    }

    List<DownloadView> list(Person person) {
        return rows.of(person.id());
    }

    /** @throws Refusal {@code not-found} when it is not theirs or its time is over */
    DownloadView read(Person person, UUID id) {
        return rows.find(person.id(), id).filter(found -> found.expiresAt().isAfter(Instant.now(clock)))
                .orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND));
    }

    /** @throws Refusal {@code not-found} when it is not ready, or waits on another server */
    Path content(Person person, UUID id) {
        Path file = files.file(id);
        if (read(person, id).state() != DownloadView.State.READY || Files.notExists(file)) {
            throw Refusal.of(ErrorCode.NOT_FOUND);
        }
        return file;
    }
}
