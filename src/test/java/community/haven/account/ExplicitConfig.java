package community.haven.account;

import java.time.Duration;

/** Settings that a test writes out. */
record ExplicitConfig(Hashing hashing) implements AccountConfig {

    static final Duration PROOF = Duration.ofMinutes(10);
    static final Lifetime LIFETIME = new ExplicitLifetime(Duration.ofDays(30), Duration.ofDays(180), Duration.ofSeconds(10),
            PROOF, Duration.ofDays(90));

    static AccountConfig account() {
        return new ExplicitConfig(null);
    }

    @Override
    public Token token() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Lifetime session() {
        return LIFETIME;
    }

    @Override
    public Limits limits() {
        throw new UnsupportedOperationException();
    }

    record ExplicitHashing(int memory, int iterations, int parallelism, int concurrent, int waiting,
            Duration patience) implements Hashing {
    }

    record ExplicitLifetime(Duration idle, Duration absolute, Duration grace, Duration proof,
            Duration knownDevice) implements Lifetime {
    }
}
