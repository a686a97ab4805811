package community.haven.testkit;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Says loudly, as the last thing of a run, which tests were left out for want of a browser. */
public class LeftOutTests implements TestExecutionListener {

    private final Queue<String> leftOut = new ConcurrentLinkedQueue<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        boolean lacked = result.getStatus() == Status.ABORTED
                && result.getThrowable().map(Throwable::getMessage).filter(reason -> reason.contains(Browser.NONE)).isPresent();
        if (lacked) {
            leftOut.add(test.getLegacyReportingName());
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (!leftOut.isEmpty()) {
            System.out.printf("%n%1$s%n  LEFT OUT: %2$d browser tests did not run.%n  %3$s.%n  %4$s%n%1$s%n%n",
                    "!".repeat(100), leftOut.size(), Browser.NONE, String.join(", ", leftOut));
        }
    }
}
