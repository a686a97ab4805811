package community.haven.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.altcha.altcha.Altcha;

import community.haven.shared.ErrorCode;
import community.haven.shared.Jdbc;
import community.haven.shared.Refusal;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Work for browsers: a number that only trying finds. One person hardly notices; whoever makes accounts by the hundred does.
 * Challenges are signed instead of stored, and each answer counts once.
 */
@Singleton
class SignUpProofs {

    /** Counted by a browser without loss, and hashed in one step. */
    static final long MOST = 9_999_999;

    private static final int LONGEST = 200;

    private final SignUpConfig.Proof config;
    private final Jdbc jdbc;
    private final Clock clock;
    private final String secret;

    SignUpProofs(SignUpConfig config, Keys keys, Jdbc jdbc, Clock clock) {
        this.config = config.proof();
        this.jdbc = jdbc;
        this.clock = clock;
        this.secret = Base64.getUrlEncoder().withoutPadding().encodeToString(keys.signUpSecret());
    }

    Challenge challenge() {
        Altcha.ChallengeOptions options = new Altcha.ChallengeOptions().setAlgorithm(Altcha.Algorithm.SHA256)
                .setMaxNumber(config.difficulty()).setSecureRandomNumber(true).setHmacKey(secret)
                .setExpires(clock.instant().plus(config.life()).getEpochSecond());
        try {
            Altcha.Challenge made = Altcha.createChallenge(options);
            return new Challenge(made.algorithm, made.challenge, made.salt, made.signature, made.maxnumber,
                    config.life().toSeconds());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Uses an answer up.
     *
     * @throws Refusal {@code sign-up-proof-not-good} when it is none, wrong, too late, or was used before
     */
    void claim(Solution solution) {
        Instant end = Optional.ofNullable(solution).filter(this::isGenuine).map(SignUpProofs::end).orElse(Instant.EPOCH);
        if (!end.isAfter(clock.instant()) || !isFirst(solution, end)) {
            throw Refusal.of(ErrorCode.SIGN_UP_PROOF_NOT_GOOD);
        }
    }

    /** Afterwards the end alone keeps an answer from being used again. */
    @Scheduled(identity = "spent-proofs", every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void forgetOld() {
        jdbc.update("delete from spent_proof where expires_at < ?", clock.instant());
    }

    private boolean isGenuine(Solution solution) {
        if (solution.salt == null || solution.salt.length() > LONGEST || solution.number == null || solution.number < 0
                || solution.number > MOST) {
            return false;
        }
        Altcha.Payload payload = new Altcha.Payload();
        payload.algorithm = Altcha.Algorithm.SHA256.getName();
        payload.challenge = solution.challenge;
        payload.number = solution.number;
        payload.salt = solution.salt;
        payload.signature = solution.signature;
        try {
            // Not its end, which the library would compare with a clock of its own.
            return Altcha.verifySolution(payload, secret, false);
        } catch (Exception e) {
            return false;
        }
    }

    /** Of a genuine one, whose end was signed with it. */
    private static Instant end(Solution solution) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(Altcha.extractParams(solution.salt).get("expires")));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isFirst(Solution solution, Instant end) {
        return jdbc.update("insert ignore into spent_proof (challenge, expires_at) values (?, ?)", solution.challenge,
                end) == 1;
    }

    /**
     * @param algorithm SHA-256
     * @param challenge the hash, in small hexadecimal digits, of the salt and the number that is sought, in decimal digits
     * @param maxNumber the number is no larger
     * @param expiresIn so many seconds from now it can be answered
     */
    record Challenge(String algorithm, String challenge, String salt, String signature, long maxNumber, long expiresIn) {
    }

    /** A challenge, sent back with the number that was found. */
    record Solution(String challenge, String salt, String signature, Long number) {
    }
}
