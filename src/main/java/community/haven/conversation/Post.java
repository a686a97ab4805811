package community.haven.conversation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
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

    /**
     * What makes a repeated send the same message.
     *
     * @param author {@code null} where the message has been taken back
     */
    record Key(UUID room, UUID author, String key) {

        /** What is left of it when the message is taken back: enough to know it again, and not to tell whose it was. */
        Key takenBack() {
            byte[] all = (room + " " + author + " " + key).getBytes(StandardCharsets.UTF_8);
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(all);
                return new Key(room, null, Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
