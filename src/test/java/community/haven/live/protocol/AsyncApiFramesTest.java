package community.haven.live.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The description of the socket and what is really read and written say the same of every frame. */
class AsyncApiFramesTest {

    private static final AsyncApiDocument DOCUMENT = AsyncApiDocument.read();
    private static final Set<String> FROM_CLIENT = new TreeSet<>(Golden.FROM_CLIENT.keySet());
    private static final Set<String> FROM_SERVER = union(Golden.FROM_SERVER.keySet(), Golden.EVENTS.keySet());
    private static final Set<String> ALL = union(FROM_CLIENT, FROM_SERVER);
    /** Read as if they could be missing, and asked for behind the door, after who may come in. */
    private static final Map<String, String> ASKED_FOR_LATER = Map.of("mute", "until");

    @Test
    void shouldDescribeEveryFrameAndNoOther() {
        assertThat(DOCUMENT.messages().keySet()).isEqualTo(ALL);
        assertThat(DOCUMENT.messagesOf("receive")).isEqualTo(FROM_CLIENT);
        assertThat(union(DOCUMENT.messagesOf("send"), answers())).isEqualTo(FROM_SERVER);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void shouldDescribeWhatTheFileShows(String name) throws JsonProcessingException {
        JsonNode golden = golden(name);
        assertThat(DOCUMENT.faults(name, golden)).isEmpty();
        assertThat(DOCUMENT.messages().get(name).at("/examples/0/payload")).isEqualTo(golden);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void shouldAllowNoOtherField(String name) throws JsonProcessingException {
        ObjectNode more = golden(name).put("strange", 1);
        assertThat(DOCUMENT.faults(name, more)).isNotEmpty();
        assertThat(reads(more)).isFalse();
    }

    @ParameterizedTest
    @FieldSource("FROM_CLIENT")
    void shouldNameTheFieldsThatAreRead(String name) throws JsonProcessingException {
        ObjectNode golden = golden(name);
        assertThat(names(golden)).isEqualTo(names(DOCUMENT.payload(name).get("properties")));
        for (String field : names(golden)) {
            boolean dispensable = reads(golden(name).without(field)) && !field.equals(ASKED_FOR_LATER.get(name));
            assertThat(DOCUMENT.faults(name, golden(name).without(field)).isEmpty()).as(field).isEqualTo(dispensable);
        }
    }

    @ParameterizedTest
    @FieldSource("FROM_CLIENT")
    void shouldAllowNothingThatIsNotRead(String name) throws JsonProcessingException {
        for (String field : names(golden(name))) {
            for (String value : Set.of("-1", "0", "1", "7.5", "true", "{}", "\"a b\"", "\"" + "x".repeat(65) + "\"", "\"\"")) {
                ObjectNode other = golden(name);
                other.set(field, Golden.JSON.readTree(value));
                assertThat(DOCUMENT.faults(name, other).isEmpty() && !reads(other)).as("%s: %s", field, value).isFalse();
            }
        }
    }

    @ParameterizedTest
    @FieldSource("FROM_SERVER")
    void shouldDescribeWhatIsWritten(String name) {
        new Shape(DOCUMENT).compare(name, DOCUMENT.payload(name), Golden.JSON.constructType(written(name).getClass()));
    }

    @ParameterizedTest
    @MethodSource("least")
    void shouldSayWhatIsWrittenInAnyCase(String name, Object least) {
        JsonNode schema = DOCUMENT.messages().containsKey(name) ? DOCUMENT.payload(name) : DOCUMENT.schema(name);
        Set<String> required = new TreeSet<>();
        schema.get("required").forEach(field -> required.add(field.asText()));
        assertThat(names(Golden.JSON.valueToTree(least))).isEqualTo(required);
    }

    @Test
    void shouldKnowTheLeastOfEveryObject() {
        Set<String> objects = DOCUMENT.schemas().entrySet().stream().filter(schema -> schema.getValue().has("properties"))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
        assertThat(Least.FRAMES.keySet()).isSubsetOf(FROM_SERVER);
        assertThat(union(Least.PARTS.keySet(), Set.of("message"))).isEqualTo(objects);
    }

    static Stream<Object[]> least() {
        return Stream.concat(
                FROM_SERVER.stream().map(name -> new Object[] { name, Least.FRAMES.getOrDefault(name, written(name)) }),
                Least.PARTS.entrySet().stream().map(part -> new Object[] { part.getKey(), part.getValue() }));
    }

    private static Object written(String name) {
        return Golden.FROM_SERVER.containsKey(name) ? Golden.FROM_SERVER.get(name) : Golden.EVENTS.get(name);
    }

    private static boolean reads(JsonNode frame) {
        return Golden.CODEC.read(frame.toString(), Golden.LIMIT) instanceof ClientFrame;
    }

    private static ObjectNode golden(String name) throws JsonProcessingException {
        return (ObjectNode) Golden.JSON.readTree(Golden.file(name));
    }

    private static Set<String> answers() {
        return FROM_CLIENT.stream().flatMap(name -> DOCUMENT.answersTo(name).stream()).collect(Collectors.toSet());
    }

    private static Set<String> names(JsonNode object) {
        return AsyncApiDocument.fields(object).keySet();
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toCollection(TreeSet::new));
    }
}
