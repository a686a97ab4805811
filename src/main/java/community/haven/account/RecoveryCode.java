package community.haven.account;

import java.io.Serializable;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A recovery code that has not been used. */
@Entity
@Table(name = "recovery_code")
class RecoveryCode {

    @EmbeddedId
    Key key;

    static RecoveryCode of(UUID account, String code) {
        RecoveryCode stored = new RecoveryCode();
        stored.key = new Key(account, OneTimeCode.hash(code));
        return stored;
    }

    @Embeddable
    record Key(@Column(name = "account_id") UUID account, @JdbcTypeCode(SqlTypes.CHAR) String hash) implements Serializable {
    }
}
