package community.haven.bench;

import java.time.Duration;

import org.HdrHistogram.Histogram;

import community.haven.bench.Server.Spent;
import community.haven.bench.Tally.Gathered;
import io.vertx.core.Future;

/** What the workloads stand on. */
record Bench(Settings settings, Server server, Population population, Load load) {

    /** Lets things go on for a while without counting them. */
    void warmUp() throws InterruptedException {
        say("warming up for %d s", settings.warmUp().toSeconds());
        Thread.sleep(settings.warmUp().toMillis());
    }

    /** Counts what happens for a while. */
    Measured measure() throws InterruptedException {
        say("measuring for %d s", settings.measured().toSeconds());
        Spent before = server.spent();
        forget();
        long since = System.nanoTime();
        Thread.sleep(settings.measured().toMillis());
        Gathered gathered = take();
        Duration lasted = Duration.ofNanos(System.nanoTime() - since);
        return new Measured(gathered.latency(), gathered.saved(), lasted, server.spent().since(before));
    }

    /** What was counted up to here is of no interest. */
    void forget() {
        take();
    }

    private Gathered take() {
        return load.ask(() -> Future.succeededFuture(load.tally().take()));
    }

    static void say(String format, Object... values) {
        System.out.printf("    " + format + " …%n", values);
    }

    record Measured(Histogram latency, long saved, Duration lasted, Spent spent) {

        double seconds() {
            return lasted.toNanos() / 1e9;
        }

        long deliveries() {
            return latency.getTotalCount();
        }

        double percentile(double percentile) {
            return latency.getValueAtPercentile(percentile) / 1e6;
        }
    }
}
