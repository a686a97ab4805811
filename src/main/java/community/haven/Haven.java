package community.haven;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts Haven. */
@QuarkusMain
public class Haven {

    public static void main(String... args) {
        Quarkus.run(args);
    }
}
