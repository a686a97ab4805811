package community.haven.testkit;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import community.haven.account.SetupCodeMade;

/** Reads the set-up code as the operator does on the console. */
@Singleton
public class SetupCodes {

    private static volatile String newest;

    public static String newest() {
        return newest;
    }

    void remember(@Observes SetupCodeMade made) {
        newest = made.code();
    }
}
