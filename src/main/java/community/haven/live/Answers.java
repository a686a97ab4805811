package community.haven.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

import community.haven.live.protocol.ServerFrame;

/** Gives answers in the order of their questions, whichever becomes ready first. */
final class Answers {

    private final Deque<Place> queue = new ArrayDeque<>(4);
    private final Consumer<ServerFrame> out;

    Answers(Consumer<ServerFrame> out) {
        this.out = out;
    }

    /** Takes the next place in the order. It must be filled once. */
    Place next() {
        Place place = new Place();
        queue.add(place);
        return place;
    }

    private void release() {
        while (!queue.isEmpty() && queue.peek().answer != null) {
            out.accept(queue.remove().answer);
        }
    }

    /** One place in the order. */
    final class Place {

        private ServerFrame answer;

        void fill(ServerFrame frame) {
            answer = frame;
            release();
        }
    }
}
