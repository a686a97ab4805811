package community.haven.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row under whose lock admins are made and unmade. */
@Entity
@Table(name = "setup_code")
class SetupCode {

    static final int ONLY = 1;

    @Id
    int id;
    String hash;
}
