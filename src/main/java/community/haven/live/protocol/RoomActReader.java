package community.haven.live.protocol;

import java.util.UUID;

import community.haven.conversation.SupportKind;
import community.haven.guidelines.RemovalRequest;
import community.haven.guidelines.RestorationRequest;
import community.haven.room.MemberRemovalRequest;
import community.haven.room.PaceRequest;
import community.haven.room.RoomMuteRequest;
import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;

/** Reads what people do in a room. */
final class RoomActReader {

    private RoomActReader() {
    }

    /** @throws Refusal {@code unknown-frame}, {@code invalid} */
    static RoomAct read(String type, Fields fields) {
        return switch (type) {
            case "retract", "mark", "support", "endSupport", "remove", "restore", "pin", "unpin" ->
                aboutMessage(type, fields.ref(), fields.uuid("room"), fields.sequence("seq"), fields);
            case "mute", "unmute", "dismiss" ->
                aboutMember(type, fields.ref(), fields.uuid("room"), fields.uuid("account"), fields);
            case "appear" -> new RoomAct.Appear(fields.ref(), fields.uuid("room"), fields.truth("named"));
            case "pace" -> new RoomAct.Pace(fields.ref(), fields.uuid("room"),
                    new PaceRequest(fields.optionalNumber("slowModeSeconds"), fields.optionalTruth("paused")));
            case "close" -> new RoomAct.Close(fields.ref(), fields.uuid("room"), fields.optionalNumber("minutes"));
            case "reopen" -> new RoomAct.Reopen(fields.ref(), fields.uuid("room"));
            default -> throw Refusal.of(ErrorCode.UNKNOWN_FRAME);
        };
    }

    private static RoomAct aboutMessage(String type, String ref, UUID room, long seq, Fields fields) {
        return switch (type) {
            case "retract" -> new RoomAct.Retract(ref, room, seq);
            case "mark" -> new RoomAct.Mark(ref, room, seq);
            case "support" -> new RoomAct.Support(ref, room, seq, SupportKind.named(fields.text("kind")));
            case "endSupport" -> new RoomAct.EndSupport(ref, room, seq, SupportKind.named(fields.text("kind")));
            case "remove" -> new RoomAct.Remove(ref, room, seq, new RemovalRequest(fields.text("rule"), fields.text("reason")));
            case "restore" -> new RoomAct.Restore(ref, room, seq, new RestorationRequest(fields.text("reason")));
            case "pin" -> new RoomAct.Pin(ref, room, seq);
            default -> new RoomAct.Unpin(ref, room, seq);
        };
    }

    private static RoomAct aboutMember(String type, String ref, UUID room, UUID account, Fields fields) {
        return switch (type) {
            case "mute" -> new RoomAct.Mute(ref, room, account,
                    new RoomMuteRequest(fields.text("rule"), fields.text("reason"), fields.optionalInstant("until")));
            case "unmute" -> new RoomAct.Unmute(ref, room, account, new RestorationRequest(fields.text("reason")));
            default -> new RoomAct.Dismiss(ref, room, account,
                    new MemberRemovalRequest(fields.text("rule"), fields.text("reason"), fields.optionalInstant("until")));
        };
    }
}
