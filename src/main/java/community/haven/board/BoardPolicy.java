package community.haven.board;

import java.util.UUID;

import community.haven.account.Person;
import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;

/**
 * Who may do what with a resource as it stands. Members look after their own; staff look after the editors'. What a member
 * wrote is never rewritten by staff: they may only take it off the board, with grounds, and bring it back.
 */
final class BoardPolicy {

    private BoardPolicy() {
    }

    /** To everybody else what cannot be seen does not exist. */
    static boolean maySee(Person person, Facts facts) {
        return facts.onTheBoard() || facts.isAuthor(person) || person.isStaff();
    }

    static void checkHistory(Person person, Facts facts) {
        if (!facts.isAuthor(person) && !person.isStaff()) {
            throw Refusal.of(ErrorCode.NOT_ALLOWED);
        }
    }

    static void checkEdit(Person person, Facts facts) {
        if (!facts.isAuthor(person) && !(facts.isEditors() && person.isStaff())) {
            throw Refusal.of(ErrorCode.NOT_ALLOWED);
        }
        if (facts.removed()) {
            throw Refusal.of(ErrorCode.WRONG_STATE);
        }
    }

    static void checkPublication(Person person, Facts facts) {
        checkEdit(person, facts);
        if (facts.state() == State.PUBLISHED) {
            throw Refusal.of(ErrorCode.WRONG_STATE);
        }
    }

    static void checkWithdrawal(Person person, Facts facts) {
        checkEdit(person, facts);
        if (facts.state() != State.PUBLISHED) {
            throw Refusal.of(ErrorCode.WRONG_STATE);
        }
    }

    /** A draft has harmed nobody; it can be judged when it is published. */
    static void checkRemoval(Facts facts) {
        if (facts.removed()) {
            throw Refusal.of(ErrorCode.ALREADY_REMOVED);
        }
        if (facts.state() == State.DRAFT) {
            throw Refusal.of(ErrorCode.WRONG_STATE);
        }
    }

    static void checkRestoration(Facts facts) {
        if (!facts.removed()) {
            throw Refusal.of(ErrorCode.NOT_REMOVED);
        }
    }

    /**
     * @param author {@code null} for the editors
     * @param state how far it is
     * @param removed whether a removal is in force
     */
    record Facts(UUID author, State state, boolean removed) {

        boolean isEditors() {
            return author == null;
        }

        boolean isAuthor(Person person) {
            return person.id().equals(author);
        }

        boolean onTheBoard() {
            return state == State.PUBLISHED && !removed;
        }
    }
}
