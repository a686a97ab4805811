package community.haven.room;

import java.time.Instant;
import java.util.UUID;

/** That a host would like to hand their room over to another member. */
record Offer(UUID from, UUID to, Instant at) {
}
