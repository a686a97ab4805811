package community.haven.conversation;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import community.haven.account.Person;
import community.haven.room.Membership;

/** A message on its way to be stored, and the answer its author waits for. */
record Post(Person person, UUID room, Draft draft, long since, CompletableFuture<Saved> answer) {

    static Post of(Person person, UUID room, Draft draft) {
        return new Post(person, room, draft, System.nanoTime(), new CompletableFuture<>());
    }

    Key key() {
        return new Key(room, person.id(), draft.key());
    }

    Membership membership() {
        return new Membership(room, person.id());
    }

    @Override
    public String toString() {
        return "Post[" + room + ", " + draft + "]";
    }

    /** What makes a repeated send the same message. */
    record Key(UUID room, UUID author, String key) {
    }
}
