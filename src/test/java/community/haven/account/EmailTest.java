package community.haven.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
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

/** The address that somebody may leave: how it comes to count, and how it goes. */
@HavenTest
class EmailTest {

    private static final String EMAIL = "/api/accounts/me/email";

    @Inject
    Post post;
    @Inject
    Rows rows;
    @Inject
    EmailCleaning cleaning;

    private Someone amal;
    private String address;

    @BeforeEach
    void signUp() {
        amal = Cast.member("amal");
        address = Post.address("amal");
    }

    @Nested
    class Confirming {

        @Test
        void shouldMakeAnAddressCountAndNotBefore() {
            read().then().statusCode(200).body("email", nullValue()).body("pending", nullValue());
            ask(address).then().statusCode(200).body("email", nullValue()).body("pending", is(address));
            read().then().body("email", nullValue()).body("pending", is(address));

            confirm(tokenOf(1)).then().statusCode(204);
            read().then().body("email", is(address)).body("pending", nullValue());
        }

        @Test
        void shouldWorkOnce() {
            ask(address);
            String token = tokenOf(1);
            confirm(token).then().statusCode(204);
            confirm(token).then().statusCode(410).body("code", is("link-over"));
        }

        @Test
        void shouldWorkOnceWhenManyUseItAtOnce() {
            ask(address);
            String token = tokenOf(1);
            assertThat(AtOnce.times(6, i -> confirm(token).statusCode())).containsOnly(204, 410).containsOnlyOnce(204);
        }

        @Test
        void shouldEndWithANewerLink() {
            ask(address);
            String older = tokenOf(1);
            ask(address);
            String newer = tokenOf(2);
            confirm(older).then().statusCode(410);
            confirm(newer).then().statusCode(204);
        }

        @Test
        void shouldEndWhenAnotherAddressIsAskedFor() {
            ask(address);
            String older = tokenOf(1);
            ask(Post.address("other"));
            confirm(older).then().statusCode(410);
            read().then().body("email", nullValue());
        }

        @Test
        void shouldEndWithItsTime() {
            ask(address);
            String token = tokenOf(1);
            expire("CONFIRM");
            confirm(token).then().statusCode(410);
            read().then().body("email", nullValue()).body("pending", is(address));
        }

        @ParameterizedTest
        @ValueSource(strings = { "", "AAAA", "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AA", "' or 1=1 -- ", "%00" })
        void shouldRefuseWhatIsNoLinkOfOurs(String token) {
            confirm(token).then().statusCode(410);
            Post.fromElsewhere().body("{}").post("/api/email-confirmations").then().statusCode(410);
        }
    }

    @Nested
    class TheLetter {

        @Test
        void shouldTellAStrangerNothing() {
            ask(address);
            Mail letter = post.last(address, 1);
            assertThat(letter.getSubject()).isEqualTo("Please confirm this address");
            assertThat(letter.getText()).doesNotContain(amal.handle()).doesNotContain("{").contains("24 hours");
            assertThat(letter.getHtml()).isNull();
            assertThat(letter.getAttachments()).isEmpty();
            assertThat(letter.getTo()).containsExactly(address);
            assertThat(letter.getCc()).isEmpty();
            assertThat(letter.getBcc()).isEmpty();
        }

        @Test
        void shouldLeadToTheSiteHoweverTheRequestCame() {
            amal.asks().header("X-Forwarded-Host", "evil.example").header("Host", "evil.example")
                    .header("Origin", "https://evil.example").body(Map.of("email", address)).put(EMAIL).then().statusCode(200);
            assertThat(post.last(address, 1).getText()).contains("https://haven.example/email/confirm#")
                    .doesNotContain("evil.example");
        }

        @ParameterizedTest
        @ValueSource(strings = { "a@mail.example\r\nBcc: bea@mail.example", "a@mail.example,bea@mail.example",
                "a@mail.example\nSubject: hello", "\"a\r\nBcc: bea\"@mail.example", "Bea <bea@mail.example>" })
        void shouldGoToOneAddressOnly(String typed) {
            ask(typed).then().statusCode(422).body("errors[0].field", is("email"))
                    .body("errors[0].reason", is("no-email-address"));
            read().then().body("pending", nullValue());
        }

        @Test
        void shouldNotFillAStrangersMailboxFromManyAccounts() {
            List<Someone> many = IntStream.range(0, 5).mapToObj(i -> Cast.member("bea")).toList();
            List<Integer> answers = many.stream().map(bea -> bea.asks()
                    .body(Map.of("email", address.toUpperCase(Locale.ROOT))).put(EMAIL).statusCode()).toList();
            assertThat(answers).containsOnly(200);
            ask(Post.address("afterwards"));
            String written = address.substring(0, address.indexOf('@')).toUpperCase(Locale.ROOT) + "@mail.example";
            post.last(written, 3);
            assertThat(rows.count(
                    "select count(*) from mail_token t join email e on e.account_id = t.account_id where e.pending = ?",
                    written)).isEqualTo(3);
            assertThat(post.to(written)).hasSize(3);
        }

        @Test
        void shouldBeAskedForInMeasure() {
            for (int i = 0; i < 5; i++) {
                ask(Post.address("amal")).then().statusCode(200);
            }
            ask(address).then().statusCode(429).header("Retry-After", notNullValue());
        }
    }

    @Nested
    class Changing {

        @Test
        void shouldKeepTheConfirmedOneUntilTheNextIsAndTellIt() {
            String former = post.confirmedAddress(amal);
            ask(address).then().body("email", is(former)).body("pending", is(address));
            String token = tokenOf(1);
            read().then().body("email", is(former));
            assertThat(post.to(former)).hasSize(1);

            confirm(token).then().statusCode(204);
            read().then().body("email", is(address)).body("pending", nullValue());
            Mail note = post.last(former, 2);
            assertThat(note.getSubject()).isEqualTo("A note about your account");
            assertThat(note.getText()).contains(amal.handle()).doesNotContain(address).doesNotContain("{");
        }

        @Test
        void shouldThinkBetterOfItByAskingForTheConfirmedOne() {
            String former = post.confirmedAddress(amal);
            ask(address);
            String token = tokenOf(1);
            ask(former).then().body("email", is(former)).body("pending", nullValue());
            confirm(token).then().statusCode(410);
        }

        /** A thief who was here for a moment must not come back by a letter once the owner has seen to the password. */
        @Test
        void shouldForgetWhatIsPendingWhenThePasswordIsChanged() {
            String confirmed = post.confirmedAddress(amal);
            ask(address);
            String thiefs = tokenOf(1);
            amal.asks().body(Map.of("current", Cast.PASSWORD, "fresh", "slow river under 9 bridges"))
                    .put("/api/accounts/me/password").then().statusCode(204);
            confirm(thiefs).then().statusCode(410);
            read().then().body("email", is(confirmed)).body("pending", nullValue());
        }

        @Test
        void shouldKeepWhatIsPendingWhenThereAreNewRecoveryCodes() {
            ask(address);
            String token = tokenOf(1);
            amal.asks().body(Map.of("password", Cast.PASSWORD)).post("/api/accounts/me/recovery-codes").then().statusCode(201);
            confirm(token).then().statusCode(204);
        }

        @Test
        void shouldTakeItBackAndTellIt() {
            String former = post.confirmedAddress(amal);
            amal.asks().delete(EMAIL).then().statusCode(204);
            read().then().body("email", nullValue()).body("pending", nullValue());
            assertThat(rows.count("select count(*) from email where account_id = ?", amal.id())).isZero();
            assertThat(post.last(former, 2).getText()).contains("no longer belongs");
            amal.asks().delete(EMAIL).then().statusCode(204);
        }

        @Test
        void shouldNeedAProofThatItIsThem() {
            rows.change("update session set proven_at = '2026-01-01' where id = ?", sessionOf(amal));
            ask(address).then().statusCode(403).body("code", is("proof-needed"));
            amal.asks().delete(EMAIL).then().statusCode(403).body("code", is("proof-needed"));
            amal.asks().body(Map.of("password", Cast.PASSWORD)).post("/api/sessions/current/proof").then().statusCode(204);
            ask(address).then().statusCode(200);
        }
    }

    @Nested
    class Keeping {

        @Test
        void shouldShowItToNobodyElse() {
            String mine = post.confirmedAddress(amal);
            Someone bea = Cast.member("bea");
            bea.asks().get(EMAIL).then().body("email", nullValue());
            assertThat(Cast.admin().asks().queryParam("handle", amal.handle()).get("/api/accounts").asString())
                    .doesNotContain(mine);
            assertThat(Cast.admin().asks().queryParam("limit", 100).get("/api/audit").asString()).doesNotContain("@");
        }

        @Test
        void shouldLetSeveralAccountsHaveTheSameAndNotSaySo() {
            String shared = post.confirmedAddress(amal);
            Someone bea = Cast.member("bea");
            Response first = bea.asks().body(Map.of("email", address)).put(EMAIL);
            Response second = bea.asks().body(Map.of("email", shared)).put(EMAIL);
            assertThat(second.asString()).isEqualTo(first.asString().replace(address, shared));
            Post.fromElsewhere().body(Map.of("token", Post.token(post.last(shared, 2)))).post("/api/email-confirmations").then()
                    .statusCode(204);
            bea.asks().get(EMAIL).then().body("email", is(shared));
            read().then().body("email", is(shared));
        }

        @Test
        void shouldGoWithTheAccount() {
            post.confirmedAddress(amal);
            ask(address);
            tokenOf(1);
            rows.change("delete from account where id = ?", amal.id());
            assertThat(rows.count("select count(*) from email where account_id = ?", amal.id())).isZero();
            assertThat(rows.count("select count(*) from mail_token where account_id = ?", amal.id())).isZero();
        }

        @Test
        void shouldForgetWhatNobodyConfirmed() {
            String mine = post.confirmedAddress(amal);
            Someone bea = Cast.member("bea");
            String strangers = Post.address("stranger");
            bea.asks().body(Map.of("email", strangers)).put(EMAIL);
            post.last(strangers, 1);
            ask(address);
            tokenOf(1);
            cleaning.run();
            read().then().body("pending", is(address));

            rows.change("update mail_token set expires_at = '2026-01-01' where account_id in (?, ?)", amal.id(), bea.id());
            rows.change("update email set asked_at = '2026-01-01' where account_id in (?, ?)", amal.id(), bea.id());
            cleaning.run();
            read().then().body("email", is(mine)).body("pending", nullValue());
            assertThat(rows.count("select count(*) from mail_token where account_id in (?, ?)", amal.id(), bea.id())).isZero();
            assertThat(rows.count("select count(*) from email where account_id = ?", bea.id())).isZero();
        }
    }

    private Response ask(String typed) {
        return amal.asks().body(Map.of("email", typed)).put(EMAIL);
    }

    private Response read() {
        return amal.asks().get(EMAIL);
    }

    private String tokenOf(int letter) {
        return Post.token(post.last(address, letter));
    }

    private static Response confirm(String token) {
        return Post.fromElsewhere().body(Map.of("token", token)).post("/api/email-confirmations");
    }

    private void expire(String purpose) {
        assertThat(
                rows.change("update mail_token set expires_at = '2026-01-01' where account_id = ? and purpose = ?", amal.id(),
                        purpose))
                .isEqualTo(1);
    }

    private static String sessionOf(Someone someone) {
        return someone.refreshToken().substring(0, 36);
    }
}
