package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.Folders;
import community.haven.testkit.HavenProcess;
import community.haven.testkit.Tunnel;
import community.haven.testkit.Visitor;
import io.restassured.RestAssured;

/** Whatever is lost on the way, the word beside a message is right, and the message is there once. */
@EnabledOnOs({ OS.LINUX, OS.MAC })
class DeliveryIT {

    private static final String SAVING = "Saving";
    private static final String SAVED = "Saved";
    private static final String NOT_SENT = "Not sent, kept as a draft";

    /** A page that was away for some time may wait twenty seconds before it tries again, and a start takes as long. */
    private static final double PATIENCE = 60_000;

    private static final Path FOLDER = Path.of("target", "it data", "delivery").toAbsolutePath();

    private static HavenProcess haven;
    private static Someone amal;
    private static Someone bea;
    private static UUID room;

    private Tunnel tunnel;
    private Visitor one;
    private Visitor other;

    @BeforeAll
    static void twoPeopleInARoom() throws IOException {
        Folders.delete(FOLDER);
        start(0);
        amal = Cast.member("amal");
        bea = Cast.member("bea");
        room = UUID.fromString(amal.asks().get("/api/rooms").path("items[0].id"));
        List.of(amal, bea).forEach(
                person -> person.asks().put("/api/rooms/{room}/membership", room).then().statusCode(200));
    }

    @AfterAll
    static void end() throws IOException {
        haven.close();
        RestAssured.reset();
        Folders.delete(FOLDER);
    }

    @BeforeEach
    void enter() {
        tunnel = Tunnel.to(haven.address().getPort());
        one = Visitor.through(tunnel).signIn(amal).enter(room);
        other = Visitor.atDesk().signIn(bea).enter(room);
    }

    @AfterEach
    void leave() {
        one.close();
        other.close();
        tunnel.close();
    }

    @Test
    void shouldSendAgainByItselfWhenARequestWasLost() {
        String text = "It did not arrive.";
        tunnel.loseRequests();
        one.say(text);
        assertThat(word(text)).hasText(SAVING);
        tunnel.shut();
        assertThat(word(text)).hasText(NOT_SENT);
        assertThat(stored(text)).isZero();

        tunnel.open();
        shouldBeSavedOnce(text);
    }

    @Test
    void shouldFindWhatWasSavedWhenItsAnswerWasLost() {
        String text = "It did arrive.";
        countOnThePage(text);
        sayWithoutAnswer(text);
        assertThat(word(text)).hasText(SAVING);
        tunnel.shut();
        assertThat(word(text)).hasText(NOT_SENT);

        tunnel.open();
        shouldBeSavedOnce(text);
        assertThat(one.page().evaluate("mostAtOnce")).as("how often it was on the page at once").isEqualTo(1);
    }

    @Test
    void shouldFindWhatWasSavedAfterAReload() {
        String text = "I have reloaded the page.";
        sayWithoutAnswer(text);
        one.page().reload();
        shouldBeSavedOnce(text);
    }

    @Test
    void shouldShowAsTakenBackWhatWasTakenBackElsewhereWhileItsAnswerWasLost() {
        String text = "I wish I had not said it.";
        sayWithoutAnswer(text);
        int seq = bea.asks().get("/api/rooms/{room}/messages", room).path("items.find { it.text == '" + text + "' }.seq");
        amal.asks().delete("/api/rooms/{room}/messages/{seq}", room, seq).then().statusCode(204);
        tunnel.shut();
        assertThat(word(text)).hasText(NOT_SENT);

        tunnel.open();
        assertThat(one.log()).not().containsText(text, new ContainsTextOptions().setTimeout(PATIENCE));
        assertThat(one.log().getByText(NOT_SENT)).hasCount(0);
        assertThat(stored(text)).isZero();
    }

    @Test
    void shouldFindWhatWasSavedWhenHavenIsKilledBeforeItsAnswerArrives() {
        String text = "Then the light went out.";
        sayWithoutAnswer(text);
        haven.kill9();
        assertThat(word(text)).hasText(NOT_SENT);

        start(haven.address().getPort());
        shouldBeSavedOnce(text);
    }

    @Test
    void shouldSendAgainByItselfWhenHavenWasStoppedBeforeARequestArrived() {
        String text = "Is anybody there?";
        tunnel.loseRequests();
        one.say(text);
        assertThat(word(text)).hasText(SAVING);
        haven.stop();
        assertThat(word(text)).hasText(NOT_SENT);

        start(haven.address().getPort());
        shouldBeSavedOnce(text);
    }

    @Test
    void shouldSendEverythingInTheOrderInWhichItWasWrittenWhileAway() {
        one.goOffline(true);
        List<String> texts = List.of("First, I am fine.", "Then, I am not.", "At last, I am again.");
        texts.forEach(one::say);
        texts.forEach(text -> assertThat(word(text)).hasText(NOT_SENT));

        one.goOffline(false);
        texts.forEach(this::shouldBeSavedOnce);
        assertThat(one.heard()).containsSubsequence(texts);
        assertThat(other.heard()).isEqualTo(one.heard());
    }

    @Test
    void shouldKeepWhatWasNotSentOverAReloadUntilItsAuthorSendsIt() {
        tunnel.shut();
        List<String> texts = List.of("Kept the first.", "Kept the second.");
        texts.forEach(one::say);
        one.page().reload();
        texts.forEach(text -> assertThat(word(text)).hasText(NOT_SENT));

        tunnel.open();
        texts.forEach(text -> line(text).getByText("Try again").click());
        texts.forEach(this::shouldBeSavedOnce);
        assertThat(other.heard()).containsSubsequence(texts);
    }

    @Test
    void shouldNotTakeADeadConnectionForAQuietRoom() {
        one.page().clock().install();
        one.enter(room);
        tunnel.loseAnswers();
        other.say("Do you hear me?");
        assertThat(other.log()).containsText("Do you hear me?");

        // Long enough to wonder about the silence, and then for no answer to come.
        one.page().clock().fastForward("01:00");
        one.page().clock().fastForward("00:15");
        assertThat(one.log()).containsText("Do you hear me?", new ContainsTextOptions().setTimeout(PATIENCE));
    }

    @Test
    void shouldLeaveNoWordsBehindWhenSomebodySignsOutBeforeTheAnswer() {
        sayWithoutAnswer("And then I left.");
        one.button("Sign out").click();
        assertThat(one.link("Sign in").first()).isVisible();
        assertThat(one.page().evaluate("Object.keys(sessionStorage).join()")).isEqualTo("");
    }

    @Test
    void shouldTellHowManyAreThereWithoutBeingAsked() {
        for (Visitor visitor : List.of(one, other)) {
            assertThat(visitor.page().locator("haven-presence")).containsText("2 people are here",
                    new ContainsTextOptions().setTimeout(PATIENCE));
        }
    }

    private static void start(int port) {
        // Haven hangs up on nobody here, so that it is the page that notices.
        haven = HavenProcess.of(FOLDER).port(port).with("HAVEN_ACCOUNT_LIMITS_SIGN_IN_PER_HANDLE", "1000/5m")
                .with("HAVEN_LIVE_SILENCE", "10m").start().waitUntilReady();
        RestAssured.baseURI = "http://" + haven.address().getHost();
        RestAssured.port = haven.address().getPort();
    }

    /** Says something that is saved, and of which its author is not told. */
    private void sayWithoutAnswer(String text) {
        tunnel.loseAnswers();
        one.say(text);
        assertThat(other.log()).containsText(text);
    }

    private void shouldBeSavedOnce(String text) {
        assertThat(word(text)).hasText(SAVED, new HasTextOptions().setTimeout(PATIENCE));
        assertThat(line(text)).hasCount(1);
        assertThat(other.log()).containsText(text, new ContainsTextOptions().setTimeout(PATIENCE));
        assertThat(other.heard()).containsOnlyOnce(text);
        assertThat(stored(text)).isOne();
    }

    private Locator line(String text) {
        return one.log().locator("li").filter(new Locator.FilterOptions().setHasText(text));
    }

    private Locator word(String text) {
        return line(text).locator(".delivery");
    }

    private static long stored(String text) {
        List<String> texts = bea.asks().get("/api/rooms/{room}/messages", room).path("items.text");
        return texts.stream().filter(text::equals).count();
    }

    /** Looks at the page whenever it changes. */
    private void countOnThePage(String text) {
        one.page().evaluate(
                """
                        text => {
                          window.mostAtOnce = 0;
                          const count = () => [...document.querySelectorAll('.log .words')].filter(one => one.innerText === text).length;
                          new MutationObserver(() => (window.mostAtOnce = Math.max(window.mostAtOnce, count())))
                              .observe(document.body, { subtree: true, childList: true, characterData: true });
                        }""",
                text);
    }
}
