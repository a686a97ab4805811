package community.haven.account;

import java.util.UUID;

/** Fired in the transaction after which this account is shown more or less than before. */
public record QuietMutesChanged(UUID account) {
}
