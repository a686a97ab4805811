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
        PASSWORD_CHANGED(true),
        RECOVERY_CODE_USED(true),
        RECOVERY_CODES_RENEWED(false),
        SECOND_FACTOR_ADDED(false),
        SECOND_FACTOR_REMOVED(false);

        private final boolean newBeginning;

        What(boolean newBeginning) {
            this.newBeginning = newBeginning;
        }

        /** Whether it is what somebody does who takes their account back in hand: what others began there shall not go on. */
        boolean isNewBeginning() {
            return newBeginning;
        }

        String letter() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
