package community.haven.account;

import java.util.Locale;
import java.util.UUID;

/**
 * Fired in the transaction that changes how somebody gets into their account, by whoever holds the account's lock: they get a
 * letter about it, if they have left an address.
 */
public record CredentialChanged(UUID account, What what) {

    /** What changed. Each has a letter of its own in {@code web/app/words/mails.json}. */
    public enum What {
        PASSWORD_CHANGED,
        RECOVERY_CODE_USED,
        RECOVERY_CODES_RENEWED,
        SECOND_FACTOR_ADDED,
        SECOND_FACTOR_REMOVED;

        String letter() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
