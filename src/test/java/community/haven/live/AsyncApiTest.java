package community.haven.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

import community.haven.conversation.Draft;
import community.haven.guidelines.Grounds;
import community.haven.live.protocol.AsyncApiDocument;
import community.haven.live.protocol.FrameCodec;
import community.haven.live.protocol.ServerFrame.Present;
import community.haven.room.PaceRequest;
import community.haven.room.RoomNewcomers;
import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import io.quarkus.websockets.next.WebSocket;

/** What the description of the socket says beside its frames is what the code does. */
class AsyncApiTest {

    private static final AsyncApiDocument DOCUMENT = AsyncApiDocument.read();

    @Test
    void shouldReferToWhatIsThere() {
        assertThat(DOCUMENT.root().get("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(DOCUMENT.root().findValuesAsText("$ref")).isNotEmpty()
                .allSatisfy(reference -> assertThat(DOCUMENT.at(reference).isMissingNode()).as(reference).isFalse());
    }

    @Test
    void shouldBeAboutThisSocket() {
        assertThat(DOCUMENT.channel().get("address").asText())
                .isEqualTo(LiveSocket.class.getAnnotation(WebSocket.class).path());
        assertThat(DOCUMENT.root().at("/info/version").asText()).isEqualTo(FrameCodec.PROTOCOL);
        assertThat(DOCUMENT.payload("welcome").at("/properties/protocol/const").asText()).isEqualTo(FrameCodec.PROTOCOL);
    }

    @Test
    void shouldNameEveryRefusalThatAFrameCanMeetAndNoOther() {
        JsonNode codes = DOCUMENT.schema("failureCode");

        assertThat(texts(codes.get("enum"))).isEqualTo(Refusals.ofFrames());
        assertThat(names(codes.get("x-enumDescriptions"))).isEqualTo(texts(codes.get("enum")));
        assertThat(texts(codes.get("x-retryable"))).isEqualTo(Arrays.stream(ErrorCode.values()).filter(ErrorCode::retryable)
                .map(ErrorCode::code).filter(texts(codes.get("enum"))::contains).collect(Collectors.toSet()));
        assertThat(texts(DOCUMENT.schema("fieldReason").get("enum")))
                .isEqualTo(Arrays.stream(Reason.values()).map(Reason::code).collect(Collectors.toSet()));
    }

    @Test
    void shouldSayWhyConnectionsEnd() {
        assertThat(DOCUMENT.channel().get("x-close-codes"))
                .extracting(code -> code.get("code").intValue(), code -> code.get("phrase").asText())
                .containsExactly(Arrays.stream(CloseCode.values()).map(code -> Tuple.tuple(code.number(), code.phrase()))
                        .toArray(Tuple[]::new));
    }

    @Test
    void shouldHaveTheLimitsOfTheConfiguration() {
        ConfigDefaults defaults = new ConfigDefaults();

        assertThat(DOCUMENT.channel().get("x-limits").properties())
                .allSatisfy(
                        limit -> assertThat(limit.getValue().get("default").asText()).isEqualTo(defaults.of(limit.getKey())));
    }

    @Test
    void shouldHaveTheLimitsOfTheCode() {
        assertThat(limit("/components/schemas/text/maxLength")).isEqualTo(Draft.MAX_TEXT);
        assertThat(DOCUMENT.schema("key").get("pattern").asText()).isEqualTo("^" + Draft.KEY.pattern() + "$");
        assertThat(limit("/components/schemas/contentNote/maxLength")).isEqualTo(Draft.MAX_CONTENT_NOTE);
        assertThat(limit("/components/schemas/reason/minLength")).isEqualTo(Grounds.MIN_REASON);
        assertThat(limit("/components/schemas/reason/maxLength")).isEqualTo(Grounds.MAX_REASON);
        assertThat(limit("/components/schemas/slowModeSeconds/oneOf/1/minimum")).isEqualTo(PaceRequest.SHORTEST);
        assertThat(limit("/components/schemas/slowModeSeconds/oneOf/1/maximum")).isEqualTo(PaceRequest.LONGEST);
        assertThat(limit("/components/messages/close/payload/properties/minutes/maximum")).isEqualTo(RoomNewcomers.MAX_MINUTES);
        assertThat(limit("/components/messages/present/payload/properties/people/maxItems")).isEqualTo(Present.MOST_NAMED);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void shouldNameTheAnswersThatPeopleGet(String frame, Set<String> answers) {
        Set<String> named = DOCUMENT.answersTo(frame);
        Set<String> codes = texts(DOCUMENT.schema("failureCode").get("enum"));

        assertThat(named).contains("failure");
        assertThat(answers).isSubsetOf(union(named, codes))
                .containsAll(named.stream().filter(answer -> !answer.equals("failure")).toList());
    }

    /** As {@code authorisation.txt} has them; a number there is the status of a socket that does not open. */
    static Stream<Arguments> answers() throws IOException {
        Map<String, Set<String>> answers = new TreeMap<>();
        List<String> frames = List.of();
        for (String line : Files.readAllLines(Path.of("src/test/resources/authorisation.txt"))) {
            List<String> cells = List.of(line.split("\\s+"));
            if (cells.get(0).equals("FRAME")) {
                frames = cells;
            }
            for (int i = 1; i < frames.size() && i < cells.size() && frames != cells; i++) {
                answers.computeIfAbsent(frames.get(i), frame -> new TreeSet<>()).add(cells.get(i));
            }
        }
        return DOCUMENT.messagesOf("receive").stream().map(frame -> arguments(frame,
                answers.get(frame.toLowerCase(Locale.ROOT)).stream().filter(answer -> !answer.matches("\\d+"))
                        .collect(Collectors.toSet())));
    }

    private static int limit(String path) {
        return DOCUMENT.root().at(path).intValue();
    }

    private static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }
}
