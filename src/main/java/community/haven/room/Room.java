package community.haven.room;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
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
    String nameKey;
    String purpose;
    String topic;
    String guidelines;
    int capacity;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    RoomState state;
    int retentionDays;
    Instant createdAt;
    @Version
    long version;
}
