package community.haven.bench;

import java.util.UUID;

/** A room, and how far it has come by what the server has acknowledged. */
final class Place {

    private final UUID room;
    private long head;
    private long saved;

    Place(UUID room) {
        this.room = room;
    }

    UUID room() {
        return room;
    }

    void saved(long seq) {
        saved++;
        head = Math.max(head, seq);
    }

    long head() {
        return head;
    }

    /** Whether every number belongs to one acknowledged message. */
    boolean isGapless() {
        return saved == head;
    }
}
