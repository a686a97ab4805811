package community.haven.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The results as a table, for programs, and as a picture. */
final class Report {

    private final Settings settings;
    private final List<String> circumstances;
    private final List<Result> results;

    Report(Settings settings, String cores, List<Result> results) {
        this.settings = settings;
        this.results = results;
        this.circumstances = List.of(cores,
                "Java " + System.getProperty("java.version") + ", server with -Xmx1g " + settings.serverOptions(),
                "load average %.1f at the end".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()),
                "embedded MariaDB, innodb_flush_log_at_trx_commit=1",
                "warm-up %d s, measured %d s".formatted(settings.warmUp().toSeconds(), settings.measured().toSeconds()));
    }

    void write() throws IOException {
        Files.writeString(settings.folder().resolve("result.md"), markdown());
        Files.writeString(settings.folder().resolve("result.json"),
                new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json()));
        Files.writeString(settings.folder().resolve("result.svg"), new Plot(circumstances, results).svg());
        System.out.println("Written to " + settings.folder() + ": result.md, result.json, result.svg");
    }

    /** Whether nothing was lost, doubled, refused or out of order. Whether goals were reached is another matter. */
    boolean isSound() {
        return results.stream().allMatch(result -> result.faults().isEmpty());
    }

    String markdown() {
        List<String> lines = new ArrayList<>(List.of("# Benchmark of Haven's live rooms", ""));
        circumstances.forEach(line -> lines.add("- " + line));
        lines.addAll(List.of("", "| workload | what | value | goal | |", "|---|---|---:|---:|---|"));
        for (Result result : results) {
            result.figures().forEach((what, value) -> lines.add(row(result, what, value)));
            lines.add("| %s | lost, doubled, refused, out of order | %s | none | %s |".formatted(result.name(),
                    result.faults().isEmpty() ? "none" : String.join("; ", result.faults()), mark(result.faults().isEmpty())));
        }
        lines.add("");
        results.forEach(result -> lines.add(result.name() + ": " + result.title() + ".  "));
        return String.join("\n", lines) + "\n";
    }

    private static String row(Result result, What what, double value) {
        Double goal = result.goals().get(what);
        return "| %s | %s | %s | %s | %s |".formatted(result.name(), what.words(), what.value(value),
                goal == null ? "" : what.goal(goal), goal == null ? "" : mark(what.meets(value, goal)));
    }

    private static String mark(boolean good) {
        return good ? "reached" : "**missed**";
    }

    private Map<String, Object> json() {
        Map<String, Object> workloads = new LinkedHashMap<>();
        for (Result result : results) {
            workloads.put(result.name(), Map.of("title", result.title(), "figures", result.figures(), "goals", result.goals(),
                    "faults", result.faults()));
        }
        return Map.of("circumstances", circumstances, "workloads", workloads);
    }
}
