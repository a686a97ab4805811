package community.haven;

import static org.hamcrest.Matchers.oneOf;

import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import community.haven.testkit.Authenticator;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.LiveClient;
import community.haven.testkit.Post;
import community.haven.testkit.Scene;
import community.haven.testkit.Scene.Who;
import community.haven.testkit.TestRooms;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A sound request for every door, so that what is refused is refused for the person's sake and no other. */
final class Doors {

    private static final Map<String, Object> GROUNDS = Map.of("rule", "G1", "reason", "A plain reason for a test.");
    private static final Map<String, Object> REASON = Map.of("reason", "A plain reason for a test.");
    private static final Map<String, Rest> REST = new HashMap<>();
    /** Somebody who is none of those who ask. */
    private static final Supplier<Someone> OTHER = () -> Cast.member("carlo");
    /** Somebody who is an admin for moments. */
    private static Someone second;
    private static final Map<String, Frame> FRAMES = new HashMap<>();

    static {
        accounts();
        otherAccounts();
        measures();
        ownAccount();
        invitations();
        notices();
        rooms();
        hosting();
        meetings();
        doorsOfRooms();
        messages();
        words();
        resources();
        REST.put("GET /api/guidelines", (scene, asks) -> asks.get("/api/guidelines"));
        REST.put("GET /api/page", (scene, asks) -> asks.get("/api/page"));
        REST.put("GET /api/asyncapi", (scene, asks) -> asks.get("/api/asyncapi"));
        REST.put("GET /.well-known/jwks.json", (scene, asks) -> asks.get("/.well-known/jwks.json"));
        REST.put("GET /api/audit", (scene, asks) -> asks.get("/api/audit"));
        REST.put("GET /api/audit/verification", (scene, asks) -> asks.get("/api/audit/verification"));
        frames();
        actFrames();
    }

    private Doors() {
    }

    private static void frames() {
        FRAMES.put("FRAME join", scene -> LiveClient.frame("join", "room", scene.room(), "after", 0));
        FRAMES.put("FRAME leave", scene -> LiveClient.frame("leave", "room", scene.room()));
        FRAMES.put("FRAME say", scene -> LiveClient.frame("say", "room", scene.room(), "key", key(), "text", "Hello again."));
        FRAMES.put("FRAME appear", scene -> LiveClient.frame("appear", "room", scene.room(), "named", true));
        FRAMES.put("FRAME pace", scene -> LiveClient.frame("pace", "room", scene.room(), "slowModeSeconds", 10));
        FRAMES.put("FRAME close", scene -> LiveClient.frame("close", "room", scene.room(), "minutes", 10));
        FRAMES.put("FRAME reopen", scene -> LiveClient.frame("reopen", "room", scene.room()));
    }

    /** What people do about a message or a member. */
    private static void actFrames() {
        FRAMES.put("FRAME retract", scene -> aboutMessage("retract", scene));
        FRAMES.put("FRAME mark", scene -> aboutMessage("mark", scene));
        FRAMES.put("FRAME support", scene -> aboutMessage("support", scene).put("kind", "with-you"));
        FRAMES.put("FRAME endsupport", scene -> aboutMessage("endSupport", scene).put("kind", "with-you"));
        FRAMES.put("FRAME pin", scene -> aboutMessage("pin", scene));
        FRAMES.put("FRAME unpin", scene -> aboutMessage("unpin", scene));
        FRAMES.put("FRAME remove", scene -> because(aboutMessage("remove", scene)));
        FRAMES.put("FRAME restore", scene -> {
            ready(Scene.asks(Who.ADMIN).body(GROUNDS).post("/api/rooms/{room}/messages/{seq}/removal", scene.room(),
                    scene.message()));
            return because(aboutMessage("restore", scene)).without("rule");
        });
        FRAMES.put("FRAME mute", scene -> because(aboutMember("mute", scene, joined(scene)))
                .put("until", Instant.now().plus(1, ChronoUnit.HOURS).toString()));
        FRAMES.put("FRAME unmute", scene -> {
            UUID muted = joined(scene);
            Scene.person(Who.HOST).asks().body(roomMute()).post("/api/rooms/{id}/members/{account}/mute", scene.room(), muted)
                    .then().statusCode(201);
            return because(aboutMember("unmute", scene, muted)).without("rule");
        });
        FRAMES.put("FRAME dismiss", scene -> because(aboutMember("dismiss", scene, joined(scene))));
    }

    private static ObjectNode aboutMessage(String type, Scene scene) {
        return LiveClient.frame(type, "room", scene.room(), "seq", scene.message());
    }

    private static ObjectNode aboutMember(String type, Scene scene, UUID account) {
        return LiveClient.frame(type, "room", scene.room(), "account", account);
    }

    private static ObjectNode because(ObjectNode frame) {
        return frame.put("rule", "G1").put("reason", "A plain reason for a test.");
    }

    /** The HTTP status, or for a frame the type of its answer or the code of its failure. */
    static String open(String door, Scene scene, Who who) {
        if (door.startsWith("FRAME ")) {
            return frame(door, scene, who);
        }
        if (door.equals("DELETE /api/sessions/{id}")) {
            return Integer.toString(Scene.asks(who).delete("/api/sessions/{id}", sessionToEnd(who)).statusCode());
        }
        // Signing out ends a session that the other doors still need.
        RequestSpecification asks = door.equals("DELETE /api/sessions/current") && canSignIn(who)
                ? Scene.person(who).again().asks()
                : Scene.asks(who);
        return Integer.toString(REST.get(door).open(scene, asks).statusCode());
    }

    private static UUID sessionToEnd(Who who) {
        return canSignIn(who) ? Scene.person(who).again().session() : UUID.randomUUID();
    }

    private static boolean canSignIn(Who who) {
        return who != Who.NOBODY && who != Who.ERASED;
    }

    /** Whoever is not let through the socket's door gets its status, at every frame. */
    private static String frame(String door, Scene scene, Who who) {
        URI server = URI.create(RestAssured.baseURI + ":" + RestAssured.port);
        if (who == Who.NOBODY) {
            return Integer.toString(LiveClient.refusal(server, LiveClient.origin(server), "haven.v1"));
        }
        String token = Scene.person(who).accessToken();
        try (LiveClient client = LiveClient.connect(server, token)) {
            if (!door.equals("FRAME join")) {
                client.join(scene.room(), null);
            }
            JsonNode answer = client.ask(door.equals("FRAME renew") ? LiveClient.frame("renew", "token", token)
                    : FRAMES.get(door).of(scene));
            return LiveClient.type(answer).equals("failure") ? LiveClient.code(answer) : LiveClient.type(answer);
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return Integer.toString(refused.getResponse().statusCode());
            }
            throw new AssertionError(door + " for " + who, e);
        }
    }

    private static void accounts() {
        REST.put("GET /api/sign-up/challenge", (scene, asks) -> asks.get("/api/sign-up/challenge"));
        REST.put("POST /api/accounts", (scene, asks) -> Cast.signUp(Cast.handle("bea"), asks));
        REST.put("POST /api/sessions", (scene, asks) -> asks
                .body(Map.of("handle", Scene.person(Who.MEMBER).handle(), "password", Cast.PASSWORD, "refreshTokenIn", "body"))
                .post("/api/sessions"));
        REST.put("POST /api/sessions/refresh", (scene, asks) -> asks
                .body(Map.of("refreshToken", Scene.person(Who.MEMBER).again().refreshToken())).post("/api/sessions/refresh"));
        REST.put("DELETE /api/sessions/current", (scene, asks) -> asks.delete("/api/sessions/current"));
        REST.put("POST /api/sessions/current/proof", (scene, asks) -> asks.body(Map.of("password", Cast.PASSWORD))
                .post("/api/sessions/current/proof"));
        REST.put("GET /api/sessions", (scene, asks) -> asks.get("/api/sessions"));
        REST.put("DELETE /api/sessions", (scene, asks) -> asks.delete("/api/sessions"));
        REST.put("GET /api/accounts/me/handle", (scene, asks) -> asks.get("/api/accounts/me/handle"));
        REST.put("PUT /api/accounts/me/handle", (scene, asks) -> {
            // The one they have, since the other doors know them by it.
            String handle = asks.get("/api/accounts/me").path("handle");
            return asks.body(Map.of("handle", String.valueOf(handle))).put("/api/accounts/me/handle");
        });
        REST.put("GET /api/accounts/me", (scene, asks) -> asks.get("/api/accounts/me"));
        REST.put("PUT /api/accounts/me/guidelines", (scene, asks) -> asks.body(Map.of("version", Cast.guidelinesVersion()))
                .put("/api/accounts/me/guidelines"));
        REST.put("PUT /api/accounts/me/password", (scene, asks) -> asks
                .body(Map.of("current", Cast.PASSWORD, "fresh", Cast.PASSWORD)).put("/api/accounts/me/password"));
        REST.put("GET /api/accounts/me/recovery-codes", (scene, asks) -> asks.get("/api/accounts/me/recovery-codes"));
        REST.put("POST /api/accounts/me/recovery-codes", (scene, asks) -> asks.post("/api/accounts/me/recovery-codes"));
        secondFactor();
        REST.put("GET /api/accounts/me/quiet-mutes", (scene, asks) -> asks.get("/api/accounts/me/quiet-mutes"));
        REST.put("PUT /api/accounts/me/quiet-mutes/{id}", (scene, asks) -> asks.put("/api/accounts/me/quiet-mutes/{id}",
                OTHER.get().id()));
        REST.put("DELETE /api/accounts/me/quiet-mutes/{id}", (scene, asks) -> asks
                .delete("/api/accounts/me/quiet-mutes/{id}", OTHER.get().id()));
        REST.put("GET /api/accounts/me/email", (scene, asks) -> asks.get("/api/accounts/me/email"));
        REST.put("PUT /api/accounts/me/email", (scene, asks) -> asks.body(Map.of("email", Post.address("bea")))
                .put("/api/accounts/me/email"));
        REST.put("DELETE /api/accounts/me/email", (scene, asks) -> asks.delete("/api/accounts/me/email"));
        REST.put("POST /api/email-confirmations", (scene, asks) -> asks.body(Map.of("token", "AAAA-AAAA"))
                .post("/api/email-confirmations"));
        REST.put("POST /api/password-resets", (scene, asks) -> asks.body(Map.of("handle", Cast.handle("bea")))
                .post("/api/password-resets"));
        REST.put("POST /api/password-resets/completion", (scene, asks) -> asks
                .body(Map.of("token", "AAAA-AAAA", "password", Cast.PASSWORD)).post("/api/password-resets/completion"));
        REST.put("POST /api/recovery", (scene, asks) -> asks.body(recovery()).post("/api/recovery"));
        REST.put("POST /api/setup", (scene, asks) -> asks.body(Map.of("code", "AAAA-AAAA")).post("/api/setup"));
    }

    private static void otherAccounts() {
        String one = "/api/accounts/{id}";
        REST.put("GET /api/accounts", (scene, asks) -> asks.queryParam("handle", Scene.person(Who.MEMBER).handle())
                .get("/api/accounts"));
        REST.put("PUT " + one + "/role", (scene, asks) -> asks.body(Map.of("role", "member"))
                .put(one + "/role", Scene.person(Who.MEMBER).id()));
        REST.put("GET " + one, (scene, asks) -> asks.get(one, Scene.person(Who.MEMBER).id()));
        REST.put("GET " + one + "/sessions", (scene, asks) -> asks.get(one + "/sessions", Scene.person(Who.MEMBER).id()));
        REST.put("DELETE " + one + "/sessions", (scene, asks) -> asks.delete(one + "/sessions", Cast.member("bea").id()));
    }

    /** Of somebody new, since they limit what the other doors still need. */
    private static void measures() {
        String all = "/api/accounts/{id}/measures";
        REST.put("GET /api/accounts/me/measures", (scene, asks) -> asks.get("/api/accounts/me/measures"));
        REST.put("GET " + all, (scene, asks) -> asks.get(all, Scene.person(Who.MEMBER).id()));
        REST.put("POST " + all, (scene, asks) -> asks.body(measure("word")).post(all, Cast.member("bea").id()));
        REST.put("GET /api/measures/proposals", (scene, asks) -> asks.get("/api/measures/proposals"));
        REST.put("POST /api/measures/{id}/confirmation",
                (scene, asks) -> asks.post("/api/measures/{id}/confirmation", proposed()));
        REST.put("POST /api/measures/{id}/lifting",
                (scene, asks) -> asks.body(REASON).post("/api/measures/{id}/lifting", proposed()));
    }

    private static String proposed() {
        return Cast.moderator().asks().body(measure("exclude")).post("/api/accounts/{id}/measures", Cast.member("bea").id())
                .then().statusCode(201).extract().path("id");
    }

    private static Map<String, Object> measure(String kind) {
        return Map.of("kind", kind, "rule", "G1", "reason", "A plain reason for a test.");
    }

    /** What is asked for is taken back at once, since the other doors still need the person. */
    private static void ownAccount() {
        String erasure = "/api/accounts/me/erasure";
        String rest = "/api/accounts/me/rest";
        REST.put("GET " + erasure, (scene, asks) -> asks.get(erasure));
        REST.put("POST " + erasure, (scene, asks) -> {
            // So that the admin of all tests is not the last one.
            UUID other = Cast.promote(secondAdmin(), "admin").id();
            Response answer = asks.body(Map.of("messages", "line")).post(erasure);
            asks.delete(erasure);
            Cast.admin().asks().body(Map.of("role", "member")).put("/api/accounts/{id}/role", other).then().statusCode(200);
            return answer;
        });
        REST.put("DELETE " + erasure, (scene, asks) -> asks.delete(erasure));
        REST.put("PUT " + rest, (scene, asks) -> {
            Response answer = asks.put(rest);
            asks.delete(rest);
            return answer;
        });
        REST.put("DELETE " + rest, (scene, asks) -> asks.delete(rest));
        String downloads = "/api/accounts/me/downloads";
        REST.put("GET " + downloads, (scene, asks) -> asks.get(downloads));
        REST.put("POST " + downloads, (scene, asks) -> asks.post(downloads));
        REST.put("GET " + downloads + "/{id}", (scene, asks) -> asks.get(downloads + "/{id}", UUID.randomUUID()));
        REST.put("GET " + downloads + "/{id}/content",
                (scene, asks) -> asks.get(downloads + "/{id}/content", UUID.randomUUID()));
    }

    private static synchronized Someone secondAdmin() {
        second = second == null ? Cast.member("ada") : second;
        return second;
    }

    private static void secondFactor() {
        String path = Authenticator.PATH;
        REST.put("GET " + path, (scene, asks) -> asks.get(path));
        REST.put("POST " + path, (scene, asks) -> asks.post(path));
        // Those who do not need one take it off again, or the other doors would ask them for it.
        REST.put("PUT " + path, (scene, asks) -> {
            String secret = asks.post(path).path("secret");
            String code = secret == null ? "000000" : Authenticator.code(secret, Authenticator.now());
            Response answer = asks.body(Map.of("code", code)).put(path);
            asks.delete(path);
            return answer;
        });
        REST.put("DELETE " + path, (scene, asks) -> asks.delete(path));
    }

    /** Of somebody new, since it ends the sessions that the other doors still need. */
    private static Map<String, Object> recovery() {
        String handle = Cast.handle("bea");
        String code = Cast.signUp(handle).then().statusCode(201).extract().path("recoveryCodes[0]");
        return Map.of("handle", handle, "code", code, "password", Cast.PASSWORD);
    }

    private static void invitations() {
        Map<String, Object> invitation = Map.of("uses", 1, "days", 1);
        REST.put("GET /api/invitations", (scene, asks) -> asks.get("/api/invitations"));
        REST.put("POST /api/invitations", (scene, asks) -> asks.body(invitation).post("/api/invitations"));
        REST.put("DELETE /api/invitations/{id}", (scene, asks) -> {
            String id = Scene.asks(Who.ADMIN).body(invitation).post("/api/invitations").path("invitation.id");
            return asks.delete("/api/invitations/{id}", id);
        });
        REST.put("GET /api/approvals", (scene, asks) -> asks.get("/api/approvals"));
        REST.put("GET /api/accounts/me/approval", (scene, asks) -> asks.get("/api/accounts/me/approval"));
        REST.put("POST /api/accounts/{id}/approval",
                (scene, asks) -> asks.post("/api/accounts/{id}/approval", Scene.person(Who.MEMBER).id()));
        REST.put("POST /api/accounts/{id}/refusal",
                (scene, asks) -> asks.body(REASON).post("/api/accounts/{id}/refusal", Scene.person(Who.MEMBER).id()));
    }

    private static void notices() {
        String all = "/api/accounts/me/notices";
        REST.put("GET " + all, (scene, asks) -> asks.get(all));
        REST.put("PUT " + all + "/read", (scene, asks) -> asks.body(Map.of("upTo", "2026-11-25T10:00:00Z")).put(all + "/read"));
        REST.put("DELETE " + all + "/{id}", (scene, asks) -> asks.delete(all + "/{id}", UUID.randomUUID()));
    }

    private static void rooms() {
        REST.put("GET /api/rooms", (scene, asks) -> asks.get("/api/rooms"));
        REST.put("POST /api/rooms", (scene, asks) -> asks.body(roomForm()).post("/api/rooms"));
        REST.put("GET /api/rooms/{id}", (scene, asks) -> asks.get("/api/rooms/{id}", scene.room()));
        REST.put("PUT /api/rooms/{id}", (scene, asks) -> asks.header("If-Match", tag("/api/rooms/" + scene.room()))
                .body(roomForm()).put("/api/rooms/{id}", scene.room()));
        REST.put("POST /api/rooms/{id}/hosts", (scene, asks) -> asks
                .body(Map.of("handle", Scene.person(Who.MEMBER).handle())).post("/api/rooms/{id}/hosts", scene.room()));
        REST.put("DELETE /api/rooms/{id}/hosts/{account}", (scene, asks) -> asks
                .delete("/api/rooms/{id}/hosts/{account}", scene.room(), Scene.person(Who.MEMBER).id()));
        REST.put("PUT /api/rooms/{id}/membership", (scene, asks) -> asks.put("/api/rooms/{id}/membership", scene.room()));
        REST.put("PUT /api/rooms/{id}/membership/appearance", (scene, asks) -> asks.body(Map.of("named", true))
                .put("/api/rooms/{id}/membership/appearance", scene.room()));
        REST.put("DELETE /api/rooms/{id}/membership", (scene, asks) -> asks.delete("/api/rooms/{id}/membership", scene.room()));
    }

    /** What hosts do while people talk. */
    private static void hosting() {
        String pace = "/api/rooms/{id}/pace";
        REST.put("PUT " + pace, (scene, asks) -> asks.body(Map.of("slowModeSeconds", 10)).put(pace, scene.room()));
        String mute = "/api/rooms/{id}/members/{account}/mute";
        REST.put("GET /api/rooms/{id}/mutes", (scene, asks) -> asks.get("/api/rooms/{id}/mutes", scene.room()));
        REST.put("POST " + mute, (scene, asks) -> asks.body(roomMute()).post(mute, scene.room(), joined(scene)));
        REST.put("POST " + mute + "/lifting", (scene, asks) -> {
            UUID muted = joined(scene);
            Scene.person(Who.HOST).asks().body(roomMute()).post(mute, scene.room(), muted).then().statusCode(201);
            return asks.body(REASON).post(mute + "/lifting", scene.room(), muted);
        });
    }

    /** Somebody new in the room, since the other doors still need to hear those who ask. */
    private static UUID joined(Scene scene) {
        Someone carlo = OTHER.get();
        TestRooms.join(carlo, scene.room()).then().statusCode(200);
        return carlo.id();
    }

    private static Map<String, Object> roomMute() {
        Map<String, Object> mute = new HashMap<>(GROUNDS);
        mute.put("until", Instant.now().plus(1, ChronoUnit.HOURS).toString());
        return mute;
    }

    /** A session that bea, or whoever looks after the room, hosts. */
    private static void meetings() {
        String all = "/api/rooms/{room}/meetings";
        String one = "/api/meetings/{id}";
        String series = "/api/meeting-series/{id}";
        REST.put("GET " + all, (scene, asks) -> asks.get(all, scene.room()));
        REST.put("POST " + all, (scene, asks) -> asks.body(meetingForm(scene, 2880)).post(all, opened(scene)));
        REST.put("GET /api/meetings", (scene, asks) -> asks.get("/api/meetings"));
        REST.put("GET " + one, (scene, asks) -> asks.get(one, meeting(scene, 2880)));
        REST.put("PUT " + one, (scene, asks) -> {
            String id = meeting(scene, 2880);
            return asks.header("If-Match", tag("/api/meetings/" + id)).body(REASON).put(one, id);
        });
        REST.put("POST " + one + "/cancellation",
                (scene, asks) -> asks.body(REASON).post(one + "/cancellation", meeting(scene, 2880)));
        REST.put("POST " + one + "/take-over", (scene, asks) -> asks.post(one + "/take-over", meeting(scene, 5)));
        REST.put("GET " + one + "/places", (scene, asks) -> asks.get(one + "/places", meeting(scene, 2880)));
        REST.put("PUT " + one + "/place", (scene, asks) -> asks.put(one + "/place", meeting(scene, 2880)));
        REST.put("DELETE " + one + "/place", (scene, asks) -> asks.delete(one + "/place", meeting(scene, 2880)));
        REST.put("PUT " + series, (scene, asks) -> asks.header("If-Match", "\"0\"").body(REASON)
                .put(series, series(scene)));
        REST.put("POST " + series + "/cancellation",
                (scene, asks) -> asks.body(REASON).post(series + "/cancellation", series(scene)));
        REST.put("PUT " + series + "/place", (scene, asks) -> asks.put(series + "/place", series(scene)));
        REST.put("DELETE " + series + "/place", (scene, asks) -> asks.delete(series + "/place", series(scene)));
        String calendar = "/api/accounts/me/calendar";
        REST.put("GET " + calendar, (scene, asks) -> asks.get(calendar));
        REST.put("POST " + calendar, (scene, asks) -> asks.post(calendar));
        REST.put("PUT " + calendar, (scene, asks) -> asks.body(Map.of("titles", true)).put(calendar));
        REST.put("DELETE " + calendar, (scene, asks) -> asks.delete(calendar));
        REST.put("GET /api/calendar/{token}.ics", (scene, asks) -> asks.get("/api/calendar/{token}.ics", "0".repeat(40)));
    }

    private static UUID opened(Scene scene) {
        TestRooms.edit(Cast.admin(), scene.room(), Map.of("opening", "sessions"));
        return scene.room();
    }

    private static Map<String, Object> meetingForm(Scene scene, int minutesAhead) {
        return Map.of("title", "Evening round", "host", Scene.person(Who.HOST).id(), "startsAt",
                LocalDateTime.now(ZoneOffset.UTC).plusMinutes(minutesAhead).toString(), "zone", "UTC", "minutes", 60, "places",
                10);
    }

    /** The one there is, or a new one that begins in so many minutes. */
    private static String meeting(Scene scene, int minutesAhead) {
        String all = "/api/rooms/{room}/meetings";
        String id = Cast.admin().asks().get(all, scene.room()).path("items[0].id");
        return id != null ? id
                : Cast.admin().asks().body(meetingForm(scene, minutesAhead)).post(all, opened(scene)).then().statusCode(201)
                        .extract().path("id");
    }

    private static String series(Scene scene) {
        return Cast.admin().asks().get("/api/meetings/{id}", meeting(scene, 2880)).path("series.id");
    }

    private static void doorsOfRooms() {
        String one = "/api/rooms/{id}";
        Map<String, Object> invitation = Map.of("uses", 1, "days", 1);
        REST.put("PUT " + one + "/request", (scene, asks) -> asks.body("{}").put(one + "/request", scene.room()));
        REST.put("DELETE " + one + "/request", (scene, asks) -> asks.delete(one + "/request", scene.room()));
        REST.put("GET " + one + "/requests", (scene, asks) -> asks.get(one + "/requests", scene.room()));
        REST.put("POST " + one + "/requests/{account}/approval",
                (scene, asks) -> asks.post(one + "/requests/{account}/approval", scene.room(), asking(scene)));
        REST.put("POST " + one + "/requests/{account}/refusal",
                (scene, asks) -> asks.body(REASON).post(one + "/requests/{account}/refusal", scene.room(), asking(scene)));
        REST.put("GET " + one + "/members", (scene, asks) -> asks.get(one + "/members", scene.room()));
        REST.put("POST " + one + "/members/{account}/removal", (scene, asks) -> {
            Someone other = OTHER.get();
            other.asks().put(one + "/membership", scene.room()).then().statusCode(200);
            return asks.body(GROUNDS).post(one + "/members/{account}/removal", scene.room(), other.id());
        });
        REST.put("PUT " + one + "/newcomers", (scene, asks) -> asks.body("{}").put(one + "/newcomers", scene.room()));
        REST.put("DELETE " + one + "/newcomers", (scene, asks) -> asks.delete(one + "/newcomers", scene.room()));
        REST.put("GET " + one + "/invitations", (scene, asks) -> asks.get(one + "/invitations", scene.room()));
        REST.put("POST " + one + "/invitations",
                (scene, asks) -> asks.body(invitation).post(one + "/invitations", scene.room()));
        REST.put("DELETE " + one + "/invitations/{invitation}", (scene, asks) -> {
            String made = Scene.asks(Who.ADMIN).body(invitation).post(one + "/invitations", scene.room()).path("invitation.id");
            return asks.delete(one + "/invitations/{invitation}", scene.room(), made);
        });
        REST.put("POST /api/rooms/invitations/acceptance", (scene, asks) -> {
            String code = Scene.asks(Who.ADMIN).body(invitation).post(one + "/invitations", scene.room()).path("code");
            return asks.body(Map.of("code", code)).post("/api/rooms/invitations/acceptance");
        });
        REST.put("POST " + one + "/hand-over", (scene, asks) -> asks
                .body(Map.of("handle", Scene.person(Who.MEMBER).handle())).post(one + "/hand-over", scene.room()));
        REST.put("POST " + one + "/hand-over/acceptance",
                (scene, asks) -> asks.post(one + "/hand-over/acceptance", scene.room()));
        REST.put("DELETE " + one + "/hand-over", (scene, asks) -> asks.delete(one + "/hand-over", scene.room()));
    }

    /** Somebody new who would like to come into the room. */
    private static UUID asking(Scene scene) {
        TestRooms.edit(Scene.person(Who.ADMIN), scene.room(), Map.of("visibility", "request"));
        Someone other = OTHER.get();
        other.asks().body("{}").put("/api/rooms/{id}/request", scene.room()).then().statusCode(200);
        return other.id();
    }

    private static void messages() {
        String all = "/api/rooms/{room}/messages";
        String one = all + "/{seq}";
        REST.put("GET " + all, (scene, asks) -> asks.get(all, scene.room()));
        REST.put("POST " + all,
                (scene, asks) -> asks.body(Map.of("key", key(), "text", "Hello again.")).post(all, scene.room()));
        REST.put("GET " + one, (scene, asks) -> asks.get(one, scene.room(), scene.message()));
        REST.put("POST " + one + "/removal", (scene, asks) -> asks.body(GROUNDS)
                .post(one + "/removal", scene.room(), scene.message()));
        REST.put("GET /api/rooms/{room}/pins", (scene, asks) -> asks.get("/api/rooms/{room}/pins", scene.room()));
        REST.put("PUT " + one + "/pin", (scene, asks) -> asks.put(one + "/pin", scene.room(), scene.message()));
        REST.put("DELETE " + one + "/pin", (scene, asks) -> asks.delete(one + "/pin", scene.room(), scene.message()));
        REST.put("POST " + one + "/restoration", (scene, asks) -> {
            ready(Scene.asks(Who.ADMIN).body(GROUNDS).post(one + "/removal", scene.room(), scene.message()));
            return asks.body(REASON).post(one + "/restoration", scene.room(), scene.message());
        });
    }

    private static void words() {
        String one = "/api/rooms/{room}/messages/{seq}";
        String support = one + "/support/{kind}";
        REST.put("GET /api/rooms/{room}/messages/search",
                (scene, asks) -> asks.queryParam("q", "hello").get("/api/rooms/{room}/messages/search", scene.room()));
        REST.put("PUT /api/rooms/{room}/mark",
                (scene, asks) -> asks.body(Map.of("seq", 1)).put("/api/rooms/{room}/mark", scene.room()));
        REST.put("DELETE " + one, (scene, asks) -> asks.delete(one, scene.room(), scene.message()));
        REST.put("PUT " + support, (scene, asks) -> asks.put(support, scene.room(), scene.message(), "with-you"));
        REST.put("DELETE " + support, (scene, asks) -> asks.delete(support, scene.room(), scene.message(), "with-you"));
    }

    private static void resources() {
        String all = "/api/resources";
        String one = all + "/{id}";
        REST.put("GET " + all, (scene, asks) -> asks.get(all));
        REST.put("POST " + all, (scene, asks) -> asks.body(Scene.resourceForm()).post(all));
        REST.put("GET " + one, (scene, asks) -> asks.get(one, scene.resource()));
        REST.put("PUT " + one, (scene, asks) -> asks.header("If-Match", tag(all + "/" + scene.resource()))
                .body(Scene.resourceForm()).put(one, scene.resource()));
        REST.put("POST " + one + "/withdrawal", (scene, asks) -> asks.post(one + "/withdrawal", scene.resource()));
        REST.put("POST " + one + "/publication", (scene, asks) -> {
            ready(Scene.asks(Who.AUTHOR).post(one + "/withdrawal", scene.resource()));
            return asks.post(one + "/publication", scene.resource());
        });
        REST.put("GET " + one + "/revisions", (scene, asks) -> asks.get(one + "/revisions", scene.resource()));
        REST.put("POST " + one + "/removal", (scene, asks) -> asks.body(GROUNDS).post(one + "/removal", scene.resource()));
        REST.put("POST " + one + "/restoration", (scene, asks) -> {
            ready(Scene.asks(Who.ADMIN).body(GROUNDS).post(one + "/removal", scene.resource()));
            return asks.body(REASON).post(one + "/restoration", scene.resource());
        });
    }

    /** What the door needs, done just now or left over from somebody who was refused. */
    private static void ready(Response answer) {
        answer.then().statusCode(oneOf(200, 409));
    }

    private static Map<String, Object> roomForm() {
        return Map.of("name", Cast.handle("Edited"), "purpose", "A place for one more test.");
    }

    private static String tag(String path) {
        return Scene.asks(Who.ADMIN).get(path).then().statusCode(200).extract().header("ETag");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private interface Rest {
        Response open(Scene scene, RequestSpecification asks);
    }

    private interface Frame {
        ObjectNode of(Scene scene);
    }
}
