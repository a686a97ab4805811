package community.haven.room;

import static community.haven.room.RoomState.ARCHIVED;
import static community.haven.room.RoomState.OPEN;
import static community.haven.room.RoomState.PAUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;

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

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

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
        allows(() -> RoomPolicy.checkSay(OPEN, true, false));
    }

    @Test
    void shouldLetOnlyStaffSpeakWhenPaused() {
        allows(() -> RoomPolicy.checkSay(PAUSED, true, true));
        refuses(() -> RoomPolicy.checkSay(PAUSED, true, false), ErrorCode.ROOM_PAUSED);
    }

    @Test
    void shouldLetNobodySpeakWhenArchived() {
        refuses(() -> RoomPolicy.checkSay(ARCHIVED, true, false), ErrorCode.ROOM_ARCHIVED);
        refuses(() -> RoomPolicy.checkSay(ARCHIVED, true, true), ErrorCode.ROOM_ARCHIVED);
    }

    @ParameterizedTest
    @EnumSource(RoomState.class)
    void shouldLetNobodySpeakWhoHasNotJoined(RoomState state) {
        refuses(() -> RoomPolicy.checkSay(state, false, false), ErrorCode.NOT_A_MEMBER);
        refuses(() -> RoomPolicy.checkSay(state, false, true), ErrorCode.NOT_A_MEMBER);
    }

    @Test
    void shouldKeepEverybodysPlaceWhenARoomGetsSmaller() {
        allows(() -> RoomPolicy.checkCapacity(20, 20));
        refuses(() -> RoomPolicy.checkCapacity(19, 20), ErrorCode.INVALID);
    }

    private static void allows(ThrowingCallable check) {
        assertThatCode(check).doesNotThrowAnyException();
    }

    private static void refuses(ThrowingCallable check, ErrorCode code) {
        assertThatThrownBy(check).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
