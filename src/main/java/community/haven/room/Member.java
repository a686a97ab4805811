package community.haven.room;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

@Entity
@Table(name = "membership")
@IdClass(Membership.class)
class Member {

    @Id
    @Column(name = "room_id")
    UUID room;
    @Id
    @Column(name = "account_id")
    UUID account;
    Instant joinedAt;
}
