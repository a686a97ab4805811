package community.haven.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The end of the chain, one row: whoever writes a line holds its lock. */
@Entity
@Table(name = "audit_head")
class AuditHead {

    static final int ONLY = 1;

    @Id
    int id;
    long number;
    String hash;
}
