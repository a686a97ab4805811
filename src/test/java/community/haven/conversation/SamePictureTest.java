package community.haven.conversation;

import static community.haven.testkit.LiveClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

import community.haven.shared.Jdbc;
import community.haven.testkit.AtOnce;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.TestRooms;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;

/**
 * Whatever people do to a room at once, and however often they lose it: in the end each of them sees what somebody sees who
 * comes for the first time, and has been told everything once and in order.
 */
@HavenTest
class SamePictureTest {

    private static final int ACTS = 60;
    private static final int AGED = 6;
    private static final List<String> KINDS = List.of("with-you", "me-too", "holding-space");

    @TestHTTPResource("/")
    URI server;

    @Inject
    Purge purge;

    @Inject
    EntryRows entries;

    @Inject
    Jdbc jdbc;

    @Inject
    Clock clock;

    private final AtomicInteger keys = new AtomicInteger();
    private Someone mo;
    private UUID room;

    /** The same ones each time, and one that has not been tried before; it is part of the name of the test. */
    static LongStream seeds() {
        return LongStream.of(1, 2, 3, 4, new Random().nextLong());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldShowEverybodyTheSameRoomInTheEnd(long seed) {
        mo = Cast.moderator();
        List<Someone> people = List.of(mo, Cast.member("amal"), Cast.member("bea"), Cast.member("carlo"));
        room = TestRooms.joinedBy(mo, people.toArray(Someone[]::new));
        List<Follower> followers = people.stream().map(person -> new Follower(server, person, room)).toList();
        AtOnce.times(people.size(), i -> {
            Random chance = new Random(seed + i);
            List<Consumer<Follower>> acts = acts(chance, i == 0);
            for (int n = 0; n < ACTS; n++) {
                acts.get(chance.nextInt(acts.size())).accept(followers.get(i));
            }
            return null;
        });
        compare(followers, people);
    }

    private void compare(List<Follower> followers, List<Someone> people) {
        forgetSome();
        long end = followers.get(0).act(say("the last word")).get("seq").asLong();
        long gone = entries.extent(room).gone();
        List<String> pictures = new ArrayList<>();
        followers.forEach(follower -> pictures.add(after(follower, gone, end)));
        try (Follower fresh = new Follower(server, people.get(1), room)) {
            assertThat(pictures).containsOnly(after(fresh, gone, end));
        }
    }

    private static String after(Follower follower, long gone, long end) {
        try (follower) {
            follower.catchUpWith(end);
            return follower.picture(gone);
        }
    }

    private List<Consumer<Follower>> acts(Random chance, boolean moderator) {
        List<Consumer<Follower>> acts = new ArrayList<>(List.of(
                who -> who.act(say("message")), who -> who.act(say("message")), this::sayTwice,
                who -> who.act(frame("retract", "seq", some(chance))),
                who -> who.act(frame("support", "seq", some(chance), "kind", kind(chance))),
                who -> who.act(frame("endSupport", "seq", some(chance), "kind", kind(chance))),
                Follower::vanish, Follower::come, Follower::stepOut));
        if (moderator) {
            acts.addAll(List.of(
                    who -> who.act(frame("remove", "seq", some(chance), "rule", "G1", "reason", "It named somebody.")),
                    who -> who.act(frame("restore", "seq", some(chance), "reason", "It named nobody.")),
                    who -> who.act(frame("pin", "seq", some(chance))), who -> who.act(frame("unpin", "seq", some(chance))),
                    who -> TestRooms.edit(mo, room, Map.of("topic", "Topic " + keys.incrementAndGet())),
                    who -> forgetSome()));
        }
        return acts;
    }

    private ObjectNode say(String text) {
        int key = keys.incrementAndGet();
        return frame("say", "key", "k" + key, "text", text + " " + key);
    }

    /** As somebody does who has not heard whether it arrived, with the connection lost in between. */
    private void sayTwice(Follower who) {
        ObjectNode same = say("once");
        long first = who.act(same.deepCopy()).path("seq").asLong();
        who.vanish();
        long second = who.act(same).path("seq").asLong();
        if (first > entries.extent(room).gone()) {
            assertThat(second).as("the same message, as long as the room keeps it").isEqualTo(first);
        }
    }

    private long some(Random chance) {
        return 1 + chance.nextLong(Math.max(1, entries.extent(room).last()));
    }

    private static String kind(Random chance) {
        return KINDS.get(chance.nextInt(KINDS.size()));
    }

    /** The room's oldest entries become older than it keeps them. */
    private void forgetSome() {
        Instant longAgo = Instant.now(clock).minus(Duration.ofDays(31));
        QuarkusTransaction.requiringNew().run(() -> {
            entries.lock(Set.of(room));
            jdbc.update("update entry set at = ? where room_id = ? order by seq limit ?", longAgo, room, AGED);
        });
        purge.run();
    }
}
