package community.haven.board;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import community.haven.account.Accounts;
import community.haven.account.Person;
import community.haven.account.QuietMutes;
import community.haven.board.Search.Facts;
import community.haven.board.Search.Row;
import community.haven.shared.Page;

/** The list of resources, a page at a time, without their bodies. */
@ApplicationScoped
class Shelf {

    private final EntityManager entities;
    private final Search search;
    private final Accounts accounts;
    private final QuietMutes mutes;

    Shelf(EntityManager entities, Search search, Accounts accounts, QuietMutes mutes) {
        this.entities = entities;
        this.search = search;
        this.accounts = accounts;
        this.mutes = mutes;
    }

    @Transactional
    Page<ResourceSummary> page(Person person, ListRequest request) {
        int limit = request.limit();
        Search.Found found = search.find(request.query(person, person.isStaff() ? Set.of() : mutes.of(person.id())),
                request.hasWords(), limit);
        List<Row> rows = found.rows().subList(0, Math.min(limit, found.rows().size()));
        String next = found.rows().size() > limit ? cursor(found.match(), rows.get(limit - 1)) : null;
        return new Page<>(summaries(person, rows.stream().map(Row::facts).toList()), next);
    }

    private static String cursor(Cursor.Match match, Row last) {
        return new Cursor(match, last.score(), last.facts().title(), last.facts().id()).encode();
    }

    private List<ResourceSummary> summaries(Person person, List<Facts> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<UUID, Set<Theme>> themes = themes(rows);
        List<UUID> authors = rows.stream().map(Facts::author).filter(Objects::nonNull).distinct().toList();
        Map<UUID, String> handles = accounts.handlesFor(person, authors);
        return rows.stream().map(row -> summary(row, themes.get(row.id()), handles)).toList();
    }

    private Map<UUID, Set<Theme>> themes(List<Facts> rows) {
        Map<UUID, Set<Theme>> themes = new HashMap<>();
        entities.createQuery("select r.id, t from Resource r join r.themes t where r.id in :ids", Tuple.class)
                .setParameter("ids", rows.stream().map(Facts::id).toList()).getResultList()
                .forEach(row -> themes.computeIfAbsent(row.get(0, UUID.class), id -> EnumSet.noneOf(Theme.class))
                        .add(row.get(1, Theme.class)));
        return themes;
    }

    private static ResourceSummary summary(Facts row, Set<Theme> themes, Map<UUID, String> handles) {
        return new ResourceSummary(row.id(), row.title(), row.kind(), row.summary(), row.minutes(), List.copyOf(themes),
                row.state(), Author.of(row.author(), row.authorRole(), handles), row.reviewedOn(), row.removal() != null);
    }
}
