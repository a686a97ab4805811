package community.haven.room;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import community.haven.account.PersonalData;
import community.haven.room.RoomRows.Joined;
import community.haven.shared.Jdbc;

/** The rooms that one has joined, would like to come into, and was taken out of. */
@Singleton
class OwnPlaces implements PersonalData {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final RoomRows rows;
    private final Jdbc jdbc;

    OwnPlaces(RoomRows rows, Jdbc jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    @Override
    public List<Part> partsOf(UUID account) {
        return List.of(Part.<Joined> paged("rooms", rows.countJoined(account),
                last -> rows.joinedAfter(account, last == null ? BEFORE_ALL : last.room(), PAGE),
                joined -> PersonalData.item("room", joined.name(), "joinedAt", joined.at(), "host", joined.host(), "named",
                        joined.named())),
                part("roomRequests", """
                        select r.name, q.* from room_request q join room r on r.id = q.room_id where q.account_id = ?
                        order by q.asked_at""", account,
                        row -> PersonalData.item("room", row.getString("name"), "askedAt", Jdbc.instant(row, "asked_at"),
                                "note",
                                row.getString("note"))),
                part("roomInvitations", """
                        select r.name, i.* from room_invitation i join room r on r.id = i.room_id where i.maker = ?
                        order by i.created_at""", account,
                        row -> PersonalData.item("room", row.getString("name"), "note", row.getString("note"), "usesLeft",
                                row.getInt("uses_left"), "createdAt", Jdbc.instant(row, "created_at"), "until",
                                Jdbc.instant(row, "expires_at"))),
                part("roomHandOvers", """
                        select r.name, h.* from room_hand_over h join room r on r.id = h.room_id
                        where ? in (h.from_id, h.to_id) order by h.offered_at""", account,
                        row -> PersonalData.item("room", row.getString("name"), "at", Jdbc.instant(row, "offered_at"))),
                part("roomRemovals", """
                        select r.name, x.* from room_removal x join room r on r.id = x.room_id where x.account_id = ?
                        order by x.removed_at""", account,
                        row -> PersonalData.item("room", row.getString("name"), "at", Jdbc.instant(row, "removed_at"), "rule",
                                row.getString("rule_id"), "reason", row.getString("reason"), "until",
                                Jdbc.instant(row, "until"))));
    }

    /** Few rows by nature: nobody asks for many rooms. */
    private Part part(String name, String sql, UUID account, Jdbc.Reader<Map<String, Object>> reader) {
        List<Map<String, Object>> items = jdbc.list(sql, List.of(account), reader);
        return new Part(name, items.size(), items::forEach);
    }
}
