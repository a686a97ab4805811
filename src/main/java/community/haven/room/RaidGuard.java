package community.haven.room;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import community.haven.notice.News;
import community.haven.notice.NoticeKind;

/** Closes a room to newcomers when many come in at once, and tells those who look after it. It decides about nobody. */
@Singleton
class RaidGuard {

    private final EntityManager entities;
    private final RoomRows rows;
    private final Keepers keepers;
    private final Event<Object> events;
    private final RoomConfig.Raid config;
    private final Clock clock;

    RaidGuard(EntityManager entities, RoomRows rows, Keepers keepers, Event<Object> events, RoomConfig config, Clock clock) {
        this.entities = entities;
        this.rows = rows;
        this.keepers = keepers;
        this.events = events;
        this.config = config.raid();
        this.clock = clock;
    }

    /** Looks at the door after somebody came in. The caller holds the row of the room. */
    void cameIn(Room room) {
        Instant now = Instant.now(clock);
        if (isOpen(room, now) && rows.cameInSince(room.id, since(room, now)) >= config.joins()) {
            room.newcomersClosedUntil = now.plus(config.closedFor());
            entities.flush();
            events.fire(RoomChanged.of(room));
            keepers.tellOnce(News.of(NoticeKind.ROOM_CLOSED_BY_ITSELF, room.id, room.name).until(room.newcomersClosedUntil));
        }
    }

    private static boolean isOpen(Room room, Instant now) {
        return room.newcomersClosedUntil == null || !now.isBefore(room.newcomersClosedUntil);
    }

    /** Whoever opens a closed room by hand has seen who came before. */
    private Instant since(Room room, Instant now) {
        Instant begin = now.minus(config.within());
        return room.newcomersOpenedAt == null || room.newcomersOpenedAt.isBefore(begin) ? begin : room.newcomersOpenedAt;
    }
}
