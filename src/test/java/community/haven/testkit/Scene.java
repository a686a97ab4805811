package community.haven.testkit;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import community.haven.testkit.Cast.Someone;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/**
 * A room with a message in it and a resource on the board, both new, and every kind of person who may come to their doors.
 *
 * @param room where most of them belong
 * @param message the number of what {@link Who#AUTHOR} said there
 * @param resource what {@link Who#AUTHOR} published
 */
public record Scene(UUID room, long message, UUID resource) {

    private static final Map<Who, Someone> PEOPLE = new EnumMap<>(Who.class);
    private static final Set<Who> ELSEWHERE = EnumSet.of(Who.NOBODY, Who.ELSEWHERE, Who.HOST_ELSEWHERE, Who.WITHOUT_FACTOR,
            Who.MODERATOR, Who.ADMIN);
    private static final Map<Who, String> STATES = Map.of(Who.NEWCOMER, "WAITING", Who.RESTING, "RESTING", Who.LEAVING,
            "LEAVING");
    private static final Map<Who, String> MEASURES = Map.of(Who.MUTED, "MUTE", Who.SUSPENDED, "SUSPEND", Who.EXCLUDED,
            "EXCLUDE");

    /** The kinds of person that Haven tells apart, in the order of the columns of {@code authorisation.txt}. */
    public enum Who {
        /** Not signed in. */
        NOBODY,
        /** Waits for somebody to approve the account. */
        NEWCOMER,
        /** Has not agreed to the guidelines as they are now. */
        UNAGREED,
        /** A member, but not of this room. */
        ELSEWHERE,
        /** A member of this room. */
        MEMBER,
        /** Said the message and wrote the resource. */
        AUTHOR,
        /** Looks after another room. */
        HOST_ELSEWHERE,
        /** Looks after this room. */
        HOST,
        /** Moderates, and is signed in with a password alone. */
        WITHOUT_FACTOR,
        /** Moderates, without having joined this room. */
        MODERATOR,
        /** Admin, without having joined this room. */
        ADMIN,
        MUTED,
        SUSPENDED,
        EXCLUDED,
        RESTING,
        /** Has asked to be erased, and may still take it back. */
        LEAVING,
        /** Has a token from before they were erased. */
        ERASED
    }

    public static Scene fresh(Rows rows) {
        UUID room = TestRooms.make(Cast.admin());
        String version = Cast.guidelinesVersion();
        for (Who who : EnumSet.complementOf(EnumSet.of(Who.NOBODY, Who.ERASED))) {
            asTheyWere(who, version, rows);
            if (!ELSEWHERE.contains(who)) {
                rows.change("insert into membership (room_id, account_id, joined_at, host) values (?, ?, now(3), ?)", room,
                        person(who).id(), who == Who.HOST);
            }
        }
        erase(rows);
        return new Scene(room, said(room), published());
    }

    /** Somebody of this kind; the same in every scene. */
    public static synchronized Someone person(Who who) {
        return PEOPLE.computeIfAbsent(who, kind -> switch (kind) {
            case NOBODY -> throw new IllegalArgumentException("Nobody has no name");
            case WITHOUT_FACTOR -> Cast.promote(Cast.member("mo"), "moderator");
            case MODERATOR -> Cast.moderator();
            case ADMIN -> Cast.admin();
            default -> Cast.member("amal");
        });
    }

    /** Whatever a door has done to them; some of it no door would do in the time of a test. */
    private static void asTheyWere(Who who, String version, Rows rows) {
        UUID id = person(who).id();
        rows.change("insert ignore into agreement (account_id, version, agreed_at) values (?, ?, now(3))", id,
                version);
        if (who == Who.UNAGREED) {
            takeBackAgreement(person(who), rows);
        }
        if (who == Who.WITHOUT_FACTOR) {
            rows.change("delete from second_factor where account_id = ?", id);
            rows.change("update session set second_factor_at = null where account_id = ?", id);
        }
        if (who == Who.HOST_ELSEWHERE && rows.count("select count(*) from membership where account_id = ?", id) == 0) {
            rows.change("insert into membership (room_id, account_id, joined_at, host) values (?, ?, now(3), true)",
                    TestRooms.make(Cast.admin()), id);
        }
        if (STATES.containsKey(who)) {
            rows.change("update account set state = ? where id = ?", STATES.get(who), id);
        }
        if (MEASURES.containsKey(who) && rows.count("select count(*) from measure where account_id = ?", id) == 0) {
            measure(MEASURES.get(who), id, rows);
        }
    }

    private static void measure(String kind, UUID id, Rows rows) {
        rows.change("""
                insert into measure (id, account_id, kind, rule_id, reason, made_by, made_at, ends_at, seconded_by, seconded_at)
                values (uuid(), ?, ?, 'G1', 'A plain reason.', uuid(), now(3), if(? = 'EXCLUDE', null, now(3) + interval 1 day),
                if(? = 'EXCLUDE', uuid(), null), if(? = 'EXCLUDE', now(3), null))""", id, kind, kind, kind, kind);
    }

    private static void erase(Rows rows) {
        Someone erased = person(Who.ERASED);
        if (rows.count("select count(*) from account where id = ? and state = 'ACTIVE'", erased.id()) == 1) {
            erased.asks().body(Map.of("messages", "go", "now", true)).post("/api/accounts/me/erasure").then().statusCode(202);
        }
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

    /** What a changed version of the guidelines does to everybody. */
    public static void takeBackAgreement(Someone someone, Rows rows) {
        rows.change("delete from agreement where account_id = ?", someone.id());
    }
}
