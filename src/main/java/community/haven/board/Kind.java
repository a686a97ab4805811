package community.haven.board;

import com.fasterxml.jackson.annotation.JsonValue;

/** What sort of thing a resource is. */
public enum Kind {
    STRATEGY,
    PRACTICE,
    WOUND,
    STYLE,
    SIGN,
    STRENGTH,
    CAUSE,
    EFFECT,
    HELP,
    /** What a member has lived through themselves; never seeded. */
    EXPERIENCE;

    @JsonValue
    public String wire() {
        return Wire.name(this);
    }
}
