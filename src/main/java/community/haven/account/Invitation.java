package community.haven.account;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** That so many people may sign up until a day. Who they became is not kept. */
@Entity
@Table(name = "invitation")
class Invitation {

    @Id
    UUID id;
    @JdbcTypeCode(SqlTypes.CHAR)
    String hash;
    @Column(name = "uses_left")
    int usesLeft;
    String note;
    UUID maker;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "expires_at")
    Instant expiresAt;

    static Invitation of(String code, int uses, Duration life, String note, UUID maker, Instant now) {
        Invitation invitation = new Invitation();
        invitation.id = UUID.randomUUID();
        invitation.hash = OneTimeCode.hash(code);
        invitation.usesLeft = uses;
        invitation.note = note;
        invitation.maker = maker;
        invitation.createdAt = now;
        invitation.expiresAt = now.plus(life);
        return invitation;
    }
}
