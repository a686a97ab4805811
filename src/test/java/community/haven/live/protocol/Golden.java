package community.haven.live.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import community.haven.conversation.Draft;
import community.haven.conversation.Entry;
import community.haven.conversation.Need;
import community.haven.conversation.SupportKind;
import community.haven.guidelines.RemovalRequest;
import community.haven.guidelines.RestorationRequest;
import community.haven.meeting.MeetingState;
import community.haven.notice.NoticeKind;
import community.haven.notice.NoticeView;
import community.haven.room.MemberRemovalRequest;
import community.haven.room.PaceRequest;
import community.haven.room.RoomMuteRequest;
import community.haven.room.RoomState;
import community.haven.shared.FieldError;
import community.haven.shared.Refusal;

/** One example of every frame, beside the file that shows it on the wire. */
final class Golden {

    static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();
    static final FrameCodec CODEC = new FrameCodec(JSON);
    static final int LIMIT = 65_536;

    static final UUID ROOM = UUID.fromString("3f2b8a51-6c1d-4e57-9a08-2d5f0c7e1b94");
    private static final UUID ROBIN = UUID.fromString("9c0e4d7a-1b26-4f83-8e5d-7a3c6f2b0d18");
    private static final String TEXT = "I breathed before I wrote.";
    private static final Entry.Message MESSAGE = message(Need.TO_BE_HEARD, "a quarrel", 40L);

    static final Map<String, ClientFrame> FROM_CLIENT = Map.ofEntries(
            Map.entry("join", new Join("1", ROOM, 41L)),
            Map.entry("leave", new Leave("2", ROOM)),
            Map.entry("say", new Say("3", ROOM, new Draft("k-7", TEXT, Need.TO_BE_HEARD, "a quarrel", 40L, true))),
            Map.entry("renew", new Renew("4", "header.payload.signature")),
            Map.entry("remove", new RoomAct.Remove("5", ROOM, 44, new RemovalRequest("G1", "It named somebody."))),
            Map.entry("restore", new RoomAct.Restore("6", ROOM, 44, new RestorationRequest("It named nobody."))),
            Map.entry("appear", new RoomAct.Appear("7", ROOM, true)),
            Map.entry("retract", new RoomAct.Retract("8", ROOM, 44)),
            Map.entry("mark", new RoomAct.Mark("19", ROOM, 44)),
            Map.entry("support", new RoomAct.Support("9", ROOM, 44, SupportKind.WITH_YOU)),
            Map.entry("endSupport", new RoomAct.EndSupport("10", ROOM, 44, SupportKind.WITH_YOU)),
            Map.entry("pin", new RoomAct.Pin("11", ROOM, 44)),
            Map.entry("unpin", new RoomAct.Unpin("12", ROOM, 44)),
            Map.entry("pace", new RoomAct.Pace("13", ROOM, new PaceRequest(30, true))),
            Map.entry("close", new RoomAct.Close("14", ROOM, 30)),
            Map.entry("reopen", new RoomAct.Reopen("15", ROOM)),
            Map.entry("mute", new RoomAct.Mute("16", ROOM, ROBIN,
                    new RoomMuteRequest("G1", "It named somebody.", at("12:00:00")))),
            Map.entry("unmute", new RoomAct.Unmute("17", ROOM, ROBIN, new RestorationRequest("It named nobody."))),
            Map.entry("dismiss", new RoomAct.Dismiss("18", ROOM, ROBIN,
                    new MemberRemovalRequest("G1", "It named somebody.", Instant.parse("2026-11-29T12:00:00Z")))));

    static final Map<String, ServerFrame> FROM_SERVER = Map.ofEntries(
            Map.entry("welcome", new ServerFrame.Welcome(FrameCodec.PROTOCOL, new ServerFrame.Self(ROBIN, "robin"),
                    at("10:10:00"), new ServerFrame.Limits(LIMIT, Draft.MAX_TEXT,
                            new ServerFrame.Quota(20, 60), new ServerFrame.Quota(30, 60)))),
            Map.entry("joined", new ServerFrame.Joined("1", ROOM, 43, true)),
            Map.entry("caughtUp", new ServerFrame.CaughtUp(ROOM, 43)),
            Map.entry("saved", new ServerFrame.Saved("3", ROOM, "k-7", 44, at("10:00:00.125"))),
            Map.entry("done", new ServerFrame.Done("5", ROOM)),
            Map.entry("marked", new ServerFrame.Marked(ROOM, 44)),
            Map.entry("left", new ServerFrame.Left("2", ROOM)),
            Map.entry("present", new ServerFrame.Present(ROOM, 4, List.of(new ServerFrame.Self(ROBIN, "robin")))),
            Map.entry("told", new ServerFrame.Told(new NoticeView(ROBIN, NoticeKind.MESSAGE_REMOVED, at("10:01:00"), ROOM,
                    "Evening room", 44L, "A message of yours in Evening room was taken out of sight.",
                    "You are still a member.", "G1", "Kindness first", "It named somebody.", null, false))),
            Map.entry("noticesRead", new ServerFrame.NoticesRead()),
            Map.entry("quietChanged", new ServerFrame.QuietChanged()),
            Map.entry("renewed", new ServerFrame.Renewed("4", at("10:20:00"))),
            Map.entry("failure", ServerFrame.Failure.of("3", Refusal.invalid("text", FieldError.Reason.TOO_LONG, 4_000))));

    static final Map<String, Entry> EVENTS = Map.ofEntries(
            Map.entry("message", MESSAGE),
            Map.entry("pinned", new Entry.Pinned(ROOM, 49, at("10:05:00"), 44)),
            Map.entry("unpinned", new Entry.Unpinned(ROOM, 50, at("10:06:00"), 44)),
            Map.entry("removed", new Entry.Removed(ROOM, 45, at("10:01:00"), 44)),
            Map.entry("restored", new Entry.Restored(ROOM, 46, at("10:02:00"), 44, message(null, null, null))),
            Map.entry("quiet", new Entry.Quiet(ROOM, 48, at("10:04:00"))),
            Map.entry("roomChanged", new Entry.RoomChanged(ROOM, 47, at("10:03:00"), "Evening room", "Letting a message wait",
                    "Somebody is here in the evening.", RoomState.PAUSED, 30, at("11:00:00"))),
            Map.entry("hostsChanged", new Entry.HostsChanged(ROOM, 52, at("10:08:00"))),
            Map.entry("erased", new Entry.Erased(ROOM, 44, at("10:00:00.125"), true)),
            Map.entry("erasure", new Entry.Erasure(ROOM, 48, at("10:04:00"), List.of(41L, 44L), true)),
            Map.entry("retracted", new Entry.Retracted(ROOM, 44, at("10:00:00.125"))),
            Map.entry("retraction", new Entry.Retraction(ROOM, 49, at("10:05:00"), 44)),
            Map.entry("supported", new Entry.Supported(ROOM, 50, at("10:06:00"), 44, SupportKind.HOLDING_SPACE)),
            Map.entry("unsupported", new Entry.Unsupported(ROOM, 51, at("10:07:00"), 44, SupportKind.HOLDING_SPACE)),
            Map.entry("session", new Entry.Session(ROOM, 49, at("10:05:00"), ROBIN, MeetingState.CLOSING, true, "Evening round",
                    at("10:00:00"), at("11:00:00"), at("10:15:00"))));

    static final List<String> WORDS = List.of("breathed", "quarrel", "signature", "Letting", "named somebody",
            "named nobody", "Evening", "robin");

    private Golden() {
    }

    static String file(String name) {
        try (InputStream in = Golden.class.getResourceAsStream("/live/" + name + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry.Message message(Need need, String note, Long replyTo) {
        return new Entry.Message(ROOM, 44, at("10:00:00.125"), new Entry.Author(ROBIN, "robin"), TEXT, need, note, replyTo,
                need == null ? null : true, null, null,
                need == null ? List.of() : List.of(SupportKind.WITH_YOU, SupportKind.ME_TOO), List.of());
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-22T" + time + "Z");
    }
}
