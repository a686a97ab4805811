package community.haven.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class OutboxTest {

    private static final UUID HERE = UUID.randomUUID();
    private static final UUID THERE = UUID.randomUUID();

    private final Outbox outbox = new Outbox(Limits.of(5, 20, 12));

    @Test
    void shouldJoinWhatGathersWhileAMessageIsOnItsWay() {
        offer("a");
        assertThat(outbox.next()).isEqualTo("a");
        offer("b");
        offer("c");
        assertThat(outbox.next()).isNull();
        outbox.sent();
        assertThat(outbox.next()).isEqualTo("b\nc");
    }

    @Test
    void shouldKeepJoinedMessagesWithinTheirSize() {
        offer("aaaa");
        offer("bbbb");
        offer("cccc");
        assertThat(outbox.next()).isEqualTo("aaaa\nbbbb");
        outbox.sent();
        assertThat(outbox.next()).isEqualTo("cccc");
    }

    @Test
    void shouldSendAFrameThatIsLargerThanAJoinedMessageByItself() {
        offer("a".repeat(19));
        assertThat(outbox.next()).hasSize(19);
    }

    @Test
    void shouldSayNoWhenTooManyFramesWait() {
        for (int i = 0; i < 5; i++) {
            assertThat(offer("a")).isTrue();
        }
        assertThat(offer("a")).isFalse();
    }

    @Test
    void shouldCountBytesAndNotCharacters() {
        assertThat(offer("€€€€€€")).isTrue();
        assertThat(offer("€")).isFalse();
    }

    @Test
    void shouldForgetARoomButKeepAnswers() {
        outbox.offer(new Outgoing(HERE, 1, null, "here", 4));
        outbox.offer(new Outgoing(THERE, 1, null, "there", 5));
        offer("ok");
        outbox.drop(HERE);
        assertThat(outbox.next()).isEqualTo("there\nok");
    }

    @Property
    void shouldLoseNothingAndKeepTheOrder(@ForAll List<Boolean> steps) {
        Outbox box = new Outbox(Limits.of(1_000, 100_000, 50));
        List<String> put = new ArrayList<>();
        StringBuilder got = new StringBuilder();
        for (boolean add : steps) {
            if (add) {
                put.add("f" + put.size());
                box.offer(Outgoing.answer(put.get(put.size() - 1)));
            } else {
                collect(box, got);
            }
        }
        while (collect(box, got)) {
            // until nothing waits
        }
        assertThat(got.toString()).isEqualTo(put.isEmpty() ? "" : String.join("\n", put) + "\n");
        assertThat(box.roomy()).isTrue();
    }

    private static boolean collect(Outbox box, StringBuilder got) {
        String message = box.next();
        if (message != null) {
            got.append(message).append('\n');
            box.sent();
        }
        return message != null;
    }

    private boolean offer(String text) {
        return outbox.offer(Outgoing.answer(text));
    }
}
