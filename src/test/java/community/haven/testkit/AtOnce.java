package community.haven.testkit;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Several people doing the same at the same moment. */
public final class AtOnce {

    private AtOnce() {
    }

    /** What each of so many got, all started together. */
    public static <T> List<T> times(int count, IntFunction<T> act) {
        ExecutorService people = Executors.newFixedThreadPool(count);
        try {
            CyclicBarrier start = new CyclicBarrier(count);
            List<Callable<T>> acts = IntStream.range(0, count).<Callable<T>> mapToObj(i -> () -> {
                start.await();
                return act.apply(i);
            }).toList();
            return people.invokeAll(acts).stream().map(AtOnce::outcome).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            people.shutdownNow();
        }
    }

    private static <T> T outcome(Future<T> done) {
        try {
            return done.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
