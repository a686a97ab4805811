package community.haven.standing;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What moderators can do about a person, mildest first. */
enum MeasureKind {
    /** A kind word. It is not a strike and limits nothing. */
    @JsonProperty("word")
    WORD,
    /** Reads, and writes nothing that others see, until a date. */
    @JsonProperty("mute")
    MUTE,
    /** Reaches their own account alone, until a date. */
    @JsonProperty("suspend")
    SUSPEND,
    /** Reaches their own account alone, for good. A proposal until a second person agrees. */
    @JsonProperty("exclude")
    EXCLUDE;

    boolean isTimed() {
        return this == MUTE || this == SUSPEND;
    }

    /** The name in the audit log and in the words. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
