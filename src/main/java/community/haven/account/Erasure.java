package community.haven.account;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** That an account is to be erased, and when. */
@Entity
@Table(name = "erasure")
class Erasure {

    @Id
    @Column(name = "account_id")
    UUID account;
    boolean line;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "state_before")
    AccountState before;
    @Column(name = "asked_at")
    Instant askedAt;
    @Column(name = "due_at")
    Instant dueAt;

    static Erasure of(Account account, Instant now) {
        Erasure erasure = new Erasure();
        erasure.account = account.id;
        erasure.before = account.state;
        erasure.askedAt = now;
        return erasure;
    }

    Afterwards messages() {
        return line ? Afterwards.LINE : Afterwards.GO;
    }
}
