package community.haven.board;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One row: what was loaded last. Whoever loads holds its lock. */
@Entity
@Table(name = "board_seed_load")
class SeedLoad {

    static final int ONLY = 1;

    @Id
    int id;
    String digest;
}
