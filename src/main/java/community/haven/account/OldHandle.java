package community.haven.account;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A name that was given up, and is not free again yet. Hashes are enough to know it by. */
@Entity
@Table(name = "old_handle")
class OldHandle {

    @Id
    @Column(name = "key_hash")
    @JdbcTypeCode(SqlTypes.CHAR)
    String key;
    @Column(name = "look_hash")
    @JdbcTypeCode(SqlTypes.CHAR)
    String look;
    UUID owner;
    @Column(name = "reserved_until")
    Instant reservedUntil;
}
