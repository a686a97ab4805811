package community.haven.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import community.haven.account.Person;
import community.haven.account.Role;
import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;
import community.haven.testkit.Persons;

class GroupCommitTest {

    private static final UUID ROOM = UUID.randomUUID();
    private static final Person AMAL = Persons.of(UUID.randomUUID(), "amal", Role.MEMBER);

    private final List<Entry> announced = new CopyOnWriteArrayList<>();
    private final List<Integer> sizes = new CopyOnWriteArrayList<>();
    private GroupCommit commits;

    @AfterEach
    void stop() throws InterruptedException {
        commits.stop();
    }

    @Test
    void shouldAnnounceWhatItStoredInOrder() throws Exception {
        start(100, 100, this::stored);
        List<Long> numbers = numbers(say(50));
        assertThat(numbers).containsExactlyElementsOf(upTo(50));
        assertThat(announcedNumbers(50)).containsExactlyElementsOf(upTo(50));
    }

    @Test
    void shouldStoreTogetherWhatWaitedTogether() throws Exception {
        Gate gate = new Gate();
        start(100, 10, posts -> gate.passed(this::stored).apply(posts));
        List<CompletionStage<Saved>> answers = new ArrayList<>(say(1));
        gate.reached.await();
        answers.addAll(say(25));
        gate.open.countDown();
        assertThat(numbers(answers)).containsExactlyElementsOf(upTo(26));
        assertThat(sizes).containsExactly(1, 10, 10, 5);
    }

    @Test
    void shouldAnswerUnavailableAndAnnounceNothingWhenTheCommitFails() {
        start(100, 100, posts -> {
            throw new IllegalStateException(new RollbackException("commit failed"));
        });
        say(3).forEach(answer -> refused(answer, ErrorCode.UNAVAILABLE));
        assertThat(announced).isEmpty();
    }

    @Test
    void shouldGoOnWhenTheDatabaseComesBack() throws Exception {
        List<String> failures = new ArrayList<>(List.of("away"));
        start(100, 100, posts -> {
            if (!failures.isEmpty()) {
                throw new PersistenceException(new SQLNonTransientConnectionException(failures.remove(0), "08000"));
            }
            return stored(posts);
        });
        refused(say(1).get(0), ErrorCode.UNAVAILABLE);
        assertThat(numbers(say(2))).containsExactly(1L, 2L);
    }

    @Test
    void shouldFailOnlyThePostThatCannotBeStored() throws Exception {
        Gate gate = new Gate();
        start(100, 100, posts -> gate.passed(this::storedUnlessPoisoned).apply(posts));
        List<CompletionStage<Saved>> first = say(1);
        gate.reached.await();
        List<CompletionStage<Saved>> before = say(2);
        CompletionStage<Saved> poisoned = say("poison");
        List<CompletionStage<Saved>> after = say(2);
        gate.open.countDown();
        assertThat(numbers(first)).containsExactly(1L);
        assertThat(numbers(before)).containsExactly(2L, 3L);
        refused(poisoned, ErrorCode.INTERNAL);
        assertThat(numbers(after)).containsExactly(4L, 5L);
        assertThat(announcedNumbers(5)).containsExactlyElementsOf(upTo(5));
    }

    @Test
    void shouldSurviveAnError() throws Exception {
        List<Error> errors = new ArrayList<>(List.of(new StackOverflowError()));
        start(100, 100, posts -> {
            if (!errors.isEmpty()) {
                throw errors.remove(0);
            }
            return stored(posts);
        });
        refused(say(1).get(0), ErrorCode.INTERNAL);
        assertThat(numbers(say(1))).containsExactly(1L);
    }

    @Test
    void shouldRefuseAtOnceWhenTheQueueIsFull() throws Exception {
        Gate gate = new Gate();
        start(5, 100, posts -> gate.passed(this::stored).apply(posts));
        List<CompletionStage<Saved>> answers = new ArrayList<>(say(1));
        gate.reached.await();
        answers.addAll(say(5));
        Refusal refusal = refused(say(1).get(0), ErrorCode.UNAVAILABLE);
        assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(1));
        gate.open.countDown();
        assertThat(numbers(answers)).containsExactlyElementsOf(upTo(6));
    }

    @Test
    void shouldGiveUpInTimeAndNotStoreLaterWhenTheDatabaseHangs() throws Exception {
        Gate gate = new Gate();
        start(100, 100, Duration.ofMillis(300), posts -> gate.passed(this::stored).apply(posts));
        CompletionStage<Saved> underway = say(1).get(0);
        gate.reached.await();
        CompletionStage<Saved> waiting = say(1).get(0);
        refused(underway, ErrorCode.UNAVAILABLE);
        refused(waiting, ErrorCode.UNAVAILABLE);
        gate.open.countDown();
        assertThat(numbers(say(1))).as("only the one that was underway has been stored meanwhile").containsExactly(2L);
    }

    @Test
    void shouldStoreWhatIsWaitingBeforeItStops() throws Exception {
        Gate gate = new Gate();
        start(100, 3, posts -> gate.passed(this::stored).apply(posts));
        List<CompletionStage<Saved>> answers = new ArrayList<>(say(1));
        gate.reached.await();
        answers.addAll(say(20));
        gate.open.countDown();
        commits.stop();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.toCompletableFuture()).isCompleted());
        refused(say(1).get(0), ErrorCode.UNAVAILABLE);
    }

    private void start(int queue, int batch, Function<List<Post>, List<Outcome>> store) {
        start(queue, batch, Duration.ofSeconds(10), store);
    }

    private void start(int queue, int batch, Duration patience, Function<List<Post>, List<Outcome>> store) {
        commits = new GroupCommit(new Config(queue, batch, patience), store, announced::addAll);
        commits.start();
    }

    private List<Outcome> stored(List<Post> posts) {
        long last = sizes.stream().mapToInt(Integer::intValue).sum();
        sizes.add(posts.size());
        return IntStream.range(0, posts.size()).<Outcome> mapToObj(i -> new Outcome.Stored(new Entry.Message(ROOM,
                last + i + 1, Instant.EPOCH, null, posts.get(i).draft().text(), null, null, null, null, null,
                null, List.of(), List.of()))).toList();
    }

    private List<Outcome> storedUnlessPoisoned(List<Post> posts) {
        if (posts.stream().anyMatch(post -> post.draft().text().equals("poison"))) {
            throw new IllegalArgumentException("does not fit");
        }
        return stored(posts);
    }

    private List<CompletionStage<Saved>> say(int times) {
        return IntStream.range(0, times).mapToObj(i -> say("hello " + i)).toList();
    }

    private CompletionStage<Saved> say(String text) {
        return commits.submit(Post.of(AMAL, ROOM, new Draft(UUID.randomUUID().toString(), text, null, null, null)));
    }

    private static List<Long> numbers(List<CompletionStage<Saved>> answers) throws Exception {
        List<Long> numbers = new ArrayList<>();
        for (CompletionStage<Saved> answer : answers) {
            numbers.add(answer.toCompletableFuture().get(10, TimeUnit.SECONDS).seq());
        }
        return numbers;
    }

    private List<Long> announcedNumbers(int count) {
        await().until(() -> announced.size() >= count);
        return announced.stream().map(Entry::seq).toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static Refusal refused(CompletionStage<Saved> answer, ErrorCode code) {
        CompletableFuture<Saved> future = answer.toCompletableFuture();
        assertThatThrownBy(() -> future.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        Refusal refusal = (Refusal) future.handle((saved, failure) -> failure).join();
        assertThat(refusal.code()).isEqualTo(code);
        return refusal;
    }

    private record Config(int queue, int batch, Duration patience) implements ConversationConfig {

        @Override
        public Retention retention() {
            throw new AssertionError("Whoever stores messages deletes none");
        }
    }

    /** Holds the writer in its first transaction. */
    private static final class Gate {

        final CountDownLatch reached = new CountDownLatch(1);
        final CountDownLatch open = new CountDownLatch(1);

        Function<List<Post>, List<Outcome>> passed(Function<List<Post>, List<Outcome>> store) {
            return posts -> {
                reached.countDown();
                try {
                    open.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return store.apply(posts);
            };
        }
    }
}
