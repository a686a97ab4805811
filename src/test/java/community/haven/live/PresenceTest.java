package community.haven.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import community.haven.live.Presence.Change;
import community.haven.live.Presence.People;
import community.haven.live.Presence.Turn;

class PresenceTest {

    private static final Duration GRACE = Duration.ofSeconds(90);
    private static final UUID ROOM = UUID.randomUUID();
    private static final UUID AMAL = UUID.randomUUID();
    private static final UUID BEA = UUID.randomUUID();

    private Instant now = Instant.parse("2026-11-25T10:00:00Z");
    private final Presence presence = new Presence(GRACE, new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    });

    @Test
    void shouldCountPeopleAndNotTheirDevices() {
        presence.came(ROOM, AMAL, false);
        presence.came(ROOM, AMAL, false);
        presence.came(ROOM, BEA, false);

        assertThat(presence.changes()).containsExactly(
                new Change(ROOM, new People(2, List.of()), List.of(new Turn(AMAL, true), new Turn(BEA, true))));
    }

    @Test
    void shouldNameThoseAloneWhoWishIt() {
        presence.came(ROOM, AMAL, true);
        presence.came(ROOM, BEA, false);
        assertThat(people()).isEqualTo(new People(2, List.of(AMAL)));

        presence.names(ROOM, BEA, true);
        presence.names(ROOM, AMAL, false);

        assertThat(people()).isEqualTo(new People(2, List.of(BEA)));
    }

    @Test
    void shouldNotNoticeAShortDrop() {
        presence.came(ROOM, AMAL, false);
        presence.came(ROOM, BEA, false);
        People before = people();

        presence.went(ROOM, BEA);
        now = now.plus(GRACE).minusMillis(1);
        assertThat(presence.changes()).containsExactly(new Change(ROOM, before, List.of()));
        presence.came(ROOM, BEA, false);
        now = now.plus(GRACE);

        assertThat(presence.changes()).containsExactly(new Change(ROOM, before, List.of()));
        assertThat(presence.changes()).isEmpty();
    }

    @Test
    void shouldLetGoOfWhoeverStaysAway() {
        presence.came(ROOM, AMAL, false);
        presence.changes();

        presence.went(ROOM, AMAL);
        now = now.plus(GRACE);

        assertThat(presence.changes())
                .containsExactly(new Change(ROOM, new People(0, List.of()), List.of(new Turn(AMAL, false))));
        assertThat(presence.changes()).isEmpty();
    }

    @Test
    void shouldStayAsLongAsOneDeviceIsThere() {
        presence.came(ROOM, AMAL, false);
        presence.came(ROOM, AMAL, false);
        presence.went(ROOM, AMAL);
        now = now.plus(GRACE.multipliedBy(2));

        assertThat(people().count()).isEqualTo(1);
    }

    @Test
    void shouldLetGoAtOnceOfWhoeverIsNoMemberAnyMore() {
        presence.came(ROOM, AMAL, true);
        presence.changes();

        presence.left(ROOM, AMAL);
        presence.went(ROOM, AMAL);

        assertThat(presence.changes())
                .containsExactly(new Change(ROOM, new People(0, List.of()), List.of(new Turn(AMAL, false))));
    }

    private People people() {
        return presence.changes().get(0).people();
    }
}
