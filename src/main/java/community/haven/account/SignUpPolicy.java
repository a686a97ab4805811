package community.haven.account;

import java.util.Optional;

/** Which settings of the sign-up Haven can stand for. */
final class SignUpPolicy {

    private SignUpPolicy() {
    }

    /** Why Haven cannot start like this, as a sentence for the operator. */
    static Optional<String> refusal(SignUpConfig config) {
        if (config.mode() == SignUpMode.OPEN && !config.proof().required()) {
            return Optional.of("Sign-up would be open to every program on the network: keep haven.account.sign-up.proof."
                    + "required=true, or let people in by haven.account.sign-up.mode=invitation or approval.");
        }
        if (config.proof().difficulty() < 1 || config.proof().difficulty() > SignUpProofs.MOST) {
            return Optional.of("haven.account.sign-up.proof.difficulty is a number from 1 to " + SignUpProofs.MOST + ".");
        }
        return Optional.empty();
    }

    static boolean asksForProof(SignUpConfig config) {
        return config.mode() != SignUpMode.INVITATION && config.proof().required();
    }
}
