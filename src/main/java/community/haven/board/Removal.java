package community.haven.board;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import community.haven.guidelines.Grounds;

@Entity
@Table(name = "board_removal")
class Removal {

    @Id
    UUID id;
    @Column(name = "resource_id")
    UUID resource;
    @Column(name = "rule_id")
    String rule;
    String reason;
    @Column(name = "moderator_id")
    UUID moderator;
    Instant at;
    @Column(name = "restored_by")
    UUID restoredBy;
    @Column(name = "restored_at")
    Instant restoredAt;
    @Column(name = "restoration_reason")
    String restorationReason;

    static Removal of(UUID resource, UUID moderator, Grounds grounds, Instant now) {
        Removal removal = new Removal();
        removal.id = UUID.randomUUID();
        removal.resource = resource;
        removal.rule = grounds.rule();
        removal.reason = grounds.reason();
        removal.moderator = moderator;
        removal.at = now;
        return removal;
    }

    void end(UUID by, String why, Instant now) {
        restoredBy = by;
        restoredAt = now;
        restorationReason = why;
    }
}
