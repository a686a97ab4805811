package community.haven.live.protocol;

import community.haven.shared.Refusal;

/**
 * A message that is no frame.
 *
 * @param ref what to answer with; {@code null} when even that could not be read
 * @param refusal what is wrong with it
 */
public record Unreadable(String ref, Refusal refusal) implements Incoming {
}
