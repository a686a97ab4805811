package community.haven.conversation;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A message is committed, and this is its place for good.
 *
 * @param first whether this very request stored it; {@code false} when the same key had been stored before
 */
public record Saved(UUID room, long seq, Instant at, @JsonIgnore boolean first) {
}
