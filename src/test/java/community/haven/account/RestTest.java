package community.haven.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.LiveClient;
import community.haven.testkit.Rows;
import community.haven.testkit.Scene;
import community.haven.testkit.TestRooms;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;

@HavenTest
class RestTest {

    private static final String PATH = "/api/accounts/me/rest";
    private static final String MESSAGES = "/api/rooms/{room}/messages";

    @TestHTTPResource("/")
    URI haven;

    @Inject
    Rows rows;

    private Someone mo;
    private Someone amal;
    private Someone bea;
    private UUID room;
    private int seq;
    private String resource;

    @BeforeEach
    void beAmongPeople() {
        mo = Cast.moderator();
        amal = Cast.member("amal");
        bea = Cast.member("bea");
        room = TestRooms.joinedBy(mo, amal, bea);
        seq = say("Hello.").path("seq");
        Map<String, Object> form = new HashMap<>(Scene.resourceForm());
        form.put("publish", true);
        resource = amal.asks().body(form).post("/api/resources").path("id");
    }

    @Test
    void shouldHideWhoTheyAreFromMembers() {
        rest();
        bea.asks().get(MESSAGES, room).then().body("items[0].text", equalTo("Hello."))
                .body("items[0]", not(hasKey("author")));
        bea.asks().get(MESSAGES + "/{seq}", room, seq).then().body("$", not(hasKey("author")));
        bea.asks().get("/api/resources/{id}", resource).then().body("author.handle", nullValue())
                .body("author.name", equalTo("somebody"));
        String listed = bea.asks().queryParam("q", title()).get("/api/resources").asString();
        assertThat(listed).contains(resource).doesNotContain(amal.handle()).doesNotContain(amal.id().toString());
        try (LiveClient live = LiveClient.connect(haven, bea.accessToken())) {
            live.join(room, 0L);
            assertThat(live.received(room)).hasSize(1).noneMatch(event -> event.has("author"));
        }
    }

    @Test
    void shouldShowThemToThemselvesAndToThoseWhoLookAfterTheRoom() {
        rest();
        for (Someone someone : new Someone[] { amal, mo }) {
            someone.asks().get(MESSAGES, room).then().body("items[0].author.handle", equalTo(amal.handle()));
            someone.asks().get("/api/resources/{id}", resource).then().body("author.handle", equalTo(amal.handle()));
        }
    }

    @Test
    void shouldKeepTheirWordsFromWhoeverMutedThem() {
        bea.asks().put("/api/accounts/me/quiet-mutes/{id}", amal.id()).then().statusCode(204);
        rest();
        bea.asks().get(MESSAGES, room).then().body("items[0].type", equalTo("quiet"));
        bea.asks().get("/api/accounts/me/quiet-mutes").then().body("items[0].handle", equalTo("somebody"));
        try (LiveClient live = LiveClient.connect(haven, bea.accessToken())) {
            live.join(room, 0L);
            assertThat(live.received(room)).hasSize(1).allMatch(event -> LiveClient.type(event).equals("quiet"));
        }
    }

    @Test
    void shouldLetThemReadAndWriteNothing() {
        rest();
        rest();
        amal.asks().get("/api/accounts/me").then().body("state", equalTo("resting"));
        amal.asks().get("/api/rooms").then().statusCode(200);
        say("Hello again.").then().statusCode(403).body("code", equalTo("resting"));
        amal.asks().body(Scene.resourceForm()).post("/api/resources").then().statusCode(403).body("code", equalTo("resting"));
    }

    @Test
    void shouldLetASocketHearAndNotSpeak() {
        try (LiveClient before = LiveClient.connect(haven, amal.accessToken())) {
            rest();
            assertThat(before.closeCode()).as("come back").isEqualTo(4001);
        }
        try (LiveClient live = LiveClient.connect(haven, amal.accessToken())) {
            live.join(room, 0L);
            assertThat(LiveClient.code(live.say(room, "k", "Hello.").join())).isEqualTo("resting");
        }
    }

    @Test
    void shouldBringBackEverythingAsItWas() {
        rest();
        amal.asks().delete(PATH).then().statusCode(204);
        amal.asks().get("/api/accounts/me").then().body("state", equalTo("active"));
        bea.asks().get(MESSAGES, room).then().body("items[0].author.handle", equalTo(amal.handle()))
                .body("items[0].author.id", equalTo(amal.id().toString()));
        say("Back again.").then().statusCode(201);
        amal.asks().delete(PATH).then().statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(strings = { "WAITING", "LEAVING" })
    void shouldBeRefusedAsThingsStand(String state) {
        rows.change("update account set state = ? where id = ?", state, amal.id());
        amal.asks().put(PATH).then().statusCode(409).body("code", equalTo("wrong-state"));
        amal.asks().delete(PATH).then().statusCode(409).body("code", equalTo("wrong-state"));
        amal.asks().get("/api/accounts/me").then().body("state", equalTo(state.toLowerCase()));
    }

    private void rest() {
        amal.asks().put(PATH).then().statusCode(204);
    }

    private Response say(String text) {
        return amal.asks().body(Map.of("key", UUID.randomUUID().toString(), "text", text)).post(MESSAGES, room);
    }

    private String title() {
        return amal.asks().get("/api/resources/{id}", resource).path("title");
    }
}
