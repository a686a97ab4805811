package community.haven.account;

import java.util.UUID;

/** What a package keeps about people and has to let go of when one is erased. Asked here, answered by each package. */
public interface PersonalTraces {

    /**
     * Erases a portion, in a transaction of its own. Asked again until nothing is left, at times by two servers at once, and
     * from the beginning after a crash.
     *
     * @param limit how much one transaction may hold
     * @return whether there was something, so that there may be more
     */
    boolean erasePart(Leaver leaver, int limit);

    /**
     * Somebody who is being erased.
     *
     * @param line whether a neutral line stays in the place of what they said in rooms
     */
    record Leaver(UUID account, boolean line) {
    }
}
