package community.haven.ops;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.sql.DataSource;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;

/**
 * Says within two seconds whether the database answers. However long it hangs and however often it is asked for, one
 * thread and one connection wait for it; none of those that serve people do.
 */
@Readiness
@ApplicationScoped
class DatabaseReadiness implements AsyncHealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DataSource database;
    private final ExecutorService asking = Executors.newSingleThreadExecutor(DatabaseReadiness::thread);
    private CompletableFuture<Boolean> question = CompletableFuture.completedFuture(false);

    DatabaseReadiness(DataSource database) {
        this.database = database;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom().completionStage(this::question)
                .ifNoItem().after(PATIENCE).recoverWithItem(false)
                .map(answered -> HealthCheckResponse.named("database").status(answered).build());
    }

    /** A copy for each who asks: whoever gives up waiting cancels their own. */
    private synchronized CompletableFuture<Boolean> question() {
        if (question.isDone()) {
            question = CompletableFuture.supplyAsync(this::answers, asking);
        }
        return question.copy();
    }

    private boolean answers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "Asks the database");
        thread.setDaemon(true);
        return thread;
    }

    @PreDestroy
    void stop() {
        asking.shutdownNow();
    }
}
