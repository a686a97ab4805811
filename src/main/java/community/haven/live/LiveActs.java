package community.haven.live;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

import jakarta.inject.Singleton;

import community.haven.account.Person;
import community.haven.conversation.Conversations;
import community.haven.live.protocol.RoomAct;
import community.haven.room.Rooms;

/** Which front door each act goes to: the same as over REST, so there is one guard. */
@Singleton
class LiveActs {

    private final Map<Class<?>, BiConsumer<Person, RoomAct>> doors = new HashMap<>();
    private final LiveReads reads;

    LiveActs(LiveReads reads, Rooms rooms, Conversations conversations) {
        this.reads = reads;
        leadsTo(RoomAct.Remove.class,
                (person, act) -> conversations.remove(person, act.room(), act.seq(), act.request()));
        leadsTo(RoomAct.Restore.class,
                (person, act) -> conversations.restore(person, act.room(), act.seq(), act.request()));
        leadsTo(RoomAct.Appear.class, (person, act) -> rooms.appear(person, act.room(), act.named()));
    }

    /** Away from the event loops, and as the person whom the database knows by now: an open socket's person may be older. */
    CompletionStage<Void> perform(Person known, RoomAct act) {
        return reads.as(known, person -> doors.get(act.getClass()).accept(person, act));
    }

    private <A extends RoomAct> void leadsTo(Class<A> type, BiConsumer<Person, A> door) {
        doors.put(type, (person, act) -> door.accept(person, type.cast(act)));
    }
}
