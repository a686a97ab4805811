package community.haven.account;

import java.util.UUID;

/** How somebody stands, asked here and answered by those who know the measures in force. Every request asks. */
public interface LoginGate {

    Standing standingOf(UUID account);
}
