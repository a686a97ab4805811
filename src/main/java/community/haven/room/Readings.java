package community.haven.room;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import community.haven.account.Person;

/** How far somebody has read, asked here and answered by those who know what is said. */
public interface Readings {

    /**
     * @param joined rooms that this person has joined
     * @param lookedAfter those of them where they see everybody, muted or not
     */
    Map<UUID, Reading> of(Person person, Collection<UUID> joined, Collection<UUID> lookedAfter);

    /**
     * @param mark up to where they have read
     * @param unread how many messages of others came since, counted to a hundred
     */
    record Reading(long mark, int unread) {
    }
}
