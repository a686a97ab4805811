package community.haven.audit;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "audit_line")
class AuditLine {

    @Id
    long number;
    Instant at;
    UUID actor;
    String act;
    String subject;
    @Column(name = "rule_id")
    String rule;
    String hash;
}
