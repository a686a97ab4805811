package community.haven.room;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import community.haven.account.Person;

/**
 * A room as one person sees it.
 *
 * @param topic what it is about just now; empty when nothing is set
 * @param guidelines what holds here beside the community's guidelines; empty when nothing is set
 * @param placesLeft how many more people can join
 * @param slowModeSeconds the least time between two messages of one person; 0 while that is off
 * @param newcomersClosedUntil until when nobody comes in by themselves; absent while the door is open
 * @param retentionDays how long messages are kept
 * @param member whether the person who asks has joined
 * @param host whether the person who asks is a host of it
 * @param hosts who looks after it
 * @param mark up to which number the person who asks has read; absent unless they have joined
 * @param unread how many messages of others came since, counted to a hundred; absent unless they have joined
 * @param version changes with every edit; what {@code If-Match} refers to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoomView(UUID id, String name, String purpose, String topic, String guidelines, int capacity, int placesLeft,
        RoomState state,
        RoomVisibility visibility, int slowModeSeconds, Instant newcomersClosedUntil, int retentionDays, boolean member,
        boolean host, List<Host> hosts, Long mark, Integer unread, long version) {

    /** Somebody who looks after a room. */
    public record Host(UUID id, String handle) {
    }

    static RoomView of(Room room, int members, boolean member, Person person, List<Host> hosts) {
        return new RoomView(room.id, room.name, room.purpose, room.topic, room.guidelines, room.capacity,
                room.capacity - members, room.state, room.visibility, room.slowModeSeconds, room.newcomersClosedUntil,
                room.retentionDays, member,
                hosts.stream().anyMatch(host -> host.id().equals(person.id())), hosts, null, null, room.version);
    }

    RoomView with(Readings.Reading reading) {
        return new RoomView(id, name, purpose, topic, guidelines, capacity, placesLeft, state, visibility, slowModeSeconds,
                newcomersClosedUntil, retentionDays, member, host, hosts, reading.mark(), reading.unread(), version);
    }

    @Override
    public String toString() {
        return "RoomView[" + id + ", " + state + "]";
    }
}
