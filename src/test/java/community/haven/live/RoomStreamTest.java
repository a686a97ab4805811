package community.haven.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoomStreamTest {

    private static final UUID ROOM = UUID.randomUUID();
    private static final int PAGE = 3;

    /** A room with its stored rows, and a reader of it. */
    private static final class Reader implements RoomStream.Port {

        final List<Long> got = new ArrayList<>();
        final List<Long> caughtUp = new ArrayList<>();
        final RoomStream stream = new RoomStream(this, 4);
        long stored;
        boolean roomy = true;
        int reads;
        private long asked = -1;

        @Override
        public void read(long after) {
            assertThat(asked).as("one read at a time").isEqualTo(-1);
            asked = after;
            reads++;
        }

        @Override
        public boolean roomy() {
            return roomy;
        }

        @Override
        public void forward(Outgoing event) {
            got.add(event.seq());
        }

        @Override
        public void caughtUp(long seq) {
            caughtUp.add(seq);
            assertThat(got.isEmpty() ? seq : got.get(got.size() - 1)).isEqualTo(seq);
        }

        void begin(long after) {
            stream.begin(after, rows(after), after + PAGE < stored);
        }

        void answerRead() {
            if (asked >= 0) {
                long after = asked;
                asked = -1;
                stream.stored(rows(after), after + PAGE < stored);
            }
        }

        void announce(long seq) {
            stream.announced(event(seq));
        }

        void settle() {
            roomy = true;
            stream.advance();
            while (asked >= 0) {
                answerRead();
            }
        }

        private List<Outgoing> rows(long after) {
            return LongStream.rangeClosed(after + 1, Math.min(stored, after + PAGE)).mapToObj(Reader::event).toList();
        }

        private static Outgoing event(long seq) {
            return new Outgoing(ROOM, seq, null, "{}", 2);
        }
    }

    private final Reader reader = new Reader();

    @Test
    void shouldSendWhatIsStoredThenSayCaughtUpThenGoLive() {
        reader.stored = 5;
        reader.begin(1);
        assertThat(reader.caughtUp).isEmpty();
        reader.answerRead();
        assertThat(reader.caughtUp).containsExactly(5L);
        reader.announce(6);
        assertThat(reader.got).containsExactly(2L, 3L, 4L, 5L, 6L);
        assertThat(reader.reads).isEqualTo(1);
    }

    @Test
    void shouldReadNothingWhenNothingWasMissed() {
        reader.stored = 5;
        reader.begin(5);
        assertThat(reader.caughtUp).containsExactly(5L);
        assertThat(reader.reads).isZero();
    }

    @Test
    void shouldSendWhatHappensWhileItReadsOnlyOnce() {
        reader.stored = 5;
        reader.announce(5);
        reader.announce(6);
        reader.begin(1);
        reader.stored = 6;
        reader.answerRead();
        assertThat(reader.got).containsExactly(2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void shouldReadAHoleInsteadOfForwardingAcrossIt() {
        reader.begin(0);
        reader.stored = 3;
        reader.announce(3);
        assertThat(reader.got).isEmpty();
        reader.answerRead();
        assertThat(reader.got).containsExactly(1L, 2L, 3L);
        assertThat(reader.caughtUp).containsExactly(0L);
    }

    @Test
    void shouldIgnoreRepetitions() {
        reader.begin(0);
        reader.announce(1);
        reader.announce(1);
        assertThat(reader.got).containsExactly(1L);
    }

    @Test
    void shouldNotAskForeverForWhatIsNoLongerStored() {
        reader.begin(0);
        reader.announce(2);
        reader.answerRead();
        assertThat(reader.reads).isEqualTo(1);
        reader.announce(3);
        assertThat(reader.got).containsExactly(3L);
    }

    @Test
    void shouldForwardNothingAfterItsEnd() {
        reader.begin(0);
        reader.stream.end();
        reader.announce(1);
        reader.settle();
        assertThat(reader.got).isEmpty();
    }

    @Test
    void shouldWaitForAReaderWhoHasNoRoom() {
        reader.stored = 3;
        reader.roomy = false;
        reader.begin(0);
        assertThat(reader.got).isEmpty();
        reader.settle();
        assertThat(reader.got).containsExactly(1L, 2L, 3L);
    }

    /** Whatever the announcements do, whoever resumes ends with what a fresh reader gets. */
    @Property
    void shouldGiveEveryNumberOnceAndInOrder(@ForAll("worlds") List<Integer> steps) {
        Reader reader = new Reader();
        reader.stored = 4;
        boolean begun = false;
        for (int step : steps) {
            switch (step) {
                case 0 -> reader.stored++;
                case 1 -> reader.announce(++reader.stored);
                case 2 -> reader.announce(Math.max(1, reader.stored - 1));
                case 3 -> reader.roomy = !reader.roomy;
                case 4 -> reader.stream.advance();
                default -> {
                    if (begun) {
                        reader.answerRead();
                    } else {
                        begun = true;
                        reader.begin(2);
                    }
                }
            }
        }
        if (!begun) {
            reader.begin(2);
        }
        reader.settle();
        reader.announce(++reader.stored);
        reader.settle();
        assertThat(reader.got).isEqualTo(IntStream.rangeClosed(3, (int) reader.stored).mapToObj(Long::valueOf).toList());
        assertThat(reader.caughtUp).hasSize(1);
    }

    @Provide
    Arbitrary<List<Integer>> worlds() {
        return Arbitraries.integers().between(0, 6).list().ofMaxSize(80);
    }
}
