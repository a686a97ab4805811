package community.haven.board;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which wound or strategy a resource is about. */
public enum Theme {
    ABANDONMENT,
    NOT_ENOUGH,
    PERFECTION,
    THERAPY,
    MINDFULNESS,
    OPEN_COMMUNICATION,
    SELF_WORTH,
    BOUNDARIES,
    PAST_RELATIONSHIPS,
    RELATIONSHIP_SKILLS,
    SUPPORTIVE_NETWORK,
    UNDERSTANDING;

    @JsonValue
    public String wire() {
        return Wire.name(this);
    }
}
