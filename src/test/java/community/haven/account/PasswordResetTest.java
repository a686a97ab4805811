package community.haven.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import community.haven.testkit.AtOnce;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Post;
import community.haven.testkit.Rows;
import io.quarkus.mailer.Mail;
import io.restassured.response.Response;

/** The way back by a link in a letter. */
@HavenTest
class PasswordResetTest {

    private static final String FRESH = "slow river under 9 bridges";

    @Inject
    Post post;
    @Inject
    Rows rows;

    private Someone amal;
    private String address;

    @BeforeEach
    void leaveAnAddress() {
        amal = Cast.member("amal");
        address = post.confirmedAddress(amal);
    }

    @Test
    void shouldLeadBackInAndEndAllSessions() {
        Someone elsewhere = amal.again();
        ask(amal.handle()).then().statusCode(202).body(is(""));
        Mail letter = post.last(address, 2);
        assertThat(letter.getSubject()).isEqualTo("Your way back in");
        assertThat(letter.getText()).contains(amal.handle()).contains("30 minutes")
                .contains("https://haven.example/reset#").doesNotContain("{");
        assertThat(letter.getHtml()).isNull();

        complete(Post.token(letter), FRESH).then().statusCode(204);
        assertThat(amal.asks().get("/api/accounts/me").statusCode()).isEqualTo(401);
        assertThat(elsewhere.asks().get("/api/accounts/me").statusCode()).isEqualTo(401);
        assertThat(signIn(Cast.PASSWORD)).isEqualTo(401);
        assertThat(signIn(FRESH)).isEqualTo(200);
        assertThat(post.last(address, 3).getText()).contains("your password at haven.example was changed");
    }

    @Test
    void shouldFindTheAccountHoweverItsNameIsTyped() {
        ask("  " + amal.handle().toUpperCase() + " ").then().statusCode(202);
        complete(token(2), FRESH).then().statusCode(204);
    }

    @Test
    void shouldNotStoreTheLink() {
        ask(amal.handle());
        String token = token(2);
        assertThat(token.replace("-", "")).hasSize(26);
        assertThat(rows.count("select count(*) from mail_token where account_id = ? and hash regexp '^[0-9a-f]{64}$'",
                amal.id())).isEqualTo(1);
        assertThat(rows.count("select count(*) from mail_token where hash like concat('%', ?, '%')", token)).isZero();
    }

    @Test
    void shouldWorkOnce() {
        ask(amal.handle());
        String token = token(2);
        complete(token, FRESH).then().statusCode(204);
        complete(token, Cast.PASSWORD).then().statusCode(410).body("code", is("link-over"));
        assertThat(signIn(FRESH)).isEqualTo(200);
    }

    @Test
    void shouldLetOneWinWhenTwoCompleteAtOnce() {
        ask(amal.handle());
        String token = token(2);
        List<Integer> answers = AtOnce.times(6, i -> complete(token, FRESH + " " + i).statusCode());
        assertThat(answers).containsOnly(204, 410).containsOnlyOnce(204);
        assertThat(signIn(FRESH + " " + answers.indexOf(204))).isEqualTo(200);
    }

    @Test
    void shouldEndWithANewerLink() {
        ask(amal.handle());
        String older = token(2);
        ask(amal.handle());
        String newer = token(3);
        complete(older, FRESH).then().statusCode(410);
        complete(newer, FRESH).then().statusCode(204);
    }

    @Test
    void shouldEndWithItsTime() {
        ask(amal.handle());
        String token = token(2);
        assertThat(rows.change("update mail_token set expires_at = '2026-01-01' where account_id = ?", amal.id())).isEqualTo(1);
        complete(token, FRESH).then().statusCode(410);
        assertThat(signIn(Cast.PASSWORD)).isEqualTo(200);
    }

    @Test
    void shouldNotWorkWithTheLinkThatConfirmsAnAddress() {
        String next = Post.address("next");
        amal.asks().body(Map.of("email", next)).put("/api/accounts/me/email").then().statusCode(200);
        complete(Post.token(post.last(next, 1)), FRESH).then().statusCode(410);
        assertThat(signIn(Cast.PASSWORD)).isEqualTo(200);
    }

    @Test
    void shouldNotConfirmAnAddress() {
        ask(amal.handle());
        String token = token(2);
        amal.asks().body(Map.of("email", Post.address("next"))).put("/api/accounts/me/email").then().statusCode(200);
        confirm(token).then().statusCode(410);
        amal.asks().get("/api/accounts/me/email").then().body("email", is(address));
    }

    @Test
    void shouldEndWhenAnotherAddressTakesThePlaceOfTheOneItWasSentTo() {
        ask(amal.handle());
        String token = token(2);
        String next = Post.address("next");
        amal.asks().body(Map.of("email", next)).put("/api/accounts/me/email").then().statusCode(200);
        confirm(Post.token(post.last(next, 1))).then().statusCode(204);
        complete(token, FRESH).then().statusCode(410);
    }

    @Test
    void shouldEndWhenThePasswordIsChangedOtherwise() {
        ask(amal.handle());
        String token = token(2);
        amal.asks().body(Map.of("current", Cast.PASSWORD, "fresh", FRESH)).put("/api/accounts/me/password").then()
                .statusCode(204);
        complete(token, Cast.PASSWORD).then().statusCode(410);
        assertThat(signIn(FRESH)).isEqualTo(200);
    }

    @Test
    void shouldEndWhenTheAddressIsTakenBack() {
        ask(amal.handle());
        String token = token(2);
        amal.asks().delete("/api/accounts/me/email").then().statusCode(204);
        complete(token, FRESH).then().statusCode(410);
    }

    @ParameterizedTest
    @ValueSource(strings = { "short one", "passwordpassword" })
    void shouldCostNoLinkWhenThePasswordIsRefused(String password) {
        ask(amal.handle());
        String token = token(2);
        complete(token, password).then().statusCode(422).body("errors[0].field", is("password"));
        complete(token, amal.handle() + " haven").then().statusCode(422).body("code", is("password-too-common"));
        complete(token, FRESH).then().statusCode(204);
    }

    @Test
    void shouldSayTheSameWhoeverIsAskedFor() {
        Someone without = Cast.member("bea");
        Someone unconfirmed = Cast.member("carlo");
        unconfirmed.asks().body(Map.of("email", Post.address("carlo"))).put("/api/accounts/me/email").then().statusCode(200);
        Set<String> answers = List.of(amal.handle(), without.handle(), unconfirmed.handle(), Cast.handle("nobody"), "x",
                "a".repeat(500), "am\u0430l", "' or 1=1 -- ").stream().map(handle -> described(ask(handle)))
                .collect(Collectors.toSet());
        assertThat(answers).hasSize(1).first().asString().startsWith("202");
    }

    @Test
    void shouldSendNothingToAnAddressThatIsNotConfirmed() {
        Someone carlo = Cast.member("carlo");
        String unconfirmed = Post.address("carlo");
        carlo.asks().body(Map.of("email", unconfirmed)).put("/api/accounts/me/email").then().statusCode(200);
        post.last(unconfirmed, 1);
        ask(carlo.handle());
        ask(amal.handle());
        token(2);
        assertThat(rows.count("select count(*) from mail_token where account_id = ? and purpose = 'RESET'", carlo.id()))
                .isZero();
        assertThat(post.to(unconfirmed)).hasSize(1);
    }

    /** What it takes to find the account and to write to it happens after the answer, and so its time cannot tell either. */
    @Test
    void shouldAnswerBeforeItLooksWhetherTheAccountExists() {
        rows.whileLocked("select id from account where id = ?", amal.id(), () -> {
            ask(amal.handle()).then().statusCode(202);
            assertThat(post.to(address)).hasSize(1);
        });
        token(2);
    }

    @Test
    void shouldNotFillTheMailboxHoweverManyAskFromHoweverManyPlaces() {
        Set<String> answers = IntStream.range(0, 12).mapToObj(i -> described(ask(amal.handle()))).collect(Collectors.toSet());
        assertThat(answers).hasSize(1);
        token(4);
        ask(amal.handle()).then().statusCode(202);
        Someone bea = Cast.member("bea");
        String beas = post.confirmedAddress(bea);
        ask(bea.handle());
        post.last(beas, 2);
        assertThat(post.to(address)).hasSize(4);
        complete(token(4), FRESH).then().statusCode(204);
    }

    @Test
    void shouldSlowDownWhoAsksForManyFromOneAddress() {
        String from = "198.51.100.77";
        for (int i = 0; i < 60; i++) {
            askFrom(from, "nobody-" + i).then().statusCode(202);
        }
        askFrom(from, "nobody-else").then().statusCode(429).header("Retry-After", notNullValue());
        for (int i = 0; i < 10; i++) {
            askFrom("198.51.100.78", "nobody-again").then().statusCode(202);
        }
        askFrom("198.51.100.78", "Nobody-Again").then().statusCode(429);
    }

    @Test
    void shouldSlowDownWhoTriesLinks() {
        for (int i = 0; i < 60; i++) {
            completeFrom("198.51.100.79", "AAAA-" + i).then().statusCode(410);
        }
        completeFrom("198.51.100.79", "AAAA").then().statusCode(429).header("Retry-After", notNullValue());
    }

    @Test
    void shouldExplainWhatIsMissing() {
        Post.fromElsewhere().body("{}").post("/api/password-resets").then().statusCode(422).body("errors[0].field",
                is("handle"));
        Post.fromElsewhere().body("null").post("/api/password-resets").then().statusCode(422);
        Post.fromElsewhere().body("{}").post("/api/password-resets/completion").then().statusCode(410);
        ask(amal.handle());
        Post.fromElsewhere().body(Map.of("token", token(2))).post("/api/password-resets/completion").then().statusCode(422)
                .body("errors[0].field", is("password"));
    }

    private static Response ask(String handle) {
        return Post.fromElsewhere().body(Map.of("handle", handle)).post("/api/password-resets");
    }

    private static Response askFrom(String from, String handle) {
        return Cast.stranger().header("X-Forwarded-For", from).body(Map.of("handle", handle)).post("/api/password-resets");
    }

    private static Response complete(String token, String password) {
        return Post.fromElsewhere().body(Map.of("token", token, "password", password))
                .post("/api/password-resets/completion");
    }

    private static Response completeFrom(String from, String token) {
        return Cast.stranger().header("X-Forwarded-For", from).body(Map.of("token", token, "password", FRESH))
                .post("/api/password-resets/completion");
    }

    private static Response confirm(String token) {
        return Post.fromElsewhere().body(Map.of("token", token)).post("/api/email-confirmations");
    }

    private String token(int letter) {
        return Post.token(post.last(address, letter));
    }

    private int signIn(String password) {
        return Post.fromElsewhere().body(Map.of("handle", amal.handle(), "password", password, "refreshTokenIn", "body"))
                .post("/api/sessions").statusCode();
    }

    /** All that can be told from an answer. */
    private static String described(Response answer) {
        return answer.statusCode() + answer.headers().asList().stream().filter(header -> !header.getName().equals("Date"))
                .toList().toString() + answer.asString();
    }
}
