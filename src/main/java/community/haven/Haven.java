package community.haven;

import community.haven.ops.CannotStart;
import community.haven.ops.Startup;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts Haven. */
@QuarkusMain
public class Haven {

    public static void main(String... args) {
        try {
            Startup.mail();
            Startup.database();
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        Quarkus.run(args);
    }
}
