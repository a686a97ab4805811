package community.haven.shared;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;

/** Tells trouble with the database that passes from a fault that stays. */
public final class Trouble {

    /** When to come again. */
    public static final Duration PAUSE = Duration.ofSeconds(1);

    private static final String ROLLED_BACK = "40";
    private static final int RECORD_CHANGED = 1020;
    private static final int SERVER_SHUTDOWN = 1053;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final Set<Integer> PASSING = Set.of(RECORD_CHANGED, SERVER_SHUTDOWN, LOCK_WAIT_TIMEOUT);

    private Trouble() {
    }

    /** Whether the same work may succeed later: the database was away, busy, or had to break a tie. */
    public static boolean passes(Throwable failure) {
        return inSql(failure).map(Trouble::passes).orElseGet(() -> causes(failure).anyMatch(Trouble::isFailedCommit));
    }

    /** Whether the database gave this work up so that others could go on (a deadlock): it can be done again at once. */
    public static boolean isTie(Throwable failure) {
        return inSql(failure).map(SQLException::getSQLState).filter(state -> state.startsWith(ROLLED_BACK)).isPresent();
    }

    private static boolean passes(SQLException e) {
        String state = e.getSQLState();
        // Without a state it is the pool that speaks: no connection became free in time.
        return state == null || state.startsWith("08") || state.startsWith(ROLLED_BACK) || state.startsWith("70")
                || PASSING.contains(e.getErrorCode());
    }

    private static boolean isFailedCommit(Throwable e) {
        return e instanceof RollbackException || e instanceof SystemException || e instanceof HeuristicMixedException
                || e instanceof HeuristicRollbackException;
    }

    private static Optional<SQLException> inSql(Throwable failure) {
        return causes(failure).filter(SQLException.class::isInstance).map(SQLException.class::cast).findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, e -> e != null, Throwable::getCause).limit(20);
    }
}
