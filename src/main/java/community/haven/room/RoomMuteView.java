package community.haven.room;

import java.time.Instant;
import java.util.UUID;

import community.haven.guidelines.Guidelines;
import community.haven.guidelines.Rule;

/**
 * Somebody who is not heard in a room for a time, for those who look after it.
 *
 * @param ruleTitle the rule in a few words; its id when the guidelines no longer have it
 * @param reason what was written to them
 * @param until when they are heard again, by itself
 * @param byStaff whether staff decided it, so that hosts do not lift it
 */
public record RoomMuteView(Somebody account, String rule, String ruleTitle, String reason, Instant since, Instant until,
        boolean byStaff) {

    /** The person, by the name they have now. */
    public record Somebody(UUID id, String handle) {

        @Override
        public String toString() {
            return "Somebody[" + id + "]";
        }
    }

    static RoomMuteView of(RoomMute mute, String handle, Guidelines guidelines) {
        return new RoomMuteView(new Somebody(mute.account(), handle), mute.rule(),
                guidelines.rule(mute.rule()).map(Rule::title).orElse(mute.rule()), mute.reason(), mute.since(), mute.until(),
                mute.byStaff());
    }

    @Override
    public String toString() {
        return "RoomMuteView[" + account + ", " + rule + "]";
    }
}
