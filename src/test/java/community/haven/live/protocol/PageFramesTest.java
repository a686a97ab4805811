package community.haven.live.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

/** The client among the page's sources, which others build on, knows every kind of frame and each of its fields. */
class PageFramesTest {

    private static final Path CLIENT = Path.of("src", "main", "resources", "web", "app", "live");

    @ParameterizedTest
    @MethodSource("frames")
    void shouldBeKnownToThePage(String name) throws IOException {
        JsonNode frame = Golden.JSON.readTree(Golden.file(name));
        String types = Files.readString(CLIENT.resolve("protocol.ts")) + Files.readString(CLIENT.resolve("entries.ts"));
        assertThat(types).contains("'" + frame.get("type").asText() + "'");
        assertThat(fields(frame)).allSatisfy(field -> assertThat(types).containsPattern("\\b" + field + "\\??: "));
    }

    static Stream<String> frames() {
        return Stream.of(Golden.FROM_CLIENT, Golden.FROM_SERVER, Golden.EVENTS).map(Map::keySet)
                .flatMap(names -> names.stream());
    }

    private static Stream<String> fields(JsonNode node) {
        Stream<String> own = node.propertyStream().map(Map.Entry::getKey);
        return Stream.concat(own, node.valueStream().flatMap(PageFramesTest::fields));
    }
}
