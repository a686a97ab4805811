package community.haven.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.sun.management.UnixOperatingSystemMXBean;

/** Runs the workloads that are asked for and writes down what came of them. */
final class Benchmark {

    private static final int LENGTH = 120;
    private static final int LONG = 4_000;
    private static final long FILES = 8_000;

    private static final Workload EAGER = new Talk("W3", "10 rooms of 20, 40 people talk as fast as they are acknowledged", 10,
            20,
            Pace.eager(5, 4, LENGTH), Map.of(What.SAVED, 20_000.0, What.DELIVERED, 400_000.0));
    private static final List<Workload> WORKLOADS = List.of(
            new Talk("W1", "one room of 500, 20 messages a second", 1, 500, Pace.steady(20, LENGTH),
                    Map.of(What.P99, 15.0, What.SERVER_CPU, 13.0)),
            new Talk("W2", "100 rooms of 20, 200 messages a second", 100, 20, Pace.steady(200, LENGTH),
                    Map.of(What.P50, 0.8, What.P99, 4.0, What.SERVER_CPU, 21.0)),
            EAGER,
            new IdleCrowd("W4", "5,000 idle in 50 rooms", 50, 100, Map.of(What.HEAP, 15.0, What.JOINS, 1_700.0)),
            new ComeBack("W5", "200 of one room come back to 1,000 missed messages", 200, 1_000, LENGTH,
                    Map.of(What.RESUMED, 0.2)),
            // More in a few seconds than the system keeps on the way for a reader who stopped: some megabytes.
            new StalledReader("W6", "one room of 100, 80 long messages a second, one reader stops reading", 100,
                    Pace.steady(80, LONG)));

    private Benchmark() {
    }

    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.read();
        Files.createDirectories(settings.folder());
        checkFiles();
        Cores cores = Cores.find();
        System.out.println("Benchmark of Haven's live rooms: " + cores.describe(settings));
        Report report = new Report(settings, cores.describe(settings), run(settings, cores));
        report.write();
        System.out.println(report.markdown());
        System.exit(report.isSound() ? 0 : 1);
    }

    private static List<Result> run(Settings settings, Cores cores) throws Exception {
        List<Result> results = new ArrayList<>();
        try (Server server = Server.start(settings, cores)) {
            cores.move(ProcessHandle.current().pid(), settings.loadCore());
            try (Load load = new Load(server.address())) {
                Bench bench = new Bench(settings, server, new Population(server), load);
                System.out.println("  Warming up: W3, which is not counted yet");
                EAGER.run(bench);
                for (Workload workload : WORKLOADS) {
                    if (settings.workloads().contains(workload.name())) {
                        System.out.println("  " + workload.name() + ", " + workload.title());
                        results.add(workload.run(bench));
                    }
                }
            }
        }
        return results;
    }

    /** Each process needs one file for each socket; Java has raised the limit as far as it may. */
    private static void checkFiles() throws IOException {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                && system.getMaxFileDescriptorCount() < FILES) {
            throw new IOException("A process may open %,d files here, and 5,000 sockets need %,d. Raise the limit (ulimit -Hn)."
                    .formatted(system.getMaxFileDescriptorCount(), FILES));
        }
    }
}
