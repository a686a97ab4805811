package community.haven.live.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.core.JsonProcessingException;

import community.haven.conversation.Entry;

class GoldenFramesTest {

    @ParameterizedTest
    @MethodSource("clientFrames")
    void shouldReadWhatTheFileShows(String name, ClientFrame frame) {
        assertThat(Golden.CODEC.read(Golden.file(name), Golden.LIMIT)).isEqualTo(frame);
    }

    @ParameterizedTest
    @MethodSource("serverFrames")
    void shouldWriteWhatTheFileShows(String name, ServerFrame frame) throws JsonProcessingException {
        assertSameJson(Golden.CODEC.write(frame), name);
    }

    @ParameterizedTest
    @MethodSource("events")
    void shouldWriteEventsAsTheFileShows(String name, Entry event) throws JsonProcessingException {
        assertSameJson(Golden.CODEC.write(event), name);
    }

    @Test
    void shouldHaveAFileForEveryKindOfFrame() {
        assertThat(kinds(Golden.FROM_CLIENT)).isEqualTo(permitted(ClientFrame.class));
        assertThat(kinds(Golden.FROM_SERVER)).isEqualTo(permitted(ServerFrame.class));
        assertThat(kinds(Golden.EVENTS)).isEqualTo(permitted(Entry.class));
    }

    @Test
    void shouldHaveNoFileWithoutAFrame() {
        String[] files = new File(GoldenFramesTest.class.getResource("/live").getPath()).list();
        assertThat(files).containsExactlyInAnyOrder(
                Stream.of(Golden.FROM_CLIENT, Golden.FROM_SERVER, Golden.EVENTS).flatMap(map -> map.keySet().stream())
                        .map(name -> name + ".json").toArray(String[]::new));
    }

    @Test
    void shouldPrintLengthsAndNeverWords() {
        List<Map<String, ?>> all = List.of(Golden.FROM_CLIENT, Golden.FROM_SERVER, Golden.EVENTS);
        assertThat(all.stream().flatMap(map -> map.values().stream()).map(Object::toString))
                .noneMatch(printed -> Golden.WORDS.stream().anyMatch(printed::contains));
    }

    static Stream<Object[]> clientFrames() {
        return rows(Golden.FROM_CLIENT);
    }

    static Stream<Object[]> serverFrames() {
        return rows(Golden.FROM_SERVER);
    }

    static Stream<Object[]> events() {
        return rows(Golden.EVENTS);
    }

    private static void assertSameJson(String written, String name) throws JsonProcessingException {
        assertThat(written).doesNotContain("\n");
        assertThat(Golden.JSON.readTree(written)).isEqualTo(Golden.JSON.readTree(Golden.file(name)));
    }

    private static Stream<Object[]> rows(Map<String, ?> frames) {
        return frames.entrySet().stream().map(entry -> new Object[] { entry.getKey(), entry.getValue() });
    }

    private static Set<Class<?>> kinds(Map<String, ?> frames) {
        return frames.values().stream().map(Object::getClass).collect(Collectors.toSet());
    }

    private static Set<Class<?>> permitted(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses())
                .flatMap(kind -> kind.isSealed() ? permitted(kind).stream() : Stream.of(kind)).collect(Collectors.toSet());
    }
}
