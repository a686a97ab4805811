package community.haven.account;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A link in a letter that has not been used. */
@Entity
@Table(name = "mail_token")
class MailToken {

    @EmbeddedId
    Key key;
    @JdbcTypeCode(SqlTypes.CHAR)
    String hash;
    @Column(name = "expires_at")
    Instant expiresAt;

    static MailToken of(UUID account, Purpose purpose, String token, Instant expiresAt) {
        MailToken stored = new MailToken();
        stored.key = new Key(account, purpose);
        stored.hash = OneTimeCode.hash(token);
        stored.expiresAt = expiresAt;
        return stored;
    }

    /** What a link is good for, and for nothing else. */
    enum Purpose {
        CONFIRM,
        RESET
    }

    @Embeddable
    record Key(@Column(name = "account_id") UUID account,
            @JdbcTypeCode(SqlTypes.VARCHAR) Purpose purpose) implements Serializable {
    }
}
