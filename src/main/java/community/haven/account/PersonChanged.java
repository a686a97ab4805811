package community.haven.account;

import java.util.UUID;

/**
 * Fired in the transaction after which an account may do more or less than before: a new role, agreed guidelines,
 * a measure.
 */
public record PersonChanged(UUID account) {
}
