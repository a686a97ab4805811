package community.haven.live;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import community.haven.account.Accounts;
import community.haven.live.protocol.ServerFrame.Present;
import community.haven.live.protocol.ServerFrame.Self;
import community.haven.room.PersonCame;
import community.haven.room.PersonGone;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Tells rooms from time to time who is there, where that has changed. */
@Singleton
class PresenceTeller {

    private final Presence presence;
    private final LiveHub hub;
    private final Accounts accounts;
    private final Event<Object> events;

    PresenceTeller(Presence presence, LiveHub hub, Accounts accounts, Event<Object> events) {
        this.presence = presence;
        this.hub = hub;
        this.accounts = accounts;
        this.events = events;
    }

    @Scheduled(identity = "live-presence", every = "${haven.live.presence.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tell() {
        presence.changes().forEach(this::tell);
    }

    private void tell(Presence.Change change) {
        UUID room = change.room();
        change.turns().forEach(turn -> events.fire(turn.came() ? new PersonCame(room, turn.account())
                : new PersonGone(room, turn.account())));
        Present now = new Present(room, change.people().count(), named(change.people().named()));
        if (presence.isNews(now)) {
            hub.tell(now);
        }
    }

    private List<Self> named(List<UUID> people) {
        List<UUID> shown = people.subList(0, Math.min(people.size(), Present.MOST_NAMED));
        Map<UUID, String> handles = shown.isEmpty() ? Map.of() : accounts.handles(shown);
        return shown.stream().filter(handles::containsKey).map(id -> new Self(id, handles.get(id))).toList();
    }
}
