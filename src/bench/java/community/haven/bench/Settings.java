package community.haven.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What can be set, each by a system property: {@code bench.workloads}, {@code .warmup} and {@code .measured} in seconds,
 * {@code .server.core}, {@code .database.core}, {@code .load.core}, and {@code .server.options} for the server's JVM.
 *
 * @param workloads the names of those to run
 * @param serverOptions in one line, as for the command {@code java}
 */
record Settings(List<String> workloads, Duration warmUp, Duration measured, String serverCore, String databaseCore,
        String loadCore, String serverOptions, Path folder) {

    static Settings read() {
        String serverCore = text("server.core", "0");
        return new Settings(List.of(text("workloads", "W1,W2,W3,W4,W5,W6").split("\\s*,\\s*")), seconds("warmup", 30),
                seconds("measured", 20), serverCore, text("database.core", serverCore), text("load.core", "1"),
                text("server.options", ""), Path.of(text("folder", "target/bench")).toAbsolutePath());
    }

    private static String text(String name, String other) {
        String set = System.getProperty("bench." + name, "");
        return set.isBlank() ? other : set.strip();
    }

    private static Duration seconds(String name, int other) {
        return Duration.ofSeconds(Integer.parseInt(text(name, Integer.toString(other))));
    }
}
