package community.haven.account;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** That a person agreed to a version of the guidelines. */
@Entity
@Table(name = "agreement")
class Agreement {

    @EmbeddedId
    Key key;
    @Column(name = "agreed_at")
    Instant agreedAt;

    static Agreement of(UUID account, String version, Instant now) {
        Agreement agreement = new Agreement();
        agreement.key = new Key(account, version);
        agreement.agreedAt = now;
        return agreement;
    }

    @Embeddable
    record Key(@Column(name = "account_id") UUID account, String version) implements Serializable {
    }
}
