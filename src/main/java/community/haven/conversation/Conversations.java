package community.haven.conversation;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import community.haven.account.Act;
import community.haven.account.Guard;
import community.haven.account.Person;
import community.haven.account.Rate;
import community.haven.shared.Refusal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Where people say something in rooms, in one gapless order for each room. */
@ApplicationScoped
public class Conversations {

    private final Guard guard;
    private final Limits limits;
    private final GroupCommit commits;

    Conversations(Guard guard, Limits limits, MessageWriter writer, ConversationBus bus, ConversationConfig config) {
        this.guard = guard;
        this.limits = limits;
        this.commits = new GroupCommit(config, writer::store, bus::announce);
    }

    void onStart(@Observes StartupEvent start) {
        commits.start();
    }

    void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
        commits.stop();
    }

    /**
     * Says something. Never blocks and never throws: what is wrong arrives through the stage as a {@link Refusal}, and a
     * result arrives only after the commit. The same key with the same draft again answers with the first result.
     */
    public CompletionStage<Saved> post(Person person, UUID room, Draft draft) {
        try {
            guard.allow(person, draft.isAnnouncement() ? Act.ANNOUNCE : Act.SAY);
            return commits.submit(Post.of(person, room, draft.checked()));
        } catch (Refusal refusal) {
            return CompletableFuture.failedStage(refusal);
        }
    }

    /** How much one person says in one room. */
    public Rate messageRate() {
        return limits.rate(Limits.To.MESSAGES);
    }

    /** How often one person gives support in one room. */
    public Rate supportRate() {
        return limits.rate(Limits.To.SUPPORT);
    }
}
