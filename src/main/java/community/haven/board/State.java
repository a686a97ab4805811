package community.haven.board;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far a resource is on its way to others: {@code DRAFT → PUBLISHED ⇄ WITHDRAWN}. Removal is another matter. */
public enum State {
    DRAFT,
    PUBLISHED,
    WITHDRAWN;

    @JsonValue
    public String wire() {
        return Wire.name(this);
    }
}
