package community.haven.account;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "account")
class Account {

    @Id
    UUID id;
    String handle;
    @Column(name = "handle_key")
    String key;
    @Column(name = "handle_look")
    String look;
    @Column(name = "handle_changed_at")
    Instant handleChangedAt;
    String password;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    Role role;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    AccountState state;
    @Column(name = "adult_at")
    Instant adultAt;
    @Column(name = "created_at")
    Instant createdAt;

    static Account of(Handle handle, String password, Instant now) {
        Account account = new Account();
        account.id = UUID.randomUUID();
        account.handle = handle.text();
        account.key = handle.key();
        account.look = handle.look();
        account.password = password;
        account.role = Role.MEMBER;
        account.state = AccountState.ACTIVE;
        account.adultAt = now;
        account.createdAt = now;
        return account;
    }
}
