package community.haven.board;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import community.haven.board.Cursor.Match;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/**
 * Finds resources by words and filters. All words first; where no resource has them all, any of them. Relevance counts how
 * many words are in the title, the summary and the text. It depends on the resource and the words alone, unlike the
 * database's own measure, which shifts with every post: so pages neither repeat nor skip.
 */
@Singleton
class Search {

    private static final String INDEX = "match(r.title, r.summary, r.body, r.steps) against (:%s in boolean mode)";

    private final EntityManager entities;

    Search(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * @param kind {@code null} for any
     * @param theme {@code null} for any
     * @param maxMinutes {@code null} for any
     * @param author only theirs, in whatever state; {@code null} for what is on the board
     * @param besides whose resources are left out
     * @param after {@code null} for the first page
     */
    record Query(Terms terms, Kind kind, Theme theme, Integer maxMinutes, UUID author, Set<UUID> besides, Cursor after) {
    }

    record Facts(UUID id, String title, Kind kind, String summary, int minutes, State state, UUID author,
            AuthorRole authorRole, LocalDate reviewedOn, UUID removal) {
    }

    record Row(Facts facts, int score) {
    }

    record Found(Match match, List<Row> rows) {
    }

    /** One row more than the limit, where there is one, says that there is a next page. */
    Found find(Query query, boolean words, int limit) {
        if (query.after() != null) {
            checkMatch(query, words);
            return find(query, query.after().match(), limit);
        }
        if (!words) {
            return find(query, Match.NONE, limit);
        }
        if (query.terms().isEmpty()) {
            return new Found(Match.ALL_WORDS, List.of());
        }
        if (query.terms().onlyShort()) {
            return find(query, Match.SHORT_WORDS, limit);
        }
        Found all = find(query, Match.ALL_WORDS, limit);
        return all.rows().isEmpty() ? find(query, Match.ANY_WORD, limit) : all;
    }

    private static void checkMatch(Query query, boolean words) {
        Terms terms = query.terms();
        boolean fits = switch (query.after().match()) {
            case NONE -> !words;
            case ALL_WORDS, ANY_WORD -> !terms.words().isEmpty();
            case SHORT_WORDS -> terms.onlyShort();
        };
        if (!fits) {
            throw Refusal.invalid("cursor", Reason.NOT_POSSIBLE);
        }
    }

    /** SQL, since Hibernate's language has no full-text search. It holds nothing that was asked for: all values are bound. */
    private Found find(Query query, Match match, int limit) {
        Map<String, Object> values = new HashMap<>();
        String score = score(query.terms(), match, values);
        String sql = "select cast(r.id as char), " + score + " from board_resource r where " + shelf(query, values)
                + filters(query, values) + matching(query.terms(), match, values) + behind(query.after(), score, values)
                + (isRanked(match) ? " order by " + score + " desc, r.title, r.id" : " order by r.title, r.id");
        var ranked = entities.createNativeQuery(sql, Tuple.class).setMaxResults(limit + 1);
        values.forEach(ranked::setParameter);
        Map<UUID, Integer> scores = new LinkedHashMap<>();
        for (Object row : ranked.getResultList()) {
            scores.put(UUID.fromString((String) ((Tuple) row).get(0)), ((Number) ((Tuple) row).get(1)).intValue());
        }
        return new Found(match, rows(scores));
    }

    private List<Row> rows(Map<UUID, Integer> scores) {
        Map<UUID, Facts> facts = entities.createQuery("select r.id, r.title, r.kind, r.summary, r.minutes, r.state, r.author,"
                + " r.authorRole, r.reviewedOn, r.removal from Resource r where r.id in :ids", Facts.class)
                .setParameter("ids", scores.keySet()).getResultList().stream()
                .collect(Collectors.toMap(Facts::id, Function.identity()));
        return scores.entrySet().stream().map(found -> new Row(facts.get(found.getKey()), found.getValue())).toList();
    }

    private static String shelf(Query query, Map<String, Object> values) {
        if (query.author() == null) {
            values.put("published", State.PUBLISHED.name());
            return "r.state = :published and r.removal_id is null";
        }
        values.put("author", query.author().toString());
        return "r.author_id = :author";
    }

    private static String filters(Query query, Map<String, Object> values) {
        StringBuilder filters = new StringBuilder();
        if (query.kind() != null) {
            filters.append(" and r.kind = :kind");
            values.put("kind", query.kind().name());
        }
        if (query.theme() != null) {
            filters.append(" and exists (select 1 from board_theme t where t.theme = :theme and t.resource_id = r.id)");
            values.put("theme", query.theme().name());
        }
        if (!query.besides().isEmpty()) {
            filters.append(" and (r.author_id is null or r.author_id not in (:besides))");
            values.put("besides", query.besides().stream().map(UUID::toString).toList());
        }
        if (query.maxMinutes() != null) {
            filters.append(" and r.minutes <= :maxMinutes");
            values.put("maxMinutes", query.maxMinutes());
        }
        return filters.toString();
    }

    private static String matching(Terms terms, Match match, Map<String, Object> values) {
        switch (match) {
            case ALL_WORDS -> values.put("wanted", terms.all());
            case ANY_WORD -> values.put("wanted", terms.any());
            case SHORT_WORDS -> {
                return shortWords(terms, values);
            }
            case NONE -> {
                return "";
            }
        }
        return " and " + INDEX.formatted("wanted");
    }

    /** Read from the titles, which are short; the index does not have them. */
    private static String shortWords(Terms terms, Map<String, Object> values) {
        StringBuilder conditions = new StringBuilder();
        for (int i = 0; i < terms.shortWords().size(); i++) {
            conditions.append(" and r.title regexp :short").append(i);
            values.put("short" + i, "\\b" + terms.shortWords().get(i) + "\\b");
        }
        return conditions.toString();
    }

    private static String score(Terms terms, Match match, Map<String, Object> values) {
        if (!isRanked(match)) {
            return "0";
        }
        IntStream.range(0, terms.words().size()).forEach(i -> {
            values.put("like" + i, "% " + terms.words().get(i) + "%");
            if (match == Match.ANY_WORD) {
                values.put("word" + i, Terms.prefix(terms.words().get(i)));
            }
        });
        return "(" + String.join(" + ", IntStream.range(0, terms.words().size()).mapToObj(i -> wordScore(i, match)).toList())
                + ")";
    }

    private static boolean isRanked(Match match) {
        return match == Match.ALL_WORDS || match == Match.ANY_WORD;
    }

    private static String wordScore(int i, Match match) {
        String near = "case when concat(' ', r.title) like :like%1$d then 3 else 0 end"
                + " + case when concat(' ', r.summary) like :like%1$d then 1 else 0 end";
        String anywhere = match == Match.ANY_WORD ? " + case when " + INDEX.formatted("word" + i) + " then 10 else 0 end" : "";
        return near.formatted(i) + anywhere;
    }

    private static String behind(Cursor after, String score, Map<String, Object> values) {
        if (after == null) {
            return "";
        }
        values.put("title", after.title());
        values.put("id", after.id().toString());
        String byTitle = "(r.title >= :title and (r.title > :title or r.id > :id))";
        if (!isRanked(after.match())) {
            return " and " + byTitle;
        }
        values.put("score", after.score());
        return " and (" + score + " < :score or (" + score + " = :score and " + byTitle + "))";
    }
}
