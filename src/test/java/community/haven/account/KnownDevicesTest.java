package community.haven.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import community.haven.testkit.AtOnce;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Post;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Many try to guess somebody's password from many places; its owner comes in all the same. */
@HavenTest
class KnownDevicesTest {

    private static final String WRONG = "not the password";
    private static final String FRESH = "slow river under 9 bridges";
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @Inject
    Keys keys;
    @Inject
    Accounts accounts;
    @Inject
    Post post;

    @Test
    void shouldLetTheOwnerInWhileAHundredAMinuteGuessFromManyAddresses() {
        String amal = newcomer();
        String token = signIn(amal, Cast.PASSWORD, null).then().statusCode(200).extract().path("deviceToken");
        List<Integer> answers = AtOnce.times(8, guesser -> IntStream.range(0, 20).map(i -> {
            int owner = guesser == 0 ? signIn(amal, Cast.PASSWORD, token).statusCode() : 200;
            return owner == 200 ? signIn(amal, WRONG, null).statusCode() : owner;
        }).boxed().toList()).stream().flatMap(List::stream).toList();
        assertThat(answers).hasSize(160).containsOnly(401, 429);
        assertThat(answers.stream().filter(status -> status == 401)).hasSizeBetween(98, 100);

        signIn(amal, Cast.PASSWORD, null).then().statusCode(429).body("code", is("sign-in-busy"))
                .header("Retry-After", notNullValue());
        signIn(amal, Cast.PASSWORD, token).then().statusCode(200).body("person.handle", is(amal));
    }

    @Test
    void shouldCountHandlesThatNobodyHasInTheSameWay() {
        String nobody = Cast.handle("nobody");
        String somebody = newcomer();
        String token = signIn(somebody, Cast.PASSWORD, null).path("deviceToken");
        assertThat(guessesLetThrough(nobody)).isBetween(100, 101);
        String answer = signIn(nobody, WRONG, null).then().statusCode(429).extract().asString();
        assertThat(signIn(nobody, WRONG, token).then().statusCode(429).extract().asString()).isEqualTo(answer);
        exhaust(somebody);
        assertThat(signIn(somebody, WRONG, null).asString()).isEqualTo(answer);
    }

    @Test
    void shouldNotBeHelpedByTokensThatAreForgedOrAnothersOrOld() {
        String amal = newcomer();
        String bea = newcomer();
        String own = signIn(amal, Cast.PASSWORD, null).path("deviceToken");
        String anothers = signIn(bea, Cast.PASSWORD, null).path("deviceToken");
        exhaust(amal);
        String[] parts = own.split("\\.");
        long day = Long.parseLong(parts[1]);
        for (String token : new String[] { anothers, UUID.randomUUID() + "." + day + "." + parts[2],
                parts[0] + "." + (day + 1) + "." + parts[2], parts[0] + "." + day + "." + "A".repeat(43), parts[0], "", "..",
                own + " ", "x".repeat(10_000), tokenOf(amal, 91) }) {
            signIn(amal, Cast.PASSWORD, token).then().statusCode(429).body("code", is("sign-in-busy"));
        }
        signIn(amal, Cast.PASSWORD, tokenOf(amal, 89)).then().statusCode(200);
        signIn(amal, Cast.PASSWORD, own).then().statusCode(200);
    }

    @Test
    void shouldLetNobodyInByTheTokenAlone() {
        String amal = newcomer();
        String stolen = signIn(amal, Cast.PASSWORD, null).path("deviceToken");
        String own = signIn(amal, Cast.PASSWORD, null).path("deviceToken");
        for (int guess = 0; guess < 10; guess++) {
            signIn(amal, WRONG, stolen).then().statusCode(401).body("code", is("wrong-credentials"));
        }
        signIn(amal, WRONG, stolen).then().statusCode(429).body("code", is("too-many-requests"));
        signIn(amal, Cast.PASSWORD, stolen).then().statusCode(429);
        signIn(amal, Cast.PASSWORD, own).then().statusCode(200);
        given().auth().oauth2(own).get("/api/accounts/me").then().statusCode(401);
        json().body(Map.of("refreshToken", own)).post("/api/sessions/refresh").then().statusCode(401);
    }

    @Test
    void shouldNotBeKeptOutByANeighbourWhoGuessesFromTheSameAddress() {
        String amal = newcomer();
        String token = signIn(amal, Cast.PASSWORD, null).path("deviceToken");
        for (int guess = 0; guess < 10; guess++) {
            from("192.0.2.77").body(credentials(amal, WRONG, null)).post("/api/sessions").then().statusCode(401);
        }
        from("192.0.2.77").body(credentials(amal, Cast.PASSWORD, null)).post("/api/sessions").then().statusCode(429);
        from("192.0.2.77").body(credentials(amal, Cast.PASSWORD, token)).post("/api/sessions").then().statusCode(200);
    }

    @Test
    void shouldForgetDevicesWhenThePasswordIsChangedUntilTheyShowThemselvesAgain() {
        String amal = newcomer();
        Response here = signIn(amal, Cast.PASSWORD, null);
        String elsewhere = signIn(amal, Cast.PASSWORD, null).path("deviceToken");
        json().auth().oauth2(here.path("accessToken")).body(Map.of("current", Cast.PASSWORD, "fresh", FRESH))
                .put("/api/accounts/me/password").then().statusCode(204);
        String renewed = json().body(Map.of("refreshToken", here.path("refreshToken"))).post("/api/sessions/refresh")
                .then().statusCode(200).extract().path("deviceToken");
        exhaust(amal);
        signIn(amal, FRESH, elsewhere).then().statusCode(429);
        signIn(amal, FRESH, here.path("deviceToken")).then().statusCode(429);
        signIn(amal, FRESH, renewed).then().statusCode(200);
    }

    @Test
    void shouldKnowTheDeviceOnWhichSomebodyCameBackWithACode() {
        String amal = Cast.handle("amal");
        String code = Cast.signUp(amal).then().statusCode(201).extract().path("recoveryCodes[0]");
        exhaust(amal);
        Response back = json().body(Map.of("handle", amal, "code", code, "password", FRESH)).post("/api/recovery");
        back.then().statusCode(204);
        assertThat(back.getHeader("Set-Cookie")).contains("HttpOnly", "SameSite=Strict");
        asPage(amal, FRESH, null).then().statusCode(429);
        asPage(amal, FRESH, back.getCookie("haven-device")).then().statusCode(200);
    }

    @Test
    void shouldKnowTheDeviceOnWhichSomebodyCameBackWithALink() {
        Someone amal = Cast.member("amal");
        String address = post.confirmedAddress(amal);
        exhaust(amal.handle());
        from(newAddress()).body(Map.of("handle", amal.handle())).post("/api/password-resets").then().statusCode(202);
        Response back = from(newAddress()).body(Map.of("token", Post.token(post.last(address, 2)), "password", FRESH))
                .post("/api/password-resets/completion");
        back.then().statusCode(204);
        asPage(amal.handle(), FRESH, null).then().statusCode(429);
        asPage(amal.handle(), FRESH, back.getCookie("haven-device")).then().statusCode(200);
    }

    @Test
    void shouldKeepTheTokenOfPagesInACookieThatOutlivesTheSession() {
        String amal = newcomer();
        Response first = asPage(amal, Cast.PASSWORD, null);
        first.then().statusCode(200).body("deviceToken", nullValue());
        Response out = json().auth().oauth2(first.path("accessToken")).delete("/api/sessions/current");
        assertThat(out.getHeaders().getValues("Set-Cookie")).hasSize(1).first().asString().startsWith("haven-refresh=");
        exhaust(amal);
        asPage(amal, Cast.PASSWORD, first.getCookie("haven-device")).then().statusCode(200);
    }

    private static String newcomer() {
        String handle = Cast.handle("amal");
        Cast.signUp(handle).then().statusCode(201);
        return handle;
    }

    private String tokenOf(String handle, long daysAgo) {
        return DeviceToken.of(UUID.randomUUID(), LocalDate.now(ZoneOffset.UTC).toEpochDay() - daysAgo,
                accounts.credentials(handle).orElseThrow(), keys.deviceSecret()).text();
    }

    private static int guessesLetThrough(String handle) {
        return (int) IntStream.range(0, 110).filter(i -> signIn(handle, WRONG, null).statusCode() == 401).count();
    }

    private static void exhaust(String handle) {
        while (signIn(handle, WRONG, null).statusCode() != 429) {
            // one more guess from one more address
        }
    }

    private static Map<String, String> credentials(String handle, String password, String token) {
        Map<String, String> body = new HashMap<>(Map.of("handle", handle, "password", password, "refreshTokenIn", "body"));
        if (token != null) {
            body.put("deviceToken", token);
        }
        return body;
    }

    /** From an address that nobody has come from yet. */
    private static Response signIn(String handle, String password, String token) {
        return from(newAddress()).body(credentials(handle, password, token)).post("/api/sessions");
    }

    private static Response asPage(String handle, String password, String token) {
        RequestSpecification asks = from(newAddress()).body(Map.of("handle", handle, "password", password));
        return (token == null ? asks : asks.cookie("haven-device", token)).post("/api/sessions");
    }

    private static String newAddress() {
        int number = ADDRESSES.incrementAndGet();
        return "198.18.%d.%d".formatted(number / 250, 1 + number % 250);
    }

    private static RequestSpecification from(String address) {
        return json().header("X-Forwarded-For", address);
    }

    private static RequestSpecification json() {
        return given().contentType(ContentType.JSON);
    }
}
