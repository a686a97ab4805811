package community.haven.bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import community.haven.bench.Bench.Measured;
import io.vertx.core.Future;

/** One of many readers stops reading: do the others notice, and does the server's memory? */
record StalledReader(String name, String title, int size, Pace pace) implements Workload {

    private static final double WITHIN = 2;
    private static final double FLAT_MB = 4;

    @Override
    public Result run(Bench bench) throws Exception {
        Crowd crowd = new Crowd(bench, 1, size).come();
        Member stalled = crowd.members().get(0);
        List<Member> talkers = crowd.members().subList(1, size);
        bench.load().ask(stalled::comeNarrowly);
        Runnable stop = bench.load().ask(() -> Future.succeededFuture(pace.start(bench.load(), talkers)));
        bench.warmUp();
        Measured undisturbed = bench.measure();
        long heap = bench.server().liveBytes();
        bench.load().tell(stalled::stopReading);
        Measured disturbed = bench.measure();
        double grown = (bench.server().liveBytes() - heap) / 1e6;
        bench.load().tell(stop);
        bench.load().tell(stalled::readOn);
        comeBack(bench.load(), stalled);
        crowd.settle();
        crowd.leave();
        Map<What, Double> figures = new EnumMap<>(What.class);
        figures.put(What.P99, undisturbed.percentile(99));
        figures.put(What.STALLED_P99, disturbed.percentile(99));
        figures.put(What.GROWN, grown);
        return new Result(name, title, figures,
                Map.of(What.STALLED_P99, WITHIN * undisturbed.percentile(99), What.GROWN, FLAT_MB),
                disturbed.latency(), bench.load().tally().takeFaults());
    }

    /** It has been hung up on meanwhile, and comes back as a page does. */
    private static void comeBack(Load load, Member stalled) {
        load.await(() -> stalled.isGone() || stalled.isDone());
        if (load.ask(() -> Future.succeededFuture(stalled.isGone()))) {
            Bench.say("the stalled reader was closed with %s and comes back", load.tally().closeCode());
            load.ask(stalled::come);
        } else {
            load.tell(() -> load.tally().fault("the stalled reader was not closed"));
        }
    }
}
