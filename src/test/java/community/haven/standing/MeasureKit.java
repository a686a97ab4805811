package community.haven.standing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import community.haven.testkit.Cast.Someone;
import io.restassured.response.Response;

/** Measures as moderators take them. */
final class MeasureKit {

    static final String REASON = "Three times the same insult, after two kind words.";
    static final String LIFTED = "Looked at again: it was a quotation.";

    private MeasureKit() {
    }

    static Response take(Someone moderator, UUID about, String kind, Duration lasting) {
        Map<String, Object> request = new HashMap<>(Map.of("kind", kind, "rule", "G1", "reason", REASON));
        if (lasting != null) {
            request.put("until", Instant.now().plus(lasting).toString());
        }
        return moderator.asks().body(request).post("/api/accounts/{id}/measures", about);
    }

    /** @return the id of the measure */
    static String taken(Someone moderator, Someone about, String kind, Duration lasting) {
        return take(moderator, about.id(), kind, lasting).then().statusCode(201).extract().path("id");
    }

    static Response confirm(Someone moderator, String measure) {
        return moderator.asks().post("/api/measures/{id}/confirmation", measure);
    }

    static Response lift(Someone moderator, String measure) {
        return moderator.asks().body(Map.of("reason", LIFTED)).post("/api/measures/{id}/lifting", measure);
    }

    static Response say(Someone member, UUID room) {
        return member.asks().body(Map.of("key", UUID.randomUUID().toString(), "text", "Hello."))
                .post("/api/rooms/{id}/messages", room);
    }
}
