package community.haven.account;

import jakarta.inject.Singleton;

import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;

/** The one guard of all write paths, REST and socket alike: front doors ask it first, before they look at anything else. */
@Singleton
public class Guard {

    /**
     * @throws Refusal {@code not-allowed} when the role is too low, {@code guidelines-not-agreed} when the guidelines have
     *         changed since the person agreed; leaving stays possible without agreeing
     */
    public void allow(Person person, Act act) {
        if (!person.role().isAtLeast(act.least())) {
            throw Refusal.of(ErrorCode.NOT_ALLOWED);
        }
        if (!person.agreed() && act != Act.LEAVE_ROOM) {
            throw Refusal.of(ErrorCode.GUIDELINES_NOT_AGREED);
        }
    }
}
