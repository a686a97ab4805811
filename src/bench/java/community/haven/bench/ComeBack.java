package community.haven.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import community.haven.bench.Server.Spent;
import io.vertx.core.Future;

/** All but one of a room drop out and miss a thousand messages: how long until the last of them has caught up? */
record ComeBack(String name, String title, int size, int missed, int length, Map<What, Double> goals) implements Workload {

    private static final int ROUNDS = 9;
    private static final int WARM_UP = 4;

    @Override
    public Result run(Bench bench) throws Exception {
        Crowd crowd = new Crowd(bench, 1, size + 1).come();
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
            Round round = round(bench, crowd);
            Bench.say("%s all had caught up after %.3f s", i < WARM_UP ? "warming up:" : "measuring:", round.seconds());
            rounds.add(round);
        }
        crowd.leave();
        List<Round> sorted = rounds.subList(WARM_UP, rounds.size()).stream().sorted(Comparator.comparing(Round::seconds))
                .toList();
        Round median = sorted.get(ROUNDS / 2);
        Map<What, Double> figures = new EnumMap<>(What.class);
        figures.put(What.RESUMED, median.seconds());
        figures.put(What.RESUME_CPU, median.spent().server().toNanos() / 1e9);
        return new Result(name, title, figures, goals, null, bench.load().tally().takeFaults());
    }

    private Round round(Bench bench, Crowd crowd) {
        List<Member> droppers = crowd.members().subList(1, crowd.members().size());
        bench.load().each(droppers, size, member -> member.leave().otherwiseEmpty());
        Member speaker = crowd.members().get(0);
        Runnable stop = bench.load().ask(() -> Future.succeededFuture(talk(speaker)));
        bench.load().await(speaker::isDone);
        bench.load().tell(stop);
        Spent before = bench.server().spent();
        long since = System.nanoTime();
        bench.load().each(droppers, size, Member::come);
        double seconds = (System.nanoTime() - since) / 1e9;
        Spent spent = bench.server().spent().since(before);
        crowd.settle();
        bench.forget();
        return new Round(seconds, spent);
    }

    /** A few at a time, as many as are missed. */
    private Runnable talk(Member speaker) {
        int[] left = { missed };
        Runnable next = () -> {
            if (left[0] > 0) {
                left[0]--;
                speaker.say(length);
            }
        };
        speaker.whenSaved(next);
        for (int i = 0; i < 8; i++) {
            next.run();
        }
        return () -> speaker.whenSaved(() -> {
        });
    }

    private record Round(double seconds, Spent spent) {
    }
}
