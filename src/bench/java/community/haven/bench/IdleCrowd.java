package community.haven.bench;

import java.util.EnumMap;
import java.util.Map;

import community.haven.bench.Server.Spent;

/**
 * Thousands who have joined and say nothing: how fast do they come, and what does each of them occupy?
 * They are measured when they come for the second time, with the tokens of the first.
 */
record IdleCrowd(String name, String title, int rooms, int size, Map<What, Double> goals) implements Workload {

    @Override
    public Result run(Bench bench) throws Exception {
        Bench.say("warming up with %,d joins", rooms * size);
        new Crowd(bench, rooms, size).come().leave();
        Crowd crowd = new Crowd(bench, rooms, size);
        long heap = bench.server().liveBytes();
        long resident = bench.server().residentBytes();
        Bench.say("measuring %,d joins", rooms * size);
        Spent before = bench.server().spent();
        long since = System.nanoTime();
        crowd.come();
        double seconds = (System.nanoTime() - since) / 1e9;
        Spent spent = bench.server().spent().since(before);
        int sockets = rooms * size;
        Map<What, Double> figures = new EnumMap<>(What.class);
        figures.put(What.JOINS, sockets / seconds);
        figures.put(What.JOIN_CPU, spent.server().toNanos() / 1e6 / sockets);
        figures.put(What.JOIN_DATABASE_CPU, spent.database().toNanos() / 1e6 / sockets);
        figures.put(What.LOAD, 100 * spent.load().toNanos() / 1e9 / seconds);
        figures.put(What.HEAP, (bench.server().liveBytes() - heap) / 1024.0 / sockets);
        figures.put(What.RESIDENT, (bench.server().residentBytes() - resident) / 1024.0 / sockets);
        crowd.settle();
        crowd.leave();
        return new Result(name, title, figures, goals, null, bench.load().tally().takeFaults());
    }
}
