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
    MEETING_NEEDS_HOST,

    /** To those who look after a room: somebody would like to come in. */
    ROOM_ASKED,
    /** There is a place for whoever asked or stood in line, and they have it. */
    ROOM_LET_IN,
    /** Somebody said yes, and there is no place yet. */
    ROOM_LET_IN_LATER,
    ROOM_NOT_LET_IN,
    ROOM_REMOVED,
    ROOM_CLOSED_BY_ITSELF,
    ROOM_WITHOUT_HOST,
    HOST_APPOINTED,
    HOST_DISMISSED,
    HAND_OVER_OFFERED,
    HAND_OVER_ACCEPTED,
    HAND_OVER_DECLINED;

    /** The name on the wire and in the words, such as {@code message-removed}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
