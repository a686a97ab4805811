package community.haven.board;

import java.util.List;

/** Several single lines in one column. */
final class Lines {

    private Lines() {
    }

    static String join(List<String> lines) {
        return String.join("\n", lines);
    }

    static List<String> split(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split("\n"));
    }
}
