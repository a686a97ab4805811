package community.haven.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import community.haven.live.protocol.ServerFrame.Present;

/**
 * Who is in which room, over all connections of this server. Whoever is without a connection goes on being there for a while,
 * so that a tunnel is no departure. Nobody is told at once: what has changed is collected by {@link #changes()}, because a
 * message to everybody for each one who comes costs a full room more than what people say.
 */
@Singleton
class Presence {

    private final Map<UUID, Map<UUID, Here>> rooms = new HashMap<>();
    private final Map<UUID, List<Turn>> turns = new LinkedHashMap<>();
    /** Rooms in which something is different from what was collected last, or will be by itself. */
    private final Set<UUID> unsettled = new HashSet<>();
    private final Map<UUID, Present> told = new ConcurrentHashMap<>();
    private final Duration grace;
    private final Clock clock;

    @Inject
    Presence(LiveConfig config, Clock clock) {
        this(config.presence().grace(), clock);
    }

    /** @param grace for how long somebody without a connection is still there */
    Presence(Duration grace, Clock clock) {
        this.grace = grace;
        this.clock = clock;
    }

    /** One more connection of theirs listens. */
    synchronized void came(UUID room, UUID account, boolean named) {
        Here here = rooms.computeIfAbsent(room, id -> new LinkedHashMap<>()).get(account);
        if (here == null) {
            turn(room, account, true);
        }
        rooms.get(room).put(account, here == null ? new Here(1, null, named) : new Here(here.connections + 1, null, named));
        unsettled.add(room);
    }

    /** One connection of theirs listens no more. */
    synchronized void went(UUID room, UUID account) {
        change(room, account,
                here -> new Here(here.connections - 1, here.connections == 1 ? clock.instant() : null, here.named));
    }

    synchronized void names(UUID room, UUID account, boolean named) {
        change(room, account, here -> new Here(here.connections, here.goneAt, named));
    }

    /** They are no member any more. */
    synchronized void left(UUID room, UUID account) {
        Map<UUID, Here> present = present(room);
        if (present.remove(account) != null) {
            turn(room, account, false);
            unsettled.add(room);
        }
    }

    /** What has changed since this was asked last; rooms as they are now. */
    synchronized List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (UUID room : List.copyOf(unsettled)) {
            boolean someLinger = letGo(room);
            changes.add(new Change(room, people(room), turns.getOrDefault(room, List.of())));
            turns.remove(room);
            if (!someLinger) {
                unsettled.remove(room);
            }
        }
        return changes;
    }

    /** Keeps what a room is told, and says whether it is anything new. */
    boolean isNews(Present now) {
        Present before = now.count() == 0 ? told.remove(now.room()) : told.put(now.room(), now);
        return !now.equals(before);
    }

    /** What the room was told last; whoever comes in between hears the rest in time. */
    Optional<Present> told(UUID room) {
        return Optional.ofNullable(told.get(room));
    }

    /** Takes out those who have been away for too long; whether others may follow. */
    private boolean letGo(UUID room) {
        Map<UUID, Here> present = present(room);
        Instant end = clock.instant().minus(grace);
        present.entrySet().stream().filter(one -> one.getValue().isGoneSince(end)).map(Map.Entry::getKey).toList()
                .forEach(account -> {
                    present.remove(account);
                    turn(room, account, false);
                });
        if (present.isEmpty()) {
            rooms.remove(room);
        }
        return present.values().stream().anyMatch(here -> here.goneAt != null);
    }

    private People people(UUID room) {
        Map<UUID, Here> present = present(room);
        return new People(present.size(), present.entrySet().stream().filter(one -> one.getValue().named).map(Map.Entry::getKey)
                .toList());
    }

    private Map<UUID, Here> present(UUID room) {
        return rooms.getOrDefault(room, new HashMap<>());
    }

    private void change(UUID room, UUID account, UnaryOperator<Here> to) {
        if (present(room).computeIfPresent(account, (id, here) -> to.apply(here)) != null) {
            unsettled.add(room);
        }
    }

    private void turn(UUID room, UUID account, boolean came) {
        turns.computeIfAbsent(room, id -> new ArrayList<>()).add(new Turn(account, came));
    }

    /**
     * @param goneAt since when they have no connection; {@code null} while they have one
     * @param named whether others see their name
     */
    private record Here(int connections, Instant goneAt, boolean named) {

        boolean isGoneSince(Instant end) {
            return goneAt != null && !goneAt.isAfter(end);
        }
    }

    /** @param named who of them wishes to be named, in the order in which they came */
    record People(int count, List<UUID> named) {
    }

    /** @param turns who came and who went, in that order */
    record Change(UUID room, People people, List<Turn> turns) {
    }

    /** @param came otherwise they went */
    record Turn(UUID account, boolean came) {
    }
}
