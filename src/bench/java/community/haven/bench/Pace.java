package community.haven.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** How people talk. */
interface Pace {

    /** Begins, on the event loop. @return what ends it */
    Runnable start(Load load, List<Member> people);

    /** So many messages a second, whatever becomes of them, each from somebody else. */
    static Pace steady(int rate, int length) {
        return (load, people) -> {
            List<Member> turns = new ArrayList<>(people);
            Collections.shuffle(turns, new Random(1));
            int[] turn = { 0 };
            long timer = load.vertx().setPeriodic(1_000 / rate,
                    fired -> turns.get(turn[0]++ % turns.size()).say(length));
            return () -> load.vertx().cancelTimer(timer);
        };
    }

    /**
     * As fast as what was said is acknowledged.
     *
     * @param every which of the members talk: each first of so many
     * @param unanswered how many messages each of them has under way
     */
    static Pace eager(int every, int unanswered, int length) {
        return (load, people) -> {
            boolean[] on = { true };
            for (int i = 0; i < people.size(); i += every) {
                Member member = people.get(i);
                member.whenSaved(() -> {
                    if (on[0]) {
                        member.say(length);
                    }
                });
                for (int n = 0; n < unanswered; n++) {
                    member.say(length);
                }
            }
            return () -> on[0] = false;
        };
    }
}
