package community.haven.room;

import static community.haven.room.RoomState.ARCHIVED;
import static community.haven.room.RoomState.OPEN;
import static community.haven.room.RoomState.PAUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;

class RoomPolicyTest {

    @ParameterizedTest
    @CsvSource({ "OPEN, 0", "OPEN, 19", "PAUSED, 19" })
    void shouldLetInWhenThereIsAPlace(RoomState state, int members) {
        allows(() -> RoomPolicy.checkJoin(state, members, 20));
    }

    @ParameterizedTest
    @CsvSource({ "OPEN, 20, ROOM_FULL", "PAUSED, 21, ROOM_FULL", "ARCHIVED, 0, ROOM_ARCHIVED", "ARCHIVED, 20, ROOM_ARCHIVED" })
    void shouldLetNobodyInWhenFullOrArchived(RoomState state, int members, ErrorCode code) {
        refuses(() -> RoomPolicy.checkJoin(state, members, 20), code);
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
