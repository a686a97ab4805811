package community.haven;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import community.haven.live.protocol.ClientFrame;
import community.haven.live.protocol.RoomAct;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Rows;
import community.haven.testkit.Scene;
import community.haven.testkit.Scene.Who;

/**
 * Every REST route and every frame of the socket, times every kind of person, against {@code authorisation.txt}. The rows are
 * generated from the API's description and the frames' types: whoever adds one has to say in the table who may use it.
 */
@HavenTest
class AuthorisationMatrixTest {

    private static final String TABLE = "/authorisation.txt";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @Inject
    Rows rows;

    @Test
    void shouldHaveARowForEveryRouteAndFrame() {
        Set<String> rows = new TreeSet<>(table().keySet());
        Set<String> doors = Stream.concat(routes(), frames()).collect(Collectors.toCollection(TreeSet::new));

        assertThat(rows).isEqualTo(doors);
    }

    @TestFactory
    Stream<DynamicTest> shouldAnswerEachKindOfPersonAsTheTableSays() {
        return table().entrySet().stream().map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
            List<String> answers = new ArrayList<>();
            Scene scene = Scene.fresh(rows);
            for (Who who : Who.values()) {
                answers.add(Doors.open(row.getKey(), scene, who));
                if (mayHaveChanged(row.getKey(), answers.get(answers.size() - 1))) {
                    scene = Scene.fresh(rows);
                }
            }
            assertThat(answers).as("%s for %s", row.getKey(), List.of(Who.values())).isEqualTo(row.getValue());
        }));
    }

    /** That a refusal changes nothing is what the tests of each feature show. */
    private static boolean mayHaveChanged(String door, String answer) {
        return answer.startsWith("2") && !door.startsWith("GET ") || answer.equals("done");
    }

    private static Stream<String> routes() {
        Map<String, Map<String, Object>> paths = given().queryParam("format", "json").get("/api/openapi").path("paths");
        return paths.entrySet().stream().flatMap(path -> path.getValue().keySet().stream().filter(METHODS::contains)
                .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }

    private static Stream<String> frames() {
        return Stream.concat(Arrays.stream(ClientFrame.class.getPermittedSubclasses()),
                Arrays.stream(RoomAct.class.getPermittedSubclasses())).filter(type -> !type.isInterface())
                .map(type -> "FRAME " + type.getSimpleName().toLowerCase(Locale.ROOT));
    }

    /** Each door, and what each kind of person gets there. Frames are columns, since their answers are words. */
    private static Map<String, List<String>> table() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        List<String> frames = List.of();
        Iterator<Who> people = Arrays.asList(Who.values()).iterator();
        for (String line : lines()) {
            List<String> cells = List.of(line.strip().split("\\s+"));
            if (cells.get(0).equals("FRAME")) {
                frames = cells.subList(1, cells.size());
                people = Arrays.asList(Who.values()).iterator();
            } else if (frames.isEmpty()) {
                rows.put(String.join(" ", cells.subList(0, 2)), cells.subList(2, cells.size()));
            } else {
                assertThat(cells.get(0)).isEqualTo(people.next().name().toLowerCase(Locale.ROOT).replace('_', '-'));
                for (int i = 0; i < frames.size(); i++) {
                    rows.computeIfAbsent("FRAME " + frames.get(i), frame -> new ArrayList<>()).add(cells.get(i + 1));
                }
            }
        }
        return rows;
    }

    private static List<String> lines() {
        try (var in = AuthorisationMatrixTest.class.getResourceAsStream(TABLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
