package community.haven.account;

import java.util.UUID;

/** Who looks after a room, asked here and answered by those who know the rooms. */
public interface Hosts {

    boolean isHostSomewhere(UUID account);
}
