package community.haven.live.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import community.haven.room.PaceRequest;
import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError;
import community.haven.shared.FieldError.Reason;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FrameCodecTest {

    private static final String ROOM = "\"room\":\"" + Golden.ROOM + "\"";

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "hello", "{", "[]", "[{}]", "null", "7", "true", "\"join\"", "{\"type\":\"join\"",
            "{\"type\":\"leave\",\"ref\":\"1\"} {}", "{\"type\":'leave'}", "{\"a\":1,\"a\":2}", "{\"ref\":NaN}",
            "{\"after\":123456789012345678901234567890}" })
    void shouldRefuseWhatIsNoJsonObject(String text) {
        assertThat(unreadable(text).ref()).isNull();
        assertThat(unreadable(text).refusal().code()).isEqualTo(ErrorCode.MALFORMED);
    }

    @Test
    void shouldRefuseDeepNestingWithoutFollowingIt() {
        assertThat(unreadable("[".repeat(30_000)).refusal().code()).isEqualTo(ErrorCode.MALFORMED);
        assertThat(unreadable("{\"a\":".repeat(5_000)).refusal().code()).isEqualTo(ErrorCode.MALFORMED);
    }

    @Test
    void shouldLookAtTheSizeBeforeAnythingElse() {
        assertThat(unreadable("x".repeat(Golden.LIMIT + 1)).refusal().code()).isEqualTo(ErrorCode.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = { "sing", "welcome", "message", "Join", "" })
    void shouldRefuseAnUnknownType(String type) {
        Unreadable answer = unreadable("{\"type\":\"" + type + "\",\"ref\":\"9\"," + ROOM + "}");
        assertThat(answer.refusal().code()).isEqualTo(ErrorCode.UNKNOWN_FRAME);
        assertThat(answer.ref()).isEqualTo("9");
    }

    @ParameterizedTest
    @MethodSource("wrongFields")
    void shouldNameTheFieldThatIsWrong(String text, String field, Reason reason) {
        Unreadable answer = unreadable(text);
        assertThat(answer.refusal().code()).isEqualTo(ErrorCode.INVALID);
        assertThat(answer.refusal().fields()).extracting(FieldError::field, FieldError::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(field, reason));
    }

    static Stream<Arguments> wrongFields() {
        return Stream.of(
                arguments("{}", "type", Reason.MISSING),
                arguments("{\"type\":null}", "type", Reason.MISSING),
                arguments("{\"type\":7}", "type", Reason.WRONG_TYPE),
                arguments("{\"type\":\"join\"," + ROOM + "}", "ref", Reason.MISSING),
                arguments("{\"type\":\"join\",\"ref\":1," + ROOM + "}", "ref", Reason.WRONG_TYPE),
                arguments("{\"type\":\"join\",\"ref\":\"\"," + ROOM + "}", "ref", Reason.NOT_POSSIBLE),
                arguments("{\"type\":\"join\",\"ref\":\"a b\"," + ROOM + "}", "ref", Reason.NOT_POSSIBLE),
                arguments("{\"type\":\"join\",\"ref\":\"\\ud800\"," + ROOM + "}", "ref", Reason.NOT_POSSIBLE),
                arguments("{\"type\":\"join\",\"ref\":\"" + "r".repeat(65) + "\"," + ROOM + "}", "ref", Reason.NOT_POSSIBLE),
                arguments("{\"type\":\"join\",\"ref\":\"1\"}", "room", Reason.MISSING),
                arguments("{\"type\":\"join\",\"ref\":\"1\",\"room\":\"1-1-1-1-1\"}", "room", Reason.WRONG_TYPE),
                arguments("{\"type\":\"join\",\"ref\":\"1\",\"room\":{}}", "room", Reason.WRONG_TYPE),
                arguments(join("\"after\":\"41\""), "after", Reason.WRONG_TYPE),
                arguments(join("\"after\":4.5"), "after", Reason.WRONG_TYPE),
                arguments(join("\"after\":9223372036854775808"), "after", Reason.WRONG_TYPE),
                arguments(join("\"after\":-1"), "after", Reason.TOO_SMALL),
                arguments(join("\"__proto__\":1"), "", Reason.UNKNOWN_FIELD),
                arguments(join("\"text\":\"no\""), "", Reason.UNKNOWN_FIELD),
                arguments(say("\"text\":\"hi\""), "key", Reason.MISSING),
                arguments(say("\"key\":\"k\""), "text", Reason.MISSING),
                arguments(say("\"key\":\"k\",\"text\":[\"hi\"]"), "text", Reason.WRONG_TYPE),
                arguments(say("\"key\":\"k\",\"text\":\"hi\",\"need\":\"a-hug\""), "need", Reason.UNKNOWN_VALUE),
                arguments(say("\"key\":\"k\",\"text\":\"hi\",\"need\":\"TO_BE_HEARD\""), "need", Reason.UNKNOWN_VALUE),
                arguments(say("\"key\":\"k\",\"text\":\"hi\",\"replyTo\":\"1\""), "replyTo", Reason.WRONG_TYPE),
                arguments(say("\"key\":\"k\",\"text\":\"hi\",\"announcement\":1"), "announcement", Reason.WRONG_TYPE),
                arguments(say("\"key\":\"k\",\"text\":\"hi\",\"author\":\"x\""), "", Reason.UNKNOWN_FIELD));
    }

    @Test
    void shouldReadAnAbsentPositionAsNone() {
        assertThat(Golden.CODEC.read(join("\"after\":null"), Golden.LIMIT)).isEqualTo(new Join("1", Golden.ROOM, null));
    }

    /** A host who slows a pausing room down does not open it. */
    @Test
    void shouldKeepWhatIsLeftOutOfAPace() {
        String slower = "{\"type\":\"pace\",\"ref\":\"1\"," + ROOM + ",\"slowModeSeconds\":30}";
        assertThat(Golden.CODEC.read(slower, Golden.LIMIT))
                .isEqualTo(new RoomAct.Pace("1", Golden.ROOM, new PaceRequest(30, null)));
    }

    @Property
    void shouldNeverThrow(@ForAll String text) {
        assertThat(Golden.CODEC.read(text, Golden.LIMIT)).isNotNull();
        assertThat(Golden.CODEC.read("{\"type\":\"say\",\"ref\":\"" + text + "\"}", Golden.LIMIT))
                .isInstanceOf(Unreadable.class);
    }

    private static String join(String more) {
        return "{\"type\":\"join\",\"ref\":\"1\"," + ROOM + "," + more + "}";
    }

    private static String say(String more) {
        return "{\"type\":\"say\",\"ref\":\"1\"," + ROOM + "," + more + "}";
    }

    private static Unreadable unreadable(String text) {
        return (Unreadable) Golden.CODEC.read(text, Golden.LIMIT);
    }
}
