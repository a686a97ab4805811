package community.haven.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import community.haven.account.Person;
import community.haven.account.Role;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Persons;
import community.haven.testkit.TestRooms;
import io.restassured.response.Response;

/** What the writer does when the database itself says no. */
@HavenTest
class WriterFaultTest {

    @Inject
    DataSource source;

    @Inject
    Conversations conversations;

    @Inject
    ConversationBus bus;

    private final List<Entry> announced = new CopyOnWriteArrayList<>();
    private Someone amal;
    private UUID room;

    @BeforeEach
    void join() {
        amal = Cast.member("amal");
        room = TestRooms.joinedBy(Cast.moderator(), amal);
        UUID here = room;
        bus.listen(entries -> entries.stream().filter(entry -> entry.room().equals(here)).forEach(announced::add));
    }

    @Test
    void shouldStoreTheNeighboursWhenTheDatabaseRefusesOneMessage() throws SQLException {
        execute("""
                create trigger refuse_one before insert on entry for each row
                if new.text = 'poison' then signal sqlstate '45000' set message_text = 'refused'; end if""");
        try {
            List<CompletableFuture<Saved>> answers = IntStream.range(0, 40)
                    .mapToObj(i -> post("k" + i, i == 20 ? "poison" : "fine " + i)).toList();
            await().until(() -> answers.stream().allMatch(CompletableFuture::isDone));
            assertThat(answers.get(20)).isCompletedExceptionally();
            assertThat(answers).filteredOn(answer -> !answer.isCompletedExceptionally()).hasSize(39);
        } finally {
            execute("drop trigger refuse_one");
        }
        await().until(() -> announced.size() == 39);
        assertThat(amal.asks().get("/api/rooms/{room}/messages", room).jsonPath().getInt("head")).isEqualTo(39);
    }

    @Test
    void shouldAnswerUnavailableAndAnnounceNothingWhenTheConnectionBreaksBeforeTheCommit() throws Exception {
        // The sequence is the last that is written: whoever sleeps here has inserted and not committed.
        execute("create trigger slow_end before update on room_sequence for each row do sleep(5)");
        Response refused;
        try {
            CompletableFuture<Response> answer = CompletableFuture.supplyAsync(() -> say("cut", "on its way"));
            await().until(() -> !sleeping().isEmpty());
            execute("kill connection " + sleeping());
            refused = answer.join();
        } finally {
            execute("drop trigger slow_end");
        }
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("unavailable");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(announced).isEmpty();

        assertThat(say("cut", "on its way").statusCode()).isEqualTo(201);
        await().untilAsserted(() -> assertThat(announced).extracting(Entry::seq).containsExactly(1L));
    }

    /** Past HTTP, so that all of them wait together. */
    private CompletableFuture<Saved> post(String key, String text) {
        Person person = Persons.of(amal.id(), amal.handle(), Role.MEMBER);
        return conversations.post(person, room, new Draft(key, text, null, null, null)).toCompletableFuture();
    }

    private Response say(String key, String text) {
        return amal.asks().body(Map.of("key", key, "text", text)).post("/api/rooms/{room}/messages", room);
    }

    private String sleeping() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select id from information_schema.processlist where state = 'User sleep'")) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
