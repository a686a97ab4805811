package community.haven.conversation;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A part of a room's history.
 *
 * @param items ascending, without a gap
 * @param head the number of the newest entry of the room; 0 before the first
 * @param next what to send as {@code before} (or as {@code after}, if that was asked for) to go on in the same direction;
 *        absent at the end
 */
public record History(List<Entry> items, long head, @JsonInclude(JsonInclude.Include.NON_NULL) Long next) {
}
