package community.haven.live;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

import jakarta.inject.Singleton;

import community.haven.account.Person;
import community.haven.conversation.Interventions;
import community.haven.conversation.Participation;
import community.haven.live.protocol.RoomAct;
import community.haven.room.RoomMembers;
import community.haven.room.RoomMutes;
import community.haven.room.RoomNewcomers;
import community.haven.room.Rooms;

/** Which front door each act goes to: the same as over REST, so there is one guard. */
@Singleton
class LiveActs {

    private final Map<Class<?>, BiConsumer<Person, RoomAct>> doors = new HashMap<>();
    private final LiveReads reads;

    LiveActs(LiveReads reads, Participation participation, Interventions interventions, Rooms rooms, RoomMembers members,
            RoomMutes mutes, RoomNewcomers newcomers) {
        this.reads = reads;
        ofEverybody(participation);
        aboutMessages(interventions);
        aboutMembers(members, mutes);
        leadsTo(RoomAct.Appear.class, (person, act) -> rooms.appear(person, act.room(), act.named()));
        leadsTo(RoomAct.Pace.class, (person, act) -> rooms.setPace(person, act.room(), act.request()));
        leadsTo(RoomAct.Close.class, (person, act) -> newcomers.close(person, act.room(), act.minutes()));
        leadsTo(RoomAct.Reopen.class, (person, act) -> newcomers.open(person, act.room()));
    }

    /** Away from the event loops, and as the person whom the database knows by now: an open socket's person may be older. */
    CompletionStage<Void> perform(Person known, RoomAct act) {
        return reads.as(known, person -> doors.get(act.getClass()).accept(person, act));
    }

    private void ofEverybody(Participation participation) {
        leadsTo(RoomAct.Retract.class, (person, act) -> participation.takeBack(person, act.room(), act.seq()));
        leadsTo(RoomAct.Mark.class, (person, act) -> participation.markRead(person, act.room(), act.seq()));
        leadsTo(RoomAct.Support.class, (person, act) -> participation.support(person, act.room(), act.seq(), act.kind()));
        leadsTo(RoomAct.EndSupport.class, (person, act) -> participation.endSupport(person, act.room(), act.seq(), act.kind()));
    }

    private void aboutMessages(Interventions interventions) {
        leadsTo(RoomAct.Remove.class, (person, act) -> interventions.remove(person, act.room(), act.seq(), act.request()));
        leadsTo(RoomAct.Restore.class, (person, act) -> interventions.restore(person, act.room(), act.seq(), act.request()));
        leadsTo(RoomAct.Pin.class, (person, act) -> interventions.pin(person, act.room(), act.seq()));
        leadsTo(RoomAct.Unpin.class, (person, act) -> interventions.unpin(person, act.room(), act.seq()));
    }

    private void aboutMembers(RoomMembers members, RoomMutes mutes) {
        leadsTo(RoomAct.Mute.class, (person, act) -> mutes.mute(person, act.room(), act.account(), act.request()));
        leadsTo(RoomAct.Unmute.class,
                (person, act) -> mutes.lift(person, act.room(), act.account(), act.request().checkedReason()));
        leadsTo(RoomAct.Dismiss.class, (person, act) -> members.remove(person, act.room(), act.account(), act.request()));
    }

    private <A extends RoomAct> void leadsTo(Class<A> type, BiConsumer<Person, A> door) {
        doors.put(type, (person, act) -> door.accept(person, type.cast(act)));
    }
}
