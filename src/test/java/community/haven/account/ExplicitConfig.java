package community.haven.account;

import java.time.Duration;

/** Settings that a test writes out. */
record ExplicitConfig(Hashing hashing, NewPassword password, Needed secondFactor) implements AccountConfig {

    static final Duration PROOF = Duration.ofMinutes(10);
    static final Lifetime LIFETIME = new ExplicitLifetime(Duration.ofDays(30), Duration.ofDays(180), Duration.ofSeconds(10),
            PROOF, Duration.ofDays(90));

    static final Token TOKEN = new ExplicitToken("haven", "haven-api", Duration.ofMinutes(10), Duration.ofSeconds(10));

    ExplicitConfig(Hashing hashing) {
        this(hashing, new ExplicitPassword(15), new ExplicitNeed(RequiredOf.STAFF));
    }

    static AccountConfig account() {
        return new ExplicitConfig(null);
    }

    /** With the shortest password, and whom a second factor is asked of. */
    static AccountConfig with(int minimum, RequiredOf whom) {
        return new ExplicitConfig(null, new ExplicitPassword(minimum), new ExplicitNeed(whom));
    }

    @Override
    public Token token() {
        return TOKEN;
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

    record ExplicitPassword(int minimum) implements NewPassword {
    }

    record ExplicitNeed(RequiredOf requiredOf) implements Needed {
    }

    record ExplicitToken(String issuer, String audience, Duration life, Duration skew) implements Token {
    }

    record ExplicitLifetime(Duration idle, Duration absolute, Duration grace, Duration proof,
            Duration knownDevice) implements Lifetime {
    }
}
