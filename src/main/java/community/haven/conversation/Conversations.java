package community.haven.conversation;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import community.haven.account.Person;
import community.haven.guidelines.Grounds;
import community.haven.shared.Refusal;

/** What is said in rooms, in one gapless order for each room. */
@ApplicationScoped
public class Conversations {

    /**
     * Says something. Never blocks and never throws: what is wrong arrives through the stage as a {@link Refusal}, and a
     * result arrives only after the commit. The same key with the same draft again answers with the first result.
     */
    public CompletionStage<Saved> post(Person person, UUID room, Draft draft) {
        throw new UnsupportedOperationException();
    }

    /**
     * A part of the history as this person may see it; the newest part if neither bound is given.
     *
     * @param before only entries below this number, or {@code null}
     * @param after only entries above this number, or {@code null}
     */
    public History history(Person person, UUID room, Long before, Long after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** One entry as this person may see it. */
    public Entry entry(Person person, UUID room, long seq) {
        throw new UnsupportedOperationException();
    }

    /**
     * What follows a position, for whoever resumes, in the form that is the same for everybody. Asks nothing about who
     * reads: the caller has done so. Blocks.
     *
     * @throws Refusal {@code position-gone} when the room does not keep all that follows, or has never been as far as that
     */
    public List<Entry> after(UUID room, long seq, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The number of the newest entry; 0 before the first. Blocks. */
    public long head(UUID room) {
        throw new UnsupportedOperationException();
    }

    /** Takes a message out of sight. Its author and staff go on seeing it, with the grounds. */
    public Entry.Message remove(Person person, UUID room, long seq, Grounds grounds) {
        throw new UnsupportedOperationException();
    }

    /** Shows a removed message again. */
    public Entry.Message restore(Person person, UUID room, long seq, String reason) {
        throw new UnsupportedOperationException();
    }
}
