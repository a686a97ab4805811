package community.haven.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;
import community.haven.testkit.AtOnce;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@HavenTest
class SessionsTest {

    @Inject
    Sessions sessions;
    @Inject
    Accounts accounts;
    @Inject
    EntityManager entities;
    @Inject
    Endings endings;
    @TestHTTPResource("/")
    URI home;

    @Nested
    class SigningIn {

        @Test
        void shouldAnswerWithAShortTokenAndThePerson() {
            Someone amal = Cast.member("amal");
            Response answer = signIn(Map.of("handle", amal.handle().toUpperCase(), "password", Cast.PASSWORD));
            answer.then().statusCode(200).header("Cache-Control", is("no-store"))
                    .body("person.handle", is(amal.handle())).body("person.role", is("member"))
                    .body("person.agreed", is(true)).body("person.size()", is(8)).body("refreshToken", nullValue());
            assertThat(Instant.parse(answer.path("expiresAt")))
                    .isBetween(Instant.now().plus(Duration.ofMinutes(9)), Instant.now().plus(Duration.ofMinutes(10)));
        }

        @Test
        void shouldKeepTheRefreshTokenInACookieThatScriptsCannotRead() {
            List<String> cookies = signIn(credentials(Cast.member("amal"))).getHeaders().getValues("Set-Cookie");
            assertThat(cookies).hasSize(2).allSatisfy(cookie -> assertThat(cookie)
                    .contains("HttpOnly", "SameSite=Strict", "Path=/api/sessions", "Max-Age=")
                    .doesNotContain("Secure", "Domain"))
                    .anyMatch(cookie -> cookie.startsWith("haven-refresh="));
        }

        @Test
        void shouldMarkTheCookieSecureWhenItCameOverHttps() {
            Response answer = overTls().body(credentials(Cast.member("amal"))).post("/api/sessions");
            assertThat(answer.getHeaders().getValues("Set-Cookie")).hasSize(2).allSatisfy(cookie -> assertThat(cookie)
                    .startsWith("__Host-haven-").contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/;")
                    .doesNotContain("Domain"));
        }

        @Test
        void shouldTakeNoOtherCookieThanThatOfThisHostOverHttps() {
            Someone amal = Cast.member("amal");
            String token = overTls().body(credentials(amal)).post("/api/sessions").getCookie("__Host-haven-refresh");
            overTls().cookie("haven-refresh", token).post("/api/sessions/refresh").then().statusCode(401);
            json().cookie("__Host-haven-refresh", token).post("/api/sessions/refresh").then().statusCode(401);
            Response next = overTls().cookie("__Host-haven-refresh", token)
                    .header("Origin", "https://localhost").post("/api/sessions/refresh");
            next.then().statusCode(200);
            String cleared = overTls().auth().oauth2(next.path("accessToken")).delete("/api/sessions/current")
                    .getHeader("Set-Cookie");
            assertThat(cleared).startsWith("__Host-haven-refresh=;").contains("Max-Age=0", "Path=/;", "Secure");
        }

        @Test
        void shouldSayTheSameWhetherOrNotTheAccountExists() {
            Someone amal = Cast.member("amal");
            Set<String> answers = new HashSet<>();
            for (String handle : List.of(amal.handle(), "nobody-has-this", "x", "a".repeat(500), "am\u0430l")) {
                answers.add(signIn(Map.of("handle", handle, "password", "not the password")).then().statusCode(401)
                        .header("Set-Cookie", nullValue()).extract().asString());
            }
            assertThat(answers).hasSize(1).first().asString().contains("wrong-credentials");
        }

        @Test
        void shouldTakeThePasswordExactlyAsItIs() {
            Someone amal = Cast.member("amal");
            for (String other : List.of(Cast.PASSWORD.toUpperCase(), Cast.PASSWORD + " ", " " + Cast.PASSWORD,
                    Cast.PASSWORD.substring(0, 20))) {
                signIn(Map.of("handle", amal.handle(), "password", other)).then().statusCode(401);
            }
        }

        @Test
        void shouldRefuseWhatIsMissingOrTooLong() {
            signIn(Map.of("password", Cast.PASSWORD)).then().statusCode(422).body("errors[0].field", is("handle"));
            signIn(Map.of("handle", "amal")).then().statusCode(422).body("errors[0].field", is("password"));
            signIn(Map.of("handle", "amal", "password", "x".repeat(100_000))).then().statusCode(422)
                    .body("errors[0].limit", is(128)).body(not(containsString("xxx")));
        }

        @Test
        void shouldSlowDownWhoGuessesButNotTheOwner() {
            Someone amal = Cast.member("amal");
            Map<String, String> wrong = Map.of("handle", amal.handle(), "password", "not the password");
            for (int guess = 0; guess < 10; guess++) {
                from("198.51.100.7").body(wrong).post("/api/sessions").then().statusCode(401);
            }
            from("198.51.100.7").body(wrong).post("/api/sessions").then().statusCode(429)
                    .body("code", is("too-many-requests")).header("Retry-After", notNullValue());
            from("198.51.100.7").body(Map.of("handle", amal.handle().toUpperCase(), "password", "not the password"))
                    .post("/api/sessions").then().statusCode(429);
            from("203.0.113.9").body(credentials(amal)).post("/api/sessions").then().statusCode(200);
        }

        @Test
        void shouldStoreThePasswordAnewWhenItsParametersHaveChanged() {
            Someone amal = Cast.member("amal");
            String old = new Passwords(new ExplicitConfig(
                    new ExplicitConfig.ExplicitHashing(1024, 1, 1, 1, 1, Duration.ofSeconds(5))), ExplicitSite.NAMELESS)
                    .hash("password", Cast.PASSWORD, "amal");
            QuarkusTransaction.requiringNew().run(() -> entities.find(Account.class, amal.id()).password = old);
            Cast.signIn(amal.handle());
            String stored = QuarkusTransaction.requiringNew().call(() -> entities.find(Account.class, amal.id()).password);
            assertThat(stored).startsWith("$argon2id$v=19$m=512,");
            Cast.signIn(amal.handle());
        }

        @Test
        void shouldEndTheSessionThatItTakesThePlaceOf() {
            Someone amal = Cast.member("amal");
            Response first = signIn(credentials(amal));
            json().cookie("haven-refresh", first.getCookie("haven-refresh")).body(credentials(amal)).post("/api/sessions")
                    .then().statusCode(200);
            me(first.path("accessToken")).then().statusCode(401).body("code", is("session-ended"));
            me(amal.accessToken()).then().statusCode(200);
        }

        @Test
        void shouldTakeAwayWhatIsOverOfTheSamePerson() {
            Someone amal = Cast.member("amal");
            signOut(amal.accessToken()).then().statusCode(204);
            amal.again();
            assertThat(sessionsOf(amal)).isEqualTo(1);
        }
    }

    @Nested
    class Refreshing {

        @Test
        void shouldRotateInTheBody() {
            Someone amal = Cast.member("amal");
            Response second = refresh(amal.refreshToken());
            second.then().statusCode(200).body("person.handle", is(amal.handle())).header("Set-Cookie", nullValue());
            String token = second.path("refreshToken");
            assertThat(token).isNotEqualTo(amal.refreshToken());
            refresh(token).then().statusCode(200);
            me(second.path("accessToken")).then().statusCode(200);
        }

        @Test
        void shouldRotateInTheCookie() {
            String first = signIn(credentials(Cast.member("amal"))).getCookie("haven-refresh");
            Response second = json().cookie("haven-refresh", first).header("Origin", origin()).post("/api/sessions/refresh");
            second.then().statusCode(200).body("accessToken", notNullValue()).body("refreshToken", nullValue());
            assertThat(second.getCookie("haven-refresh")).isNotEmpty().isNotEqualTo(first);
        }

        @Test
        void shouldRefreshWithoutABody() {
            String first = signIn(credentials(Cast.member("amal"))).getCookie("haven-refresh");
            json().cookie("haven-refresh", first).post("/api/sessions/refresh").then().statusCode(200);
            String next = signIn(credentials(Cast.member("amal"))).getCookie("haven-refresh");
            json().body("{}").cookie("haven-refresh", next).post("/api/sessions/refresh").then().statusCode(200);
        }

        @ParameterizedTest
        @ValueSource(strings = { "https://evil.example", "null", "http://localhost", "http://localhost:1",
                "https://localhost:%d",
                "http://localhost:%d.evil.example", "http://evil-localhost:%d", "http://localhost:%d/", "" })
        void shouldRefuseTheCookieToPagesOfOtherSites(String pattern) {
            Someone amal = Cast.member("amal");
            String cookie = signIn(credentials(amal)).getCookie("haven-refresh");
            String foreign = pattern.formatted(home.getPort());
            json().cookie("haven-refresh", cookie).header("Origin", foreign).post("/api/sessions/refresh")
                    .then().statusCode(403).body("code", is("foreign-origin"));
            json().header("Origin", foreign).body(credentials(amal)).post("/api/sessions").then().statusCode(403);
            json().cookie("haven-refresh", cookie).header("Sec-Fetch-Site", "cross-site").post("/api/sessions/refresh")
                    .then().statusCode(403);
            json().cookie("haven-refresh", cookie).post("/api/sessions/refresh").then().statusCode(200);
        }

        @Test
        void shouldEndTheWholeSessionWhenAnOldTokenComesBack() {
            Someone amal = Cast.member("amal");
            Response second = refresh(amal.refreshToken());
            Response third = refresh(second.path("refreshToken"));
            refresh(amal.refreshToken()).then().statusCode(401).body("code", is("session-ended"));
            refresh(third.path("refreshToken")).then().statusCode(401).body("code", is("session-ended"));
            me(third.path("accessToken")).then().statusCode(401).body("code", is("session-ended"));
            assertThat(endings.of(amal)).isEqualTo(1);
        }

        @Test
        void shouldEndTheWholeSessionWhenTheLastTokenComesBackLate() {
            Someone amal = Cast.member("amal");
            Response second = refresh(amal.refreshToken());
            QuarkusTransaction.requiringNew().run(() -> {
                Session session = session(amal);
                session.rotatedAt = session.rotatedAt.minusSeconds(11);
            });
            refresh(amal.refreshToken()).then().statusCode(401);
            refresh(second.path("refreshToken")).then().statusCode(401);
        }

        @Test
        void shouldAnswerAgainWhenTheAnswerGotLost() {
            Someone amal = Cast.member("amal");
            String next = refresh(amal.refreshToken()).path("refreshToken");
            assertThat(refresh(amal.refreshToken()).<String> path("refreshToken")).isEqualTo(next);
            refresh(next).then().statusCode(200);
            assertThat(endings.of(amal)).isZero();
        }

        @Test
        void shouldGiveManyTabsOneNextToken() {
            Someone amal = Cast.member("amal");
            List<String> next = AtOnce.times(12, i -> refresh(amal.refreshToken()).path("refreshToken"));
            assertThat(next).doesNotContainNull().allSatisfy(token -> assertThat(token).contains(".1."));
            assertThat(new HashSet<>(next)).hasSize(1);
            assertThat(endings.of(amal)).isZero();
            assertThat(sessionsOf(amal)).isEqualTo(1);
        }

        @Test
        void shouldLeaveOtherSessionsAlone() {
            Someone amal = Cast.member("amal");
            Someone elsewhere = amal.again();
            refresh(refresh(amal.refreshToken()).path("refreshToken"));
            refresh(amal.refreshToken()).then().statusCode(401);
            me(elsewhere.accessToken()).then().statusCode(200);
        }

        @Test
        void shouldEndWhenNobodyCameForTooLong() {
            Someone amal = Cast.member("amal");
            QuarkusTransaction.requiringNew().run(() -> session(amal).rotatedAt = Instant.now().minus(Duration.ofDays(31)));
            refresh(amal.refreshToken()).then().statusCode(401).body("code", is("session-ended"));
        }

        @Test
        void shouldEndWhenItsWholeTimeHasPassed() {
            Someone amal = Cast.member("amal");
            QuarkusTransaction.requiringNew().run(() -> session(amal).expiresAt = Instant.now().minusSeconds(1));
            refresh(amal.refreshToken()).then().statusCode(401).body("code", is("session-ended"));
            me(amal.accessToken()).then().statusCode(401).body("code", is("session-ended"));
        }

        @Test
        void shouldNotOutliveTheSessionWithItsTokens() {
            Someone amal = Cast.member("amal");
            Instant end = Instant.now().plusSeconds(60);
            QuarkusTransaction.requiringNew().run(() -> session(amal).expiresAt = end);
            assertThat(Instant.parse(refresh(amal.refreshToken()).path("expiresAt"))).isBeforeOrEqualTo(end);
        }

        @Test
        void shouldRefuseForgedTokensAndLeaveTheSessionAlone() {
            Someone amal = Cast.member("amal");
            String[] parts = amal.refreshToken().split("\\.");
            String forged = "A".repeat(43);
            for (String token : List.of(parts[0] + ".0." + forged, parts[0] + ".1." + parts[2],
                    parts[0] + ".999999999." + forged,
                    UUID.randomUUID() + ".0." + parts[2])) {
                refresh(token).then().statusCode(401);
            }
            for (String token : List.of("", "x", parts[0], parts[0] + ".0.", parts[0] + ".-1." + parts[2],
                    parts[0] + ".99999999999." + parts[2], parts[0].toUpperCase() + "x.0." + parts[2], "a".repeat(10_000),
                    amal.accessToken())) {
                refresh(token).then().statusCode(401).body("code", is("not-signed-in"));
            }
            json().post("/api/sessions/refresh").then().statusCode(401).body("code", is("not-signed-in"));
            refresh(amal.refreshToken()).then().statusCode(200);
        }
    }

    @Nested
    class SigningOut {

        @Test
        void shouldEndTokensAtOnceAndClearTheCookie() {
            Someone amal = Cast.member("amal");
            Response out = signOut(amal.accessToken());
            out.then().statusCode(204);
            assertThat(out.getHeader("Set-Cookie")).startsWith("haven-refresh=").contains("Max-Age=0", "Path=/api/sessions");
            me(amal.accessToken()).then().statusCode(401).body("code", is("session-ended"));
            refresh(amal.refreshToken()).then().statusCode(401).body("code", is("session-ended"));
            assertThat(endings.of(amal)).isEqualTo(1);
        }

        @Test
        void shouldAskToSignInWhenNobodyIs() {
            given().delete("/api/sessions/current").then().statusCode(401).body("code", is("not-signed-in"));
        }

        @Test
        void shouldRefuseTheTokenForInBandRenewal() {
            Someone amal = Cast.member("amal");
            Sessions.Signed signed = sessions.verify(amal.accessToken());
            assertThat(signed.person().id()).isEqualTo(amal.id());
            assertThat(signed.person().agreed()).isTrue();
            assertThat(signed.expiresAt()).isAfter(Instant.now().plus(Duration.ofMinutes(9)));
            signOut(amal.accessToken());
            assertThat(refusal(amal.accessToken())).isEqualTo(ErrorCode.SESSION_ENDED);
            assertThat(refusal("not a token")).isEqualTo(ErrorCode.NOT_SIGNED_IN);
            assertThat(refusal(amal.refreshToken())).isEqualTo(ErrorCode.NOT_SIGNED_IN);
        }

        private ErrorCode refusal(String token) {
            return catchThrowableOfType(Refusal.class, () -> sessions.verify(token)).code();
        }
    }

    @Test
    void shouldTellHandlesOfThoseWhoExist() {
        Someone amal = Cast.member("amal");
        assertThat(accounts.handles(List.of(amal.id(), UUID.randomUUID()))).isEqualTo(Map.of(amal.id(), amal.handle()));
        assertThat(accounts.handles(List.of())).isEmpty();
    }

    private Session session(Someone someone) {
        return entities.createQuery("from Session where account = :account", Session.class)
                .setParameter("account", someone.id()).getSingleResult();
    }

    private long sessionsOf(Someone someone) {
        return QuarkusTransaction.requiringNew().call(() -> entities
                .createQuery("select count(*) from Session where account = :account", Long.class)
                .setParameter("account", someone.id()).getSingleResult());
    }

    private String origin() {
        return "http://localhost:" + home.getPort();
    }

    private static RequestSpecification json() {
        return given().contentType(ContentType.JSON);
    }

    private static RequestSpecification overTls() {
        return json().header("X-Forwarded-Proto", "https");
    }

    private static RequestSpecification from(String address) {
        return json().header("X-Forwarded-For", address);
    }

    private static Map<String, String> credentials(Someone someone) {
        return Map.of("handle", someone.handle(), "password", Cast.PASSWORD);
    }

    private static Response signIn(Map<String, String> body) {
        return json().body(body).post("/api/sessions");
    }

    private static Response refresh(String token) {
        return json().body(Map.of("refreshToken", token)).post("/api/sessions/refresh");
    }

    private static Response signOut(String accessToken) {
        return given().auth().oauth2(accessToken).delete("/api/sessions/current");
    }

    private static Response me(String accessToken) {
        return given().auth().oauth2(accessToken).get("/api/accounts/me");
    }

    /** Counts what was announced, as the live sockets see it: after the commit. */
    @Singleton
    static class Endings {

        private final Map<UUID, Integer> counts = new ConcurrentHashMap<>();

        void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionEnded ended) {
            counts.merge(ended.account(), 1, Integer::sum);
        }

        int of(Someone someone) {
            return counts.getOrDefault(someone.id(), 0);
        }
    }
}
