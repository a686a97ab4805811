package community.haven.account;

import jakarta.inject.Singleton;

/** The job that erases accounts, for tests of other packages. */
@Singleton
public class DueErasures {

    private final ErasureJob job;

    DueErasures(ErasureJob job) {
        this.job = job;
    }

    public void run() {
        job.run();
    }
}
