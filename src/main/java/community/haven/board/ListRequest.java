package community.haven.board;

import java.util.Set;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestQuery;

import community.haven.account.Person;
import community.haven.shared.Parameter;

/** What a list of resources was asked for, as it came in. */
class ListRequest {

    @RestQuery
    String q;
    @RestQuery
    String kind;
    @RestQuery
    String theme;
    @RestQuery
    String maxMinutes;
    @RestQuery
    String mine;
    @RestQuery
    String cursor;
    @RestQuery
    String limit;

    int limit() {
        return Parameter.limit(limit);
    }

    boolean hasWords() {
        return q != null && !q.isBlank();
    }

    /** @param besides whose resources the person does not wish to see */
    Search.Query query(Person person, Set<UUID> besides) {
        UUID author = Parameter.flag("mine", mine) ? person.id() : null;
        return new Search.Query(Terms.of(q),
                sent(kind) ? Wire.parse("kind", Kind.class, kind) : null,
                sent(theme) ? Wire.parse("theme", Theme.class, theme) : null,
                Parameter.number("maxMinutes", maxMinutes, 1, Content.MAX_MINUTES),
                author,
                besides,
                sent(cursor) ? Cursor.decode(cursor) : null);
    }

    private static boolean sent(String value) {
        return value != null && !value.isEmpty();
    }
}
