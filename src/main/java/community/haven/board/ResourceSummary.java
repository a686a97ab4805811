package community.haven.board;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A resource in a list.
 *
 * @param removed whether it is off the board; only ever true among one's own
 */
public record ResourceSummary(UUID id, String title, Kind kind, String summary, int minutes, List<Theme> themes, State state,
        Author author, LocalDate reviewedOn, boolean removed) {

    @Override
    public String toString() {
        return "ResourceSummary[" + id + "]";
    }
}
