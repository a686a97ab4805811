package community.haven.live;

import java.math.BigInteger;

import io.quarkus.runtime.configuration.MemorySize;

/** Small limits, so that a test reaches them. */
record Limits(int frames, MemorySize bytes, MemorySize joined) implements LiveConfig.Outbox {

    static Limits of(int frames, int bytes, int joined) {
        return new Limits(frames, size(bytes), size(joined));
    }

    private static MemorySize size(int bytes) {
        return new MemorySize(BigInteger.valueOf(bytes));
    }
}
