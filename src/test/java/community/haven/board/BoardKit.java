package community.haven.board;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import community.haven.testkit.Cast.Someone;
import io.restassured.response.ValidatableResponse;

/** What the tests of the board do again and again, each step on top of the one before. */
final class BoardKit {

    static final String PATH = "/api/resources";
    static final Map<String, String> GROUNDS = Map.of("rule", "G3", "reason", "It tells people to stop their medicine.");

    private BoardKit() {
    }

    /** Content that lacks nothing. */
    static Map<String, Object> content() {
        Map<String, Object> content = new HashMap<>();
        content.put("title", "A walk before I write back");
        content.put("kind", "experience");
        content.put("summary", "What helped me in the long minutes.");
        content.put("body", "I put on my shoes and **walk** to the corner.");
        content.put("steps", List.of("Put the phone down.", "Walk to the corner.", "Look at one tree."));
        content.put("minutes", 15);
        content.put("themes", List.of("abandonment", "mindfulness"));
        content.put("source", "My own life.");
        return content;
    }

    static Map<String, Object> content(String field, Object value) {
        Map<String, Object> content = content();
        content.put(field, value);
        return content;
    }

    static ValidatableResponse post(Someone who, Map<String, Object> content, boolean publish) {
        Map<String, Object> body = new HashMap<>(content);
        body.put("publish", publish);
        return who.asks().body(body).post(PATH).then();
    }

    static String published(Someone who, Map<String, Object> content) {
        return post(who, content, true).statusCode(201).extract().path("id");
    }

    static String published(Someone who) {
        return published(who, content());
    }

    static String draft(Someone who) {
        return post(who, content(), false).statusCode(201).extract().path("id");
    }

    static ValidatableResponse read(Someone who, String id) {
        return who.asks().get(PATH + "/{id}", id).then();
    }

    static ValidatableResponse edit(Someone who, String id, String tag, Map<String, Object> content) {
        return who.asks().header("If-Match", tag).body(content).put(PATH + "/{id}", id).then();
    }

    static ValidatableResponse act(Someone who, String id, String act) {
        return who.asks().post(PATH + "/{id}/{act}", id, act).then();
    }

    static ValidatableResponse remove(Someone who, String id) {
        return who.asks().body(GROUNDS).post(PATH + "/{id}/removal", id).then();
    }

    static ValidatableResponse restore(Someone who, String id) {
        return who.asks().body(Map.of("reason", "The author has changed that line.")).post(PATH + "/{id}/restoration", id)
                .then();
    }

    static ValidatableResponse find(Someone who, Map<String, ?> parameters) {
        return who.asks().queryParams(parameters).get(PATH).then();
    }

    static List<String> titles(Someone who, Map<String, ?> parameters) {
        return find(who, parameters).statusCode(200).extract().path("items.title");
    }

    static List<Map<String, Object>> auditOf(Someone moderator, String id) {
        return moderator.asks().queryParam("limit", 100).get("/api/audit").then().statusCode(200).extract()
                .path("items.findAll { it.subject == 'resource:" + id + "' }");
    }
}
