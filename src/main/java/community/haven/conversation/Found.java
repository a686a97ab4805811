package community.haven.conversation;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a search in a room has found so far.
 *
 * @param items newest first
 * @param lookedBackTo when the oldest entry was made that was looked at; absent when there was none
 * @param next what to send as {@code before} to look further back; absent when everything has been looked at
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Found(List<Entry> items, Instant lookedBackTo, Long next) {
}
