package community.haven.notice;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What people can be told of. Each has its sentences in {@code words/notices.json}. */
public enum NoticeKind {
    MESSAGE_REMOVED,
    MESSAGE_RESTORED,
    MUTED_IN_ROOM,
    MUTE_IN_ROOM_LIFTED,
    MEETING_CHANGED,
    MEETING_CANCELLED,
    MEETINGS_CHANGED,
    MEETINGS_CANCELLED,
    MEETING_PLACE,
    MEETING_TOMORROW,
    MEETING_SOON,
    MEETING_NEEDS_HOST;

    /** The name on the wire and in the words, such as {@code message-removed}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
