package community.haven.testkit;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import community.haven.testkit.Cast.Someone;
import io.agroal.api.AgroalDataSource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/**
 * A room with a message in it and a resource on the board, both new, and every kind of person who may come to their doors.
 *
 * @param room where {@link Who#MEMBER} and {@link Who#AUTHOR} belong
 * @param message the number of what {@link Who#AUTHOR} said there
 * @param resource what {@link Who#AUTHOR} published
 */
public record Scene(UUID room, long message, UUID resource) {

    private static final Map<Who, Someone> PEOPLE = new EnumMap<>(Who.class);

    /** The kinds of person that Haven tells apart, in the order of the columns of {@code authorisation.txt}. */
    public enum Who {
        /** Not signed in. */
        NOBODY,
        /** Belongs to the room, and has not agreed to the guidelines as they are now. */
        UNAGREED,
        /** A member, but not of this room. */
        ELSEWHERE,
        /** A member of this room. */
        MEMBER,
        /** Said the message and wrote the resource. */
        AUTHOR,
        /** Moderates, without having joined this room. */
        MODERATOR,
        /** Admin, without having joined this room. */
        ADMIN
    }

    public static Scene fresh(AgroalDataSource database) {
        UUID room = UUID.fromString(Cast.admin().asks()
                .body(Map.of("name", Cast.handle("Scene"), "purpose", "A place for one test.")).post("/api/rooms")
                .then().statusCode(201).extract().path("id"));
        for (Who who : List.of(Who.UNAGREED, Who.MEMBER, Who.AUTHOR)) {
            agree(person(who));
            person(who).asks().put("/api/rooms/{id}/membership", room).then().statusCode(200);
        }
        takeBackAgreement(person(Who.UNAGREED), database);
        return new Scene(room, said(room), published());
    }

    /** Somebody of this kind; the same in every scene. */
    public static synchronized Someone person(Who who) {
        return PEOPLE.computeIfAbsent(who, kind -> switch (kind) {
            case NOBODY -> throw new IllegalArgumentException("Nobody has no name");
            case MODERATOR -> Cast.moderator();
            case ADMIN -> Cast.admin();
            default -> Cast.member("amal");
        });
    }

    /** A request as this kind of person sends it. */
    public static RequestSpecification asks(Who who) {
        return who == Who.NOBODY ? Cast.stranger() : person(who).asks();
    }

    public static Map<String, Object> resourceForm() {
        return Map.of("title", Cast.handle("Walking in the rain"), "kind", "experience", "summary", "What a walk did for me.",
                "body", "I went out, and it was quiet.", "steps", List.of(), "minutes", 10, "themes", List.of("self-worth"),
                "source", "My own life.");
    }

    private static long said(UUID room) {
        Response answer = person(Who.AUTHOR).asks().body(Map.of("key", UUID.randomUUID().toString(), "text", "Hello."))
                .post("/api/rooms/{id}/messages", room);
        return answer.then().statusCode(201).extract().jsonPath().getLong("seq");
    }

    private static UUID published() {
        Map<String, Object> form = new HashMap<>(resourceForm());
        form.put("publish", true);
        return UUID.fromString(person(Who.AUTHOR).asks().body(form).post("/api/resources")
                .then().statusCode(201).extract().path("id"));
    }

    private static void agree(Someone someone) {
        someone.asks().body(Map.of("version", Cast.guidelinesVersion())).put("/api/accounts/me/guidelines").then()
                .statusCode(204);
    }

    /** What a changed version of the guidelines does to everybody. */
    public static void takeBackAgreement(Someone someone, AgroalDataSource database) {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("delete from agreement where account_id = ?")) {
            delete.setObject(1, someone.id());
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
