package community.haven.bench;

import java.util.EnumMap;
import java.util.Map;

import community.haven.bench.Bench.Measured;
import io.vertx.core.Future;

/** People who talk: how fast and how dear is a delivery? */
record Talk(String name, String title, int rooms, int size, Pace pace, Map<What, Double> goals) implements Workload {

    @Override
    public Result run(Bench bench) throws Exception {
        Crowd crowd = new Crowd(bench, rooms, size).come();
        Runnable stop = bench.load().ask(() -> Future.succeededFuture(pace.start(bench.load(), crowd.members())));
        bench.warmUp();
        Measured measured = bench.measure();
        bench.load().tell(stop);
        crowd.settle();
        crowd.leave();
        return new Result(name, title, figures(measured), goals, measured.latency(), bench.load().tally().takeFaults());
    }

    private static Map<What, Double> figures(Measured measured) {
        Map<What, Double> figures = new EnumMap<>(What.class);
        double thousands = measured.deliveries() / 1_000.0;
        figures.put(What.SAVED, measured.saved() / measured.seconds());
        figures.put(What.DELIVERED, measured.deliveries() / measured.seconds());
        figures.put(What.P50, measured.percentile(50));
        figures.put(What.P99, measured.percentile(99));
        figures.put(What.P999, measured.percentile(99.9));
        figures.put(What.SERVER_CPU, measured.spent().server().toMillis() / thousands);
        figures.put(What.DATABASE_CPU, measured.spent().database().toMillis() / thousands);
        figures.put(What.LOAD, 100 * measured.spent().load().toNanos() / 1e9 / measured.seconds());
        return figures;
    }
}
