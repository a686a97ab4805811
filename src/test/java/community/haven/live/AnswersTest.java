package community.haven.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import community.haven.live.protocol.ServerFrame;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AnswersTest {

    private static final int QUESTIONS = 8;

    @Property
    void shouldAnswerInTheOrderOfTheQuestionsWhicheverIsReadyFirst(@ForAll("orders") List<Integer> order) {
        List<String> given = new ArrayList<>();
        Answers answers = new Answers(frame -> given.add(((ServerFrame.Left) frame).ref()));
        List<Answers.Place> places = IntStream.range(0, QUESTIONS).mapToObj(i -> answers.next()).toList();
        order.forEach(i -> places.get(i).fill(new ServerFrame.Left("" + i, null)));
        assertThat(given).containsExactly("0", "1", "2", "3", "4", "5", "6", "7");
    }

    @Provide
    Arbitrary<List<Integer>> orders() {
        return Arbitraries.shuffle(IntStream.range(0, QUESTIONS).boxed().toList());
    }
}
