package community.haven.testkit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A room as somebody sees it who reads its entries one after the other, as the description of the socket tells them to. What
 * only authors and staff are told over REST is left out, since everybody shall have the same picture.
 */
public final class RoomPicture {

    private static final String REMOVED = "removed";
    private static final List<String> PERSONAL = List.of("removal", "ownSupport", "support");

    private final Map<Long, String> lines = new TreeMap<>();
    private final Map<Long, Set<String>> supports = new TreeMap<>();
    private final Set<Long> pins = new TreeSet<>();
    private final Set<Long> ended = new TreeSet<>();

    public void apply(JsonNode entry) {
        long target = entry.path("target").asLong();
        switch (LiveClient.type(entry)) {
            case "message" -> show(entry);
            case "removed" -> change(target, REMOVED);
            case "restored" -> restore(entry.path("message"));
            case "retracted" -> end(entry.get("seq").asLong());
            case "retraction" -> end(target);
            case "supported" -> supports.computeIfAbsent(target, any -> new TreeSet<>()).add(entry.get("kind").asText());
            case "unsupported" -> supports.getOrDefault(target, new TreeSet<>()).remove(entry.get("kind").asText());
            case "pinned" -> pins.add(target);
            case "unpinned" -> pins.remove(target);
            case "roomChanged" -> lines.put(entry.get("seq").asLong(), entry.toString());
            default -> throw new AssertionError("Nobody here does " + LiveClient.type(entry));
        }
    }

    /** Pins are read on their own as well: the entry that said so may be further back than the history that was read. */
    public void pinned(JsonNode message) {
        pins.add(message.get("seq").asLong());
    }

    public void clear() {
        lines.clear();
        supports.clear();
        pins.clear();
        ended.clear();
    }

    /** What there is to see of what came after a number, and everything that stands at the top. */
    public String after(long seq) {
        StringBuilder seen = new StringBuilder("pinned " + pins + "\n");
        lines.forEach((number, line) -> {
            if (number > seq) {
                seen.append(number).append(' ').append(line).append(isShown(number) ? supported(number) : "").append('\n');
            }
        });
        return seen.toString();
    }

    private void show(JsonNode message) {
        long seq = message.get("seq").asLong();
        if (message.path("removed").asBoolean()) {
            change(seq, REMOVED);
            return;
        }
        Set<String> kinds = new TreeSet<>();
        message.path("support").forEach(kind -> kinds.add(kind.asText()));
        supports.put(seq, kinds);
        change(seq, ((ObjectNode) message.deepCopy()).without(PERSONAL).toString());
    }

    private void restore(JsonNode message) {
        if (message.isObject()) {
            show(message);
        }
    }

    private void end(long seq) {
        lines.put(seq, "taken back");
        ended.add(seq);
    }

    private void change(long seq, String line) {
        if (!ended.contains(seq)) {
            lines.put(seq, line);
        }
    }

    private boolean isShown(long seq) {
        return lines.get(seq).startsWith("{");
    }

    private Set<String> supported(long seq) {
        return supports.getOrDefault(seq, Set.of());
    }
}
