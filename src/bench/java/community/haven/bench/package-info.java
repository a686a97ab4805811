/**
 * The benchmark of the live rooms: {@code mvn -Pbench verify}. It starts the packaged server on a core of its own, plays its
 * members from a second process on another one, checks that nothing was lost, doubled or out of order, and draws what came of
 * it. {@link community.haven.bench.Benchmark} is where to begin reading.
 */
package community.haven.bench;
