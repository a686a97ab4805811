package community.haven.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * The append-only log of what staff did. Each line holds the SHA-256 of the line before it, so that a line which was
 * changed or taken away shows. Lines hold ids and rules, never words, and outlive what they speak of.
 */
@ApplicationScoped
public class Audit {

    private static final String GENESIS = "0".repeat(64);

    private final EntityManager entities;
    private final Clock clock;

    Audit(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Writes a line within the transaction of the act itself: both happen, or neither.
     * Lines are numbered under a lock that is held to commit.
     *
     * @param actor the id of who acted
     * @param act what was done, such as {@code message-removed}
     * @param subject what it was done to, such as {@code message:ROOM/17}
     * @param rule the id of the rule it rests on, or {@code null}
     */
    @Transactional(TxType.MANDATORY)
    public void record(UUID actor, String act, String subject, String rule) {
        AuditHead head = entities.find(AuditHead.class, AuditHead.ONLY, LockModeType.PESSIMISTIC_WRITE);
        AuditLine line = new AuditLine();
        line.number = head.number + 1;
        line.at = Instant.now(clock);
        line.actor = actor;
        line.act = act;
        line.subject = subject;
        line.rule = rule;
        line.hash = hash(head.hash, line);
        head.number = line.number;
        head.hash = line.hash;
        entities.persist(line);
    }

    /** The newest lines first, from below the given number. */
    public List<View> before(long number, int limit) {
        return entities.createQuery("from AuditLine where number < :number order by number desc", AuditLine.class)
                .setParameter("number", number).setMaxResults(limit).getResultList().stream().map(View::of).toList();
    }

    /** Reads the whole chain and says whether every line is as it was written. Takes time in proportion to the log. */
    @Transactional
    public Verification verify() {
        String previous = GENESIS;
        long checked = 0;
        try (var lines = entities.createQuery("from AuditLine order by number", AuditLine.class).getResultStream()) {
            for (AuditLine line : (Iterable<AuditLine>) lines::iterator) {
                if (line.number != checked + 1 || !hash(previous, line).equals(line.hash)) {
                    return new Verification(false, checked);
                }
                previous = line.hash;
                checked++;
                entities.detach(line);
            }
        }
        AuditHead head = entities.find(AuditHead.class, AuditHead.ONLY);
        return new Verification(head.number == checked && head.hash.equals(previous), checked);
    }

    private static String hash(String previous, AuditLine line) {
        String text = String.join("\n", previous, Long.toString(line.number), line.at.toString(), line.actor.toString(),
                line.act, line.subject, line.rule == null ? "" : line.rule);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One line as it leaves this package. */
    public record View(long number, Instant at, UUID actor, String act, String subject, String rule) {

        static View of(AuditLine line) {
            return new View(line.number, line.at, line.actor, line.act, line.subject, line.rule);
        }
    }

    /**
     * @param intact whether no line was changed, added out of turn or taken away
     * @param lines how many lines were found to be sound
     */
    public record Verification(boolean intact, long lines) {
    }
}
