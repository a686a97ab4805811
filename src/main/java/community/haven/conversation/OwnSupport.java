package community.haven.conversation;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import community.haven.account.PersonalData;
import community.haven.conversation.SupportRows.Given;
import community.haven.room.Rooms;

/** Where one is with somebody, which nobody else is told. */
@Singleton
class OwnSupport implements PersonalData {

    private final SupportRows given;
    private final Rooms rooms;

    OwnSupport(SupportRows given, Rooms rooms) {
        this.given = given;
        this.rooms = rooms;
    }

    @Override
    public List<Part> partsOf(UUID account) {
        return List.of(Part.<Given> paged("support", given.countOf(account),
                last -> given.after(account, last == null ? null : last.place(), PAGE), this::item));
    }

    private Map<String, Object> item(Given one) {
        UUID room = one.place().room();
        return PersonalData.item("room", rooms.names(List.of(room)).get(room), "number", one.place().seq(), "support",
                one.kinds().stream().map(SupportKind::wire).toList());
    }
}
