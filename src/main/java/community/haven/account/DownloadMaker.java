package community.haven.account;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.ObjectMapper;

import community.haven.account.PersonalData.Part;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;

/** Makes downloads one after the other, and deletes what nobody fetches any more. */
@Singleton
class DownloadMaker {

    private static final Logger LOG = Logger.getLogger(DownloadMaker.class);
    private static final int REPORT_EVERY = 200;

    private final DownloadRows rows;
    private final DownloadFiles files;
    private final List<PersonalData> sources;
    private final ObjectMapper json;
    private final Duration kept;
    private final Clock clock;
    private final UUID node;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "haven-downloads");
        thread.setDaemon(true);
        return thread;
    });

    DownloadMaker(DownloadRows rows, DownloadFiles files, @All List<PersonalData> sources, ObjectMapper json,
            DownloadConfig config, Clock clock) {
        this.rows = rows;
        this.files = files;
        this.sources = sources;
        this.json = json;
        this.kept = config.kept();
        this.clock = clock;
        this.node = files.node();
    }

    UUID node() {
        return node;
    }

    void onStart(@Observes StartupEvent start) {
        rows.deleteAllOf(node);
        files.keepOnly(Set.of());
    }

    void onStop(@Observes ShutdownEvent stop) {
        worker.shutdownNow();
    }

    /** Rows go with their time or with their account, files with their row. */
    @Scheduled(identity = "account-downloads", every = "${haven.account.download.every:10m}", delayed = "1m")
    void clearAway() {
        rows.deleteExpired(Instant.now(clock));
        files.keepOnly(rows.idsOf(node));
    }

    void make(UUID id, UUID account) {
        worker.execute(() -> {
            try {
                write(id, account);
            } catch (IOException | RuntimeException e) {
                LOG.warnf("A download could not be made: %s", e.getClass().getName());
                rows.failed(id);
            }
        });
    }

    private void write(UUID id, UUID account) throws IOException {
        List<Part> parts = sources.stream().flatMap(source -> source.partsOf(account).stream())
                .sorted(ReadablePage.ORDER).toList();
        Progress progress = new Progress(id, Archive.PASSES * parts.stream().mapToLong(Part::count).sum());
        Path part = files.begin(id);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            new Archive(parts, Instant.now(clock), json, progress::oneDone).write(out);
        }
        Path file = files.finish(id, part);
        rows.finished(id, Files.size(file), Instant.now(clock).plus(kept));
    }

    private final class Progress {

        private final UUID id;
        private final long total;
        private long done;

        Progress(UUID id, long total) {
            this.id = id;
            this.total = total;
            rows.progress(id, 0, total);
        }

        void oneDone() {
            done++;
            if (done % REPORT_EVERY == 0) {
                rows.progress(id, Math.min(done, total), total);
            }
        }
    }
}
