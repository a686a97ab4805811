package community.haven.live;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Remembers what would stand in the log. */
final class LogWatch extends Handler implements AutoCloseable {

    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    LogWatch() {
        Logger.getLogger("").addHandler(this);
    }

    /** Warnings and worse, and whatever came with a stack trace. */
    List<String> troubles() {
        return records.stream()
                .filter(line -> line.getThrown() != null || line.getLevel().intValue() >= Level.WARNING.intValue())
                .map(line -> line.getLoggerName() + ": " + line.getMessage()).toList();
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
}
