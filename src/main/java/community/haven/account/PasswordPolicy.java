package community.haven.account;

import java.util.Optional;

/** Which shortest passwords Haven can stand for (NIST SP 800-63B-4, 3.1.1.2). */
final class PasswordPolicy {

    /** As short as passwords may be beside a second factor. */
    private static final int LEAST = 8;
    /** As short as they may be where nothing else is asked for. */
    private static final int LEAST_ALONE = 15;
    /** More would refuse passphrases that nobody guesses. */
    private static final int MOST = 64;

    private PasswordPolicy() {
    }

    /** Why Haven cannot start like this, as a sentence for the operator. */
    static Optional<String> refusal(AccountConfig config) {
        int minimum = config.password().minimum();
        if (minimum < LEAST || minimum > MOST) {
            return Optional.of("haven.account.password.minimum is a number from " + LEAST + " to " + MOST + ".");
        }
        if (minimum < LEAST_ALONE && config.secondFactor().requiredOf() != AccountConfig.RequiredOf.EVERYBODY) {
            return Optional.of("Passwords of fewer than " + LEAST_ALONE + " characters need a second factor beside them: keep "
                    + "haven.account.password.minimum=" + LEAST_ALONE
                    + ", or set haven.account.second-factor.required-of=everybody.");
        }
        return Optional.empty();
    }
}
