package community.haven.room;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import community.haven.account.PersonalData;
import community.haven.room.RoomRows.Joined;

/** The rooms that one has joined. */
@Singleton
class OwnPlaces implements PersonalData {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final RoomRows rows;

    OwnPlaces(RoomRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Part> partsOf(UUID account) {
        return List.of(Part.<Joined> paged("rooms", rows.countJoined(account),
                last -> rows.joinedAfter(account, last == null ? BEFORE_ALL : last.room(), PAGE),
                joined -> PersonalData.item("room", joined.name(), "joinedAt", joined.at(), "host", joined.host(), "named",
                        joined.named())));
    }
}
