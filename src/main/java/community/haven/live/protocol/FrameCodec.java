package community.haven.live.protocol;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import community.haven.conversation.Draft;
import community.haven.conversation.Entry;
import community.haven.conversation.Need;
import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/** Between text on the wire and frames. Reading never throws: what is wrong becomes an {@link Unreadable}. */
@Singleton
public class FrameCodec {

    public static final String PROTOCOL = "haven.v1";

    /** Frames are flat; the second level is there so that a nested value is told as a wrong field, not as broken JSON. */
    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(2).maxNumberLength(20).maxNameLength(64).build();
    private static final ObjectReader TREE = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(BOUNDS)
            // Two fields of one name are read differently by different parsers; whoever checks must see what is stored.
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build().readerFor(JsonNode.class);

    private final ObjectMapper json;

    FrameCodec(ObjectMapper json) {
        this.json = json;
    }

    /** @param limit the most bytes that a message may have; it is looked at before anything is parsed */
    public Incoming read(String text, int limit) {
        // No encoding of a character is shorter than one byte, so this never lets through what the socket would not.
        if (text.length() > limit) {
            return new Unreadable(null, Refusal.of(ErrorCode.TOO_LARGE));
        }
        ObjectNode object = parsed(text);
        return object == null ? new Unreadable(null, Refusal.of(ErrorCode.MALFORMED)) : frame(new Fields(object));
    }

    public String write(ServerFrame frame) {
        return text(frame);
    }

    /** The same JSON as the room's history has over REST. */
    public String write(Entry event) {
        return text(event);
    }

    private static ObjectNode parsed(String text) {
        try {
            return TREE.readValue(text) instanceof ObjectNode object ? object : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private Incoming frame(Fields fields) {
        try {
            ClientFrame frame = typed(fields);
            fields.nothingElse();
            return frame;
        } catch (Refusal refusal) {
            return new Unreadable(fields.refOrNull(), refusal);
        }
    }

    private ClientFrame typed(Fields fields) {
        String type = fields.text("type");
        return switch (type) {
            case "join" -> new Join(fields.ref(), fields.uuid("room"), fields.optionalSequence("after"));
            case "leave" -> new Leave(fields.ref(), fields.uuid("room"));
            case "say" -> new Say(fields.ref(), fields.uuid("room"), draft(fields));
            case "renew" -> new Renew(fields.ref(), fields.text("token"));
            default -> RoomActReader.read(type, fields);
        };
    }

    private Draft draft(Fields fields) {
        return new Draft(fields.text("key"), fields.text("text"), need(fields.optionalText("need")),
                fields.optionalText("contentNote"), fields.optionalSequence("replyTo"), fields.optionalTruth("announcement"));
    }

    private Need need(String name) {
        try {
            return name == null ? null : json.convertValue(name, Need.class);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("need", Reason.UNKNOWN_VALUE);
        }
    }

    private String text(Object frame) {
        try {
            return json.writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A frame of ours cannot be written: " + frame.getClass().getSimpleName());
        }
    }
}
