package community.haven.room;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import community.haven.account.PersonalTraces;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Gives the places of somebody who is erased to others. */
@Singleton
class ErasedPlaces implements PersonalTraces {

    private final RoomRows rows;
    private final Event<MembershipEnded> ended;

    ErasedPlaces(RoomRows rows, Event<MembershipEnded> ended) {
        this.rows = rows;
        this.ended = ended;
    }

    @Override
    public boolean erasePart(Leaver leaver, int limit) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<UUID> rooms = rows.joinedBy(leaver.account(), limit);
            rooms.stream().map(room -> new Membership(room, leaver.account())).filter(rows::remove)
                    .forEach(membership -> ended.fire(new MembershipEnded(membership.room(), membership.account())));
            return !rooms.isEmpty();
        });
    }
}
