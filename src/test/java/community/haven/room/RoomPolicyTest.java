package community.haven.room;

import static community.haven.room.RoomState.ARCHIVED;
import static community.haven.room.RoomState.OPEN;
import static community.haven.room.RoomState.PAUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import community.haven.room.RoomPolicy.Door;
import community.haven.room.RoomPolicy.Way;
import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;

class RoomPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
    private static final Speaker MEMBER = new Speaker(RoomRole.MEMBER, false, null, null);
    private static final Speaker HOST = new Speaker(RoomRole.HOST, false, null, null);
    private static final Speaker STAFF = new Speaker(RoomRole.MEMBER, true, null, null);
    private static final Pace SLOW = new Pace(OPEN, RoomOpening.ALWAYS, Duration.ofSeconds(30));

    @ParameterizedTest
    @CsvSource({ "OPEN, OPEN, false", "PAUSED, OPEN, false", "OPEN, REQUEST, true", "OPEN, INVITATION, true" })
    void shouldLetInByThemselvesWhereTheDoorIsOpenAndStaffEverywhere(RoomState state, RoomVisibility visibility,
            boolean staff) {
        allows(() -> RoomPolicy.checkJoin(new Door(state, visibility, null), false, staff, NOW));
    }

    @ParameterizedTest
    @CsvSource({ "ARCHIVED, OPEN, true, true, ROOM_ARCHIVED", "OPEN, OPEN, true, true, REMOVED_FROM_ROOM",
            "OPEN, REQUEST, false, false, ROOM_BY_REQUEST", "PAUSED, INVITATION, false, false, ROOM_BY_REQUEST" })
    void shouldLetNobodyElseInByThemselves(RoomState state, RoomVisibility visibility, boolean removed, boolean staff,
            ErrorCode code) {
        refuses(() -> RoomPolicy.checkJoin(new Door(state, visibility, null), removed, staff, NOW), code);
    }

    @Test
    void shouldSayWhenToComeAgainWhileClosedToNewcomers() {
        Door closed = new Door(OPEN, RoomVisibility.OPEN, NOW.plusSeconds(90));
        assertThatThrownBy(() -> RoomPolicy.way(closed, false, false, NOW)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.ROOM_CLOSED_TO_NEWCOMERS);
            assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(90));
        });
        allows(() -> RoomPolicy.checkJoin(closed, false, true, NOW));
        allows(() -> RoomPolicy.checkJoin(closed, false, false, NOW.plusSeconds(90)));
    }

    @Test
    void shouldSayNoTimeWhileClosedUntilSomebodyOpens() {
        Door closed = new Door(OPEN, RoomVisibility.OPEN, Room.UNTIL_REOPENED);
        assertThatThrownBy(() -> RoomPolicy.way(closed, false, false, NOW)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.retryAfter()).isEmpty());
    }

    @Test
    void shouldLeaveAWayBackToWhoeverWasTakenOut() {
        Door closed = new Door(OPEN, RoomVisibility.INVITATION, NOW.plusSeconds(90));
        assertThat(RoomPolicy.way(closed, true, false, NOW)).isEqualTo(Way.BY_REQUEST);
    }

    @ParameterizedTest
    @CsvSource({ "true, false", "false, true", "true, true" })
    void shouldLetMembersAndStaffRead(boolean member, boolean staff) {
        allows(() -> RoomPolicy.checkRead(member, staff));
    }

    @Test
    void shouldLetNobodyElseRead() {
        refuses(() -> RoomPolicy.checkRead(false, false), ErrorCode.NOT_A_MEMBER);
    }

    @Test
    void shouldLetMembersSpeakWhenOpen() {
        allows(() -> RoomPolicy.checkSay(pace(OPEN), MEMBER, NOW));
    }

    @Test
    void shouldLetOnlyHostsAndStaffSpeakWhenPaused() {
        allows(() -> RoomPolicy.checkSay(pace(PAUSED), HOST, NOW));
        allows(() -> RoomPolicy.checkSay(pace(PAUSED), STAFF, NOW));
        refuses(() -> RoomPolicy.checkSay(pace(PAUSED), MEMBER, NOW), ErrorCode.ROOM_PAUSED);
    }

    @Test
    void shouldLetNobodySpeakWhenArchived() {
        for (Speaker speaker : List.of(MEMBER, HOST, STAFF)) {
            refuses(() -> RoomPolicy.checkSay(pace(ARCHIVED), speaker, NOW), ErrorCode.ROOM_ARCHIVED);
        }
    }

    @ParameterizedTest
    @EnumSource(RoomState.class)
    void shouldLetNobodySpeakWhoHasNotJoined(RoomState state) {
        refuses(() -> RoomPolicy.checkSay(pace(state), new Speaker(null, false, null, null), NOW), ErrorCode.NOT_A_MEMBER);
        refuses(() -> RoomPolicy.checkSay(pace(state), new Speaker(null, true, null, null), NOW), ErrorCode.NOT_A_MEMBER);
    }

    @ParameterizedTest
    @CsvSource({ "0, 30000", "1, 29999", "29999, 1", "-5000, 30000" })
    void shouldTellExactlyWhatIsLeftInSlowMode(long sinceMillis, long leftMillis) {
        Speaker speaker = new Speaker(RoomRole.MEMBER, false, null, NOW.minusMillis(sinceMillis));
        assertThatThrownBy(() -> RoomPolicy.checkSay(SLOW, speaker, NOW)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.SLOW_MODE);
            assertThat(refusal.retryAfter()).contains(Duration.ofMillis(leftMillis));
        });
    }

    @Test
    void shouldLetNobodySpeakWhileTheyAreMutedHoweverTheyLookAfterTheRoom() {
        for (Speaker speaker : List.of(MEMBER, HOST, STAFF)) {
            Speaker muted = new Speaker(speaker.role(), speaker.staff(), NOW.plusSeconds(90), null);
            assertThatThrownBy(() -> RoomPolicy.checkSay(pace(OPEN), muted, NOW)).isInstanceOfSatisfying(Refusal.class,
                    refusal -> {
                        assertThat(refusal.code()).isEqualTo(ErrorCode.MUTED_IN_ROOM);
                        assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(90));
                    });
            allows(() -> RoomPolicy.checkSay(pace(OPEN), muted, NOW.plusSeconds(90)));
        }
    }

    @Test
    void shouldLetSpeakInSlowModeWhoHasWaitedOrLooksAfterTheRoom() {
        allows(() -> RoomPolicy.checkSay(SLOW, MEMBER, NOW));
        allows(() -> RoomPolicy.checkSay(SLOW, new Speaker(RoomRole.MEMBER, false, null, NOW.minusSeconds(30)), NOW));
        allows(() -> RoomPolicy.checkSay(SLOW, new Speaker(RoomRole.HOST, false, null, NOW), NOW));
        allows(() -> RoomPolicy.checkSay(SLOW, new Speaker(RoomRole.MEMBER, true, null, NOW), NOW));
    }

    @Test
    void shouldKeepEverybodysPlaceWhenARoomGetsSmaller() {
        allows(() -> RoomPolicy.checkCapacity(20, 20));
        refuses(() -> RoomPolicy.checkCapacity(19, 20), ErrorCode.INVALID);
    }

    private static Pace pace(RoomState state) {
        return new Pace(state, RoomOpening.ALWAYS, Duration.ZERO);
    }

    private static void allows(ThrowingCallable check) {
        assertThatCode(check).doesNotThrowAnyException();
    }

    private static void refuses(ThrowingCallable check, ErrorCode code) {
        assertThatThrownBy(check).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
