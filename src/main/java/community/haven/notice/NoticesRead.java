package community.haven.notice;

import java.util.UUID;

/** Fired in the transaction after which this person has fewer unread notices. */
public record NoticesRead(UUID account) {
}
