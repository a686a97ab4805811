package community.haven.bench;

import java.util.List;
import java.util.Map;

import org.HdrHistogram.Histogram;

/**
 * What came of a workload.
 *
 * @param latency of each delivery, in nanoseconds; {@code null} where it is not what the workload is about
 * @param faults what was lost, doubled, refused or out of order; nothing is expected to be
 */
record Result(String name, String title, Map<What, Double> figures, Map<What, Double> goals, Histogram latency,
        List<String> faults) {

    /** In milliseconds. */
    double percentile(double percentile) {
        return latency.getValueAtPercentile(percentile) / 1e6;
    }
}
