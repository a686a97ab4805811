package community.haven.conversation;

import java.util.stream.Stream;

import community.haven.shared.Refusal;

/** What became of a post, once its transaction has been committed. */
sealed interface Outcome {

    void answer(Post post);

    /** What there is to announce. */
    default Stream<Entry> news() {
        return Stream.empty();
    }

    record Stored(Entry.Message message) implements Outcome {

        @Override
        public void answer(Post post) {
            post.answer().complete(new Saved(message.room(), message.seq(), message.at(), true));
        }

        @Override
        public Stream<Entry> news() {
            return Stream.of(message);
        }
    }

    record Repeated(Saved saved) implements Outcome {

        @Override
        public void answer(Post post) {
            post.answer().complete(saved);
        }
    }

    record Refused(Refusal refusal) implements Outcome {

        @Override
        public void answer(Post post) {
            post.answer().completeExceptionally(refusal);
        }
    }
}
