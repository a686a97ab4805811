package community.haven.live;

import static community.haven.testkit.LiveClient.code;
import static community.haven.testkit.LiveClient.frame;
import static community.haven.testkit.LiveClient.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.LiveClient;
import community.haven.testkit.LogWatch;
import community.haven.testkit.TestRooms;
import io.quarkus.test.common.http.TestHTTPResource;

/** Whatever is thrown at the socket is answered with a code, and nobody else notices. */
@HavenTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenFramesTest {

    private static final String SOME_ROOM = "\"room\":\"" + UUID.randomUUID() + "\"";

    @TestHTTPResource("/")
    URI server;

    private Someone amal;
    private UUID room;
    private UUID elsewhere;
    private LiveClient client;
    private LiveClient bystander;
    private LogWatch log;

    @BeforeEach
    void somebodyElsewhere() {
        if (amal == null) {
            Someone mo = Cast.moderator();
            Someone bea = Cast.member("bea");
            amal = Cast.member("amal");
            room = TestRooms.joinedBy(mo, amal);
            elsewhere = TestRooms.joinedBy(mo, bea);
            bystander = LiveClient.connect(server, bea.accessToken());
            bystander.join(elsewhere, null);
        }
        log = new LogWatch();
        client = LiveClient.connect(server, amal.accessToken());
        client.join(room, null);
    }

    @AfterEach
    void nobodyElseShouldHaveNoticed() {
        client.close();
        int before = bystander.frames().size();
        assertThat(type(bystander.say(elsewhere, UUID.randomUUID().toString(), "still here").join())).isEqualTo("saved");
        bystander.await(event -> bystander.received(elsewhere).size() > 0 && bystander.frames().size() >= before + 2);
        log.close();
        assertThat(log.troubles()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void shouldAnswerWithACodeAndLiveOn(String text, String code) {
        int before = client.frames().size();
        client.sendRaw(text);
        JsonNode failure = client.await(frame -> client.frames().indexOf(frame) >= before && type(frame).equals("failure"));
        assertThat(code(failure)).isEqualTo(code);
        assertThat(failure.get("message").asText()).isNotBlank();
        shouldLiveOn();
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                arguments("hello", "malformed"),
                arguments("[]", "malformed"),
                arguments("null", "malformed"),
                arguments("7", "malformed"),
                arguments("{\"type\":\"join\"", "malformed"),
                arguments("{\"a\":".repeat(9_000), "malformed"),
                arguments("{\"type\":\"sing\",\"ref\":\"x\"}", "unknown-frame"),
                arguments("{\"type\":\"leave\",\"ref\":\"x\"," + SOME_ROOM + ",\"why\":1}", "invalid"),
                arguments("{\"type\":\"leave\"," + SOME_ROOM + "}", "invalid"),
                arguments("{\"type\":\"leave\",\"ref\":\"x\",\"room\":7}", "invalid"),
                arguments("{\"type\":\"leave\",\"ref\":\"x\",\"ref\":\"y\"," + SOME_ROOM + "}", "malformed"),
                arguments("{\"type\":\"leave\",\"ref\":\"x\"," + SOME_ROOM + "}", "not-joined"),
                arguments("{\"type\":\"say\",\"ref\":\"x\"," + SOME_ROOM + ",\"key\":\"k\",\"text\":\"hi\"}", "not-joined"),
                arguments("{\"type\":\"join\",\"ref\":\"x\"," + SOME_ROOM + "}", "not-found"),
                arguments("{\"type\":\"renew\",\"ref\":\"x\",\"token\":\"nonsense\"}", "not-signed-in"),
                arguments("{\"type\":\"renew\",\"ref\":\"x\"}", "invalid"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void shouldJudgeTextsAsEveryOtherDoorDoes(String text, String reason) {
        JsonNode answer = client.say(room, UUID.randomUUID().toString(), text).join();
        if (reason == null) {
            assertThat(type(answer)).isEqualTo("saved");
        } else {
            assertThat(code(answer)).isEqualTo("invalid");
            assertThat(answer.at("/errors/0/field").asText()).isEqualTo("text");
            assertThat(answer.at("/errors/0/reason").asText()).isEqualTo(reason);
        }
        shouldLiveOn();
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("", "missing"),
                arguments(" \n\t ", "missing"),
                arguments("\u200b\u200b", "missing"),
                arguments("x".repeat(4_001), "too-long"),
                arguments("x".repeat(60_000), "too-long"),
                arguments("e" + "\u0301".repeat(10_000), "too-long"),
                arguments("e" + "\u0301".repeat(1_000), "too-many-marks"),
                arguments("x".repeat(4_000), null),
                arguments("\ud83e\udec2".repeat(4_000), null),
                arguments("a NUL\u0000 in between", null));
    }

    @Test
    void shouldRefuseALoneSurrogate() {
        client.sendRaw("{\"type\":\"say\",\"ref\":\"x\",\"room\":\"" + room + "\",\"key\":\"k\",\"text\":\"\\ud800 lone\"}");
        JsonNode failure = client.await(frame -> frame.path("ref").asText().equals("x"));
        assertThat(failure.at("/errors/0/reason").asText()).isEqualTo("broken-characters");
        shouldLiveOn();
    }

    @Test
    void shouldKnowItsWayOnlyWhileJoined() {
        assertThat(code(client.ask(frame("join", "room", room)))).isEqualTo("already-joined");
        assertThat(type(client.ask(frame("leave", "room", room)))).isEqualTo("left");
        assertThat(code(client.say(room, "k", "after leaving").join())).isEqualTo("not-joined");
        assertThat(code(client.ask(frame("leave", "room", room)))).isEqualTo("not-joined");
        assertThat(type(client.join(room, null))).isEqualTo("joined");
        shouldLiveOn();
    }

    @Test
    void shouldRefuseARoomThatSomebodyHasNotJoined() {
        assertThat(code(client.ask(frame("join", "room", elsewhere)))).isEqualTo("not-a-member");
        shouldLiveOn();
    }

    @Test
    void shouldLetStaffListenButNotSpeakWithoutMembership() {
        try (LiveClient mo = LiveClient.connect(server, Cast.moderator().accessToken())) {
            assertThat(type(mo.join(room, null))).isEqualTo("joined");
            assertThat(code(mo.say(room, "k", "unasked").join())).isEqualTo("not-a-member");
        }
    }

    @Test
    void shouldAnswerBinaryMessagesWithoutReadingThem() {
        client.sendBinary(new byte[] { 1, 2, 3 });
        assertThat(code(client.await(frame -> type(frame).equals("failure")))).isEqualTo("malformed");
        shouldLiveOn();
    }

    @Test
    void shouldPutFragmentsTogether() {
        client.sendPart("{\"type\":\"leave\",\"ref\"", false);
        client.sendPart(":\"x\",\"room\":", false);
        client.sendPart("\"" + room + "\"}", true);
        assertThat(type(client.await(frame -> frame.path("ref").asText().equals("x")))).isEqualTo("left");
        client.join(room, null);
        shouldLiveOn();
    }

    @Test
    void shouldHangUpOnOneFrameThatIsTooLarge() throws IOException {
        try (RawSocket raw = RawSocket.open(server, amal.accessToken())) {
            raw.send(RawSocket.TEXT, true, new byte[70_000]);
            assertThat(raw.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void shouldHangUpOnFragmentsThatAreTooLargeTogether() throws IOException {
        try (RawSocket raw = RawSocket.open(server, amal.accessToken())) {
            raw.send(RawSocket.TEXT, false, "x".repeat(40_000).getBytes(StandardCharsets.UTF_8));
            raw.send(RawSocket.CONTINUATION, true, "x".repeat(40_000).getBytes(StandardCharsets.UTF_8));
            assertThat(raw.closeCode()).isEqualTo(1009);
        }
    }

    /** The platform puts replacement characters in the place of what is no UTF-8, before anybody can see it. */
    @Test
    void shouldAnswerTextThatIsNoUtf8() throws IOException {
        try (RawSocket raw = RawSocket.open(server, amal.accessToken())) {
            raw.send(RawSocket.TEXT, true, new byte[] { '"', (byte) 0xC3, (byte) 0x28, '"' });
            assertThat(raw.hears("malformed")).isTrue();
        }
    }

    @Test
    void shouldNotMindAConnectionThatBreaksOff() throws IOException {
        RawSocket raw = RawSocket.open(server, amal.accessToken());
        raw.send(RawSocket.PING, true, new byte[1]);
        raw.close();
        shouldLiveOn();
    }

    private void shouldLiveOn() {
        String key = UUID.randomUUID().toString();
        assertThat(type(client.say(room, key, "still here").join())).isEqualTo("saved");
    }
}
