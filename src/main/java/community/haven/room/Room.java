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

@Entity
@Table(name = "room")
class Room {

    @Id
    UUID id;
    String name;
    @Column(name = "name_key")
    String nameKey;
    String purpose;
    String topic;
    String guidelines;
    int capacity;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    RoomState state;
    @Column(name = "retention_days")
    int retentionDays;
    @Column(name = "created_at")
    Instant createdAt;
    @Version
    long version;
}
