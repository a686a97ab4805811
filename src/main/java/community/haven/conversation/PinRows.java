package community.haven.conversation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import community.haven.shared.Jdbc;

/** The table of pins. Whoever changes it holds the lock of the room's order. */
@Singleton
class PinRows {

    private final Jdbc jdbc;

    PinRows(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    List<Pin> of(UUID room) {
        return jdbc.list("select message_seq, pinned_seq from pin where room_id = ? order by pinned_seq desc", List.of(room),
                row -> new Pin(row.getLong("message_seq"), row.getLong("pinned_seq")));
    }

    void add(UUID room, Pin pin) {
        jdbc.update("insert into pin (room_id, message_seq, pinned_seq) values (?, ?, ?)", room, pin.message(), pin.seq());
    }

    void remove(UUID room, Collection<Long> messages) {
        jdbc.update("delete from pin where room_id = ? and (" + Jdbc.any("message_seq = ?", messages.size()) + ")",
                Stream.concat(Stream.of(room), messages.stream()).toArray());
    }

    /**
     * @param message the number of what is pinned
     * @param seq the number of the entry that says so
     */
    record Pin(long message, long seq) {
    }
}
