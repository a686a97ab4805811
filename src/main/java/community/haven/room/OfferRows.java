package community.haven.room;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import community.haven.shared.Jdbc;

/** What hosts offer, one offer a room. Whoever writes holds the row of the room. */
@Singleton
class OfferRows {

    private final Jdbc jdbc;

    OfferRows(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** In the place of an earlier one. */
    void put(UUID room, Offer offer) {
        jdbc.update("replace into room_hand_over (room_id, from_id, to_id, offered_at) values (?, ?, ?, ?)", room, offer.from(),
                offer.to(), offer.at());
    }

    Optional<Offer> of(UUID room) {
        return jdbc.list("select * from room_hand_over where room_id = ?", List.of(room), OfferRows::read).stream().findFirst();
    }

    void remove(UUID room) {
        jdbc.update("delete from room_hand_over where room_id = ?", room);
    }

    void removeFrom(UUID room, UUID host) {
        jdbc.update("delete from room_hand_over where room_id = ? and from_id = ?", room, host);
    }

    static Offer read(ResultSet row) throws SQLException {
        return new Offer(Jdbc.uuid(row, "from_id"), Jdbc.uuid(row, "to_id"), Jdbc.instant(row, "offered_at"));
    }
}
