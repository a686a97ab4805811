package community.haven.room;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import community.haven.account.PersonalData;

/** In which rooms one is not heard for a time, with what one was told. It goes with the account. */
@Singleton
class OwnRoomMutes implements PersonalData {

    private final RoomMuteRows rows;
    private final RoomRows rooms;

    OwnRoomMutes(RoomMuteRows rows, RoomRows rooms) {
        this.rows = rows;
        this.rooms = rooms;
    }

    /** Few rows by nature: each is a decision of people, and goes soon after its end. */
    @Override
    public List<Part> partsOf(UUID account) {
        List<RoomMute> mutes = rows.about(account);
        Map<UUID, String> names = rooms.names(mutes.stream().map(RoomMute::room).collect(Collectors.toSet()));
        return List.of(new Part("roomMutes", mutes.size(), item -> mutes.forEach(mute -> item.accept(PersonalData.item("room",
                names.get(mute.room()), "rule", mute.rule(), "reason", mute.reason(), "at", mute.since(), "until",
                mute.until())))));
    }
}
