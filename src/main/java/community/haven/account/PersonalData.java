package community.haven.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a package keeps about people and hands out to the one it is about. Asked here, answered by each package. */
public interface PersonalData {

    /** How many rows are read at once. */
    int PAGE = 500;

    /** The parts of it. Never with words of other people in them, except what they wrote to this person as staff. */
    List<Part> partsOf(UUID account);

    /**
     * @param name as {@code words/download.json} knows it
     * @param count how many items there are just now, so that progress can be told
     * @param items hands over each item as names and values, a page of them in memory at a time; a value is a text, a number, a
     *        moment, a truth, a list of texts, or {@code null}
     */
    record Part(String name, long count, Consumer<Consumer<Map<String, Object>>> items) {

        /**
         * A part that is read a page at a time.
         *
         * @param next the page after an item; the first one after {@code null}
         */
        public static <T> Part paged(String name, long count, Function<T, List<T>> next,
                Function<T, Map<String, Object>> shown) {
            return new Part(name, count, taker -> {
                T last = null;
                do {
                    List<T> page = next.apply(last);
                    page.stream().map(shown).forEach(taker);
                    last = page.isEmpty() ? null : page.get(page.size() - 1);
                } while (last != null);
            });
        }
    }

    /** Names and values by turns, kept in this order. */
    static Map<String, Object> item(Object... pairs) {
        Map<String, Object> item = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            item.put((String) pairs[i], pairs[i + 1]);
        }
        return item;
    }
}
