package community.haven.room;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import community.haven.account.Person;
import community.haven.guidelines.Guidelines;

/**
 * A room as one person sees it.
 *
 * @param topic what it is about just now; empty when nothing is set
 * @param guidelines what holds here beside the community's guidelines; empty when nothing is set
 * @param placesLeft how many more people can join
 * @param slowModeSeconds the least time between two messages of one person; 0 while that is off
 * @param newcomersClosedUntil until when nobody comes in by themselves, in the year 9999 where that lasts until somebody opens
 *        it; absent while the door is open
 * @param retentionDays how long messages are kept
 * @param opening when people talk here
 * @param membership how far the person who asks has come in
 * @param member whether the person who asks has joined
 * @param askedAt since when they wait for an answer or a place; absent otherwise
 * @param removal that they were taken out of it; absent otherwise
 * @param handOver that the person who asks offers the room to somebody, or is offered it; absent otherwise
 * @param host whether the person who asks is a host of it
 * @param hosts who looks after it
 * @param mutedUntil until when the person who asks is not heard here; absent when they are. Nobody else is told
 * @param mark up to which number the person who asks has read; absent unless they have joined
 * @param unread how many messages of others came since, counted to a hundred; absent unless they have joined
 * @param version changes with every edit; what {@code If-Match} refers to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoomView(UUID id, String name, String purpose, String topic, String guidelines, int capacity, int placesLeft,
        RoomState state, RoomVisibility visibility, int slowModeSeconds, Instant newcomersClosedUntil, int retentionDays,
        RoomOpening opening, Belonging membership, boolean member, Instant askedAt, MemberRemovalView removal,
        HandingOver handOver, boolean host, List<Host> hosts, Instant mutedUntil, Long mark, Integer unread,
        long version) {

    /** Somebody who looks after a room. */
    public record Host(UUID id, String handle) {
    }

    /** @param at since when */
    public record HandingOver(Host from, Host to, Instant at) {

        static HandingOver of(Offer offer, Map<UUID, String> handles) {
            return offer == null ? null
                    : new HandingOver(new Host(offer.from(), handles.get(offer.from())),
                            new Host(offer.to(), handles.get(offer.to())), offer.at());
        }
    }

    static RoomView of(Room room, int members, Tie tie, Guidelines guidelines, Person person, List<Host> hosts,
            Map<UUID, String> handles, Instant mutedUntil) {
        return new RoomView(room.id, room.name, room.purpose, room.topic, room.guidelines, room.capacity,
                room.capacity - members, room.state, room.visibility, room.slowModeSeconds, room.newcomersClosedUntil,
                room.retentionDays, room.opening, tie.belonging(), tie.member(),
                tie.request() == null ? null : tie.request().askedAt(),
                MemberRemovalView.of(guidelines, tie.removal()),
                HandingOver.of(tie.offer(), handles),
                hosts.stream().anyMatch(host -> host.id().equals(person.id())), hosts, mutedUntil,
                null, null, room.version);
    }

    RoomView with(Readings.Reading reading) {
        return new RoomView(id, name, purpose, topic, guidelines, capacity, placesLeft, state, visibility, slowModeSeconds,
                newcomersClosedUntil, retentionDays, opening, membership, member, askedAt, removal, handOver, host, hosts,
                mutedUntil, reading.mark(), reading.unread(), version);
    }

    @Override
    public String toString() {
        return "RoomView[" + id + ", " + state + "]";
    }
}
