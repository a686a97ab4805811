package community.haven.room;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import community.haven.account.PersonalTraces;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Gives the places of somebody who is erased to others. */
@Singleton
class ErasedPlaces implements PersonalTraces {

    private final RoomRows rows;
    private final RequestRows requests;
    private final Places places;
    private final RoomSight sight;

    ErasedPlaces(RoomRows rows, RequestRows requests, Places places, RoomSight sight) {
        this.rows = rows;
        this.requests = requests;
        this.places = places;
        this.sight = sight;
    }

    @Override
    public boolean erasePart(Leaver leaver, int limit) {
        return QuarkusTransaction.requiringNew().call(() -> {
            // First, so that nobody who is leaving is given a place.
            requests.removeAll(leaver.account());
            // One room at a time: whoever would like to come in or to leave waits for its row.
            List<UUID> rooms = rows.joinedBy(leaver.account(), 1);
            rooms.forEach(room -> places.take(sight.locked(room), leaver.account()));
            return !rooms.isEmpty();
        });
    }
}
