package community.haven.account;

import java.util.UUID;

/** Fired in the transaction that ends a session, so that observers of its success may close what hangs on it. */
public record SessionEnded(UUID account, UUID session) {
}
