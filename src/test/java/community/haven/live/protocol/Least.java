package community.haven.live.protocol;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import community.haven.conversation.Entry;
import community.haven.guidelines.RemovalView;
import community.haven.live.protocol.ServerFrame.Failure;
import community.haven.live.protocol.ServerFrame.Limits;
import community.haven.live.protocol.ServerFrame.Quota;
import community.haven.live.protocol.ServerFrame.Self;
import community.haven.meeting.MeetingState;
import community.haven.notice.NoticeKind;
import community.haven.notice.NoticeView;
import community.haven.room.RoomState;
import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError;
import community.haven.shared.Refusal;

/** Frames and their parts with nothing in them that can be left out, where that is less than the file shows. */
final class Least {

    private static final UUID ID = Golden.ROOM;
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final NoticeView NOTICE = new NoticeView(ID, NoticeKind.ROOM_LET_IN, AT, ID, "Evening room", null,
            "There is a place for you.", "Come in.", null, null, null, null, false);

    static final Map<String, Object> FRAMES = Map.of(
            "joined", new ServerFrame.Joined("1", ID, 43, null),
            "left", new ServerFrame.Left(null, ID),
            "failure", Failure.of(null, Refusal.of(ErrorCode.MALFORMED)),
            "message", new Entry.Message(ID, 44, AT, null, null, null, null, null, null, null, null, null, null),
            "restored", new Entry.Restored(ID, 46, AT, 44, null),
            "roomChanged", new Entry.RoomChanged(ID, 47, AT, "Evening room", "", "A purpose.", RoomState.OPEN, 0, null),
            "session", new Entry.Session(ID, 49, AT, ID, MeetingState.OPEN, false, "Evening round", AT, AT, null));

    static final Map<String, Object> PARTS = Map.of(
            "person", new Self(ID, "robin"),
            "limits", new Limits(65_536, 4_000, new Quota(20, 60), new Quota(30, 60)),
            "quota", new Quota(20, 60),
            "fieldError", new FieldError("text", FieldError.Reason.MISSING, null),
            "notice", NOTICE,
            "author", new Entry.Author(ID, "robin"),
            "removal", new RemovalView("G1", "Kindness first", "It named somebody.", AT));

    private Least() {
    }
}
