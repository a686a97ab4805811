package community.haven.testkit;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Remembers what would stand in the log. */
public final class LogWatch extends Handler implements AutoCloseable {

    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    public LogWatch() {
        Logger.getLogger("").addHandler(this);
    }

    /** Warnings and worse, and whatever came with a stack trace. */
    public List<String> troubles() {
        return records.stream()
                .filter(line -> line.getThrown() != null || line.getLevel().intValue() >= Level.WARNING.intValue())
                .map(line -> line.getLoggerName() + ": " + line.getMessage()).toList();
    }

    /** Everything, with all that a line may show of its parts. */
    public List<String> lines() {
        return records.stream().map(line -> line.getLoggerName() + ": " + line.getMessage() + " "
                + Arrays.deepToString(line.getParameters()) + trace(line.getThrown())).toList();
    }

    @Override
    public void publish(LogRecord line) {
        records.add(line);
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        if (thrown != null) {
            thrown.printStackTrace(new PrintWriter(text));
        }
        return text.toString();
    }
}
