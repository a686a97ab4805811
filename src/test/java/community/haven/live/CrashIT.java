package community.haven.live;

import static community.haven.testkit.LiveClient.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import com.fasterxml.jackson.databind.JsonNode;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.Folders;
import community.haven.testkit.HavenProcess;
import community.haven.testkit.LiveClient;
import io.restassured.RestAssured;

/** Under a steady stream of messages, the server or its database dies without warning. What was said to be saved is saved. */
@EnabledOnOs({ OS.LINUX, OS.MAC })
class CrashIT {

    private static final Path FOLDER = Path.of("target", "it data", "crash").toAbsolutePath();
    private static final int ENOUGH = 400;
    private static final int CRASHES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final List<Someone> people = new ArrayList<>();
    private final List<Speaker> speakers = new ArrayList<>();
    private final List<LiveClient> clients = new ArrayList<>();
    private List<UUID> rooms;
    private HavenProcess haven;

    @BeforeEach
    void peopleInTheStarterRooms() throws IOException {
        Folders.delete(FOLDER);
        start();
        for (String name : List.of("amal", "bea", "carlo", "dario")) {
            people.add(Cast.member(name));
        }
        rooms = people.get(0).asks().get("/api/rooms").then().statusCode(200).extract().jsonPath()
                .getList("items.id", String.class).stream().map(UUID::fromString).toList();
        for (Someone person : people) {
            rooms.forEach(room -> person.asks().put("/api/rooms/{room}/membership", room).then().statusCode(200));
            speakers.add(new Speaker(person.handle(), rooms));
        }
    }

    @AfterEach
    void endAll() throws IOException {
        clients.forEach(LiveClient::drop);
        haven.close();
        RestAssured.reset();
        Folders.delete(FOLDER);
    }

    @Test
    void shouldKeepEverySavedMessageWhenTheServerIsKilled() {
        for (int crash = 1; crash <= CRASHES; crash++) {
            talk();
            awaitSaved(crash * ENOUGH);
            haven.kill9();
            speakers.forEach(Speaker::fallSilent);
            start();
            shouldHaveEverySavedMessageOnceAndInOrder();
        }
        talk();
        finish();
    }

    @Test
    void shouldKeepEverySavedMessageWhenTheDatabaseIsKilled() {
        talk();
        awaitSaved(ENOUGH);
        ProcessHandle database = haven.databases().get(0);
        database.destroyForcibly();
        await().atMost(PATIENCE).until(() -> !database.isAlive());
        // Haven itself stays and starts its database again; the same connections go on.
        awaitSaved((int) saved().count() + ENOUGH);
        finish();
    }

    @Test
    void shouldAskItsClientsToComeBackWhenItIsStopped() {
        LiveClient client = connect(people.get(0));
        haven.stop();
        assertThat(client.closeCode()).isEqualTo(4003);
    }

    private void start() {
        haven = HavenProcess.start(FOLDER).waitUntilReady();
        RestAssured.baseURI = "http://" + haven.address().getHost();
        RestAssured.port = haven.address().getPort();
    }

    private void talk() {
        for (int i = 0; i < people.size(); i++) {
            speakers.get(i).talk(connect(people.get(i)));
        }
    }

    private LiveClient connect(Someone person) {
        LiveClient client = LiveClient.connect(haven.address(), person.accessToken());
        clients.add(client);
        return client;
    }

    private void awaitSaved(int count) {
        await().atMost(PATIENCE).until(() -> saved().count() >= count);
    }

    /** What was cut off has been said again by now, with the same key: it too is there once. */
    private void finish() {
        speakers.forEach(Speaker::fallSilent);
        await().atMost(PATIENCE).until(() -> speakers.stream().allMatch(Speaker::hasSaidEverything));
        List<String> texts = shouldHaveEverySavedMessageOnceAndInOrder();
        assertThat(texts).containsExactlyInAnyOrderElementsOf(saved().map(Map.Entry::getKey).toList());
    }

    private List<String> shouldHaveEverySavedMessageOnceAndInOrder() {
        List<String> texts = new ArrayList<>();
        LiveClient reader = connect(people.get(0));
        for (UUID room : rooms) {
            JsonNode joined = reader.join(room, 0L);
            assertThat(type(joined)).isEqualTo("joined");
            assertThat(reader.sequence(room))
                    .isEqualTo(LongStream.rangeClosed(1, joined.get("head").asLong()).boxed().toList());
            reader.received(room).forEach(event -> texts.add(event.path("text").asText()));
        }
        assertThat(texts).doesNotHaveDuplicates();
        assertThat(saved()).allSatisfy(said -> {
            UUID room = UUID.fromString(said.getValue().get("room").asText());
            JsonNode event = reader.received(room).get(said.getValue().get("seq").asInt() - 1);
            assertThat(event.get("text").asText()).isEqualTo(said.getKey());
        });
        return texts;
    }

    private Stream<Map.Entry<String, JsonNode>> saved() {
        return speakers.stream().flatMap(speaker -> speaker.saved().entrySet().stream());
    }
}
