package community.haven.account;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One sign-in and the refresh tokens that follow from it, one after the other. */
@Entity
@Table(name = "session")
class Session {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    @Id
    UUID id;
    @Column(name = "account_id")
    UUID account;
    int generation;
    byte[] salt;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "rotated_at")
    Instant rotatedAt;
    @Column(name = "proven_at")
    Instant provenAt;
    @Column(name = "second_factor_at")
    Instant secondFactorAt;
    @Column(name = "expires_at")
    Instant expiresAt;
    @Column(name = "ended_at")
    Instant endedAt;
    String browser;
    String platform;

    static Session of(UUID account, Device device, Instant now, Instant expiresAt) {
        Session session = new Session();
        session.id = UUID.randomUUID();
        session.account = account;
        session.browser = device.browser();
        session.platform = device.platform();
        session.salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(session.salt);
        session.createdAt = now;
        session.rotatedAt = now;
        session.provenAt = now;
        session.expiresAt = expiresAt;
        return session;
    }
}
