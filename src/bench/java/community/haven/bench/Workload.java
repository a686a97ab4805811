package community.haven.bench;

/** One way to use live rooms. */
interface Workload {

    String name();

    String title();

    Result run(Bench bench) throws Exception;
}
