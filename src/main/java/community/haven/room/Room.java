package community.haven.room;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import community.haven.room.RoomPolicy.Door;

@Entity
@Table(name = "room")
class Room {

    /** So long a room stays closed to newcomers that waits for somebody to open it. */
    static final Instant UNTIL_REOPENED = Instant.parse("9999-01-01T00:00:00Z");

    @Id
    UUID id;
    String name;
    @Column(name = "name_key")
    String nameKey;
    String purpose;
    String topic;
    String guidelines;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    RoomVisibility visibility;
    int capacity;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    RoomState state;
    @Column(name = "slow_mode_seconds")
    int slowModeSeconds;
    @Column(name = "newcomers_closed_until")
    Instant newcomersClosedUntil;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    RoomOpening opening;
    @Column(name = "newcomers_opened_at")
    Instant newcomersOpenedAt;
    @Column(name = "retention_days")
    int retentionDays;
    @Column(name = "created_at")
    Instant createdAt;
    @Version
    long version;

    Door door() {
        return new Door(state, visibility, newcomersClosedUntil);
    }
}
