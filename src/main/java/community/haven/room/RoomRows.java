package community.haven.room;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import community.haven.account.Hosts;
import community.haven.shared.Jdbc;

/** What is asked about many rooms at a time while messages wait, and the memberships. Plain SQL for that reason. */
@Singleton
class RoomRows implements Hosts {

    private final Jdbc jdbc;

    RoomRows(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** @param byOpenDoor whether they came in by themselves, by the door that is open to everybody */
    void add(Membership membership, Instant at, boolean byOpenDoor) {
        jdbc.update("insert into membership (room_id, account_id, joined_at, by_open_door) values (?, ?, ?, ?)",
                membership.room(), membership.account(), at, byOpenDoor);
    }

    /** How many have come in by the open door since then, and are there. */
    int cameInSince(UUID room, Instant at) {
        return jdbc.list("select count(*) as members from membership where room_id = ? and joined_at >= ? and by_open_door",
                List.of(room, at), row -> row.getInt("members")).get(0);
    }

    /** Whether there was something to remove. */
    boolean remove(Membership membership) {
        return jdbc.update("delete from membership where room_id = ? and account_id = ?",
                membership.room(), membership.account()) > 0;
    }

    List<UUID> joinedBy(UUID account, int limit) {
        return jdbc.list("select room_id from membership where account_id = ? order by room_id limit ?",
                List.of(account, limit), row -> Jdbc.uuid(row, "room_id"));
    }

    /** Who has joined, the earliest first, from behind the given one on. */
    List<Member> members(UUID room, Instant at, UUID account, int limit) {
        return jdbc.list("""
                select account_id, joined_at, host from membership
                where room_id = ? and (joined_at > ? or joined_at = ? and account_id > ?)
                order by joined_at, account_id limit ?""", List.of(room, at, at, account, limit),
                row -> new Member(Jdbc.uuid(row, "account_id"), Jdbc.instant(row, "joined_at"), row.getBoolean("host")));
    }

    /** Rooms this person has joined, with the moment, after the given one. */
    List<Joined> joinedAfter(UUID account, UUID after, int limit) {
        return jdbc.list("""
                select r.id, r.name, m.joined_at, m.host, m.named from membership m join room r on r.id = m.room_id
                where m.account_id = ? and m.room_id > ? order by m.room_id limit ?""", List.of(account, after, limit),
                row -> new Joined(Jdbc.uuid(row, "id"), row.getString("name"), Jdbc.instant(row, "joined_at"),
                        row.getBoolean("host"), row.getBoolean("named")));
    }

    int countJoined(UUID account) {
        return jdbc.list("select count(*) as rooms from membership where account_id = ?", List.of(account),
                row -> row.getInt("rooms")).get(0);
    }

    /** Whether there is not one room yet. */
    boolean none() {
        return jdbc.list("select id from room limit 1", List.of(), row -> Jdbc.uuid(row, "id")).isEmpty();
    }

    Map<UUID, String> names(Collection<UUID> rooms) {
        if (rooms.isEmpty()) {
            return Map.of();
        }
        return jdbc.list("select id, name from room where " + Jdbc.any("id = ?", rooms.size()), rooms,
                row -> Map.entry(Jdbc.uuid(row, "id"), row.getString("name"))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    boolean has(Membership membership) {
        return roles(Set.of(membership)).containsKey(membership);
    }

    /** What people are in the rooms that they have joined; where they have not, it is left out. */
    Map<Membership, RoomRole> roles(Collection<Membership> asked) {
        if (asked.isEmpty()) {
            return Map.of();
        }
        return jdbc.list(sought(asked) + """
                select m.room_id, m.account_id, m.host from sought
                straight_join membership m force index (primary)
                on m.room_id = sought.room_id and m.account_id = sought.account_id""", values(asked),
                row -> Map.entry(membership(row), role(row)))
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What decides whether people have the floor in rooms; rooms that do not exist are left out. */
    Map<Membership, Floor> floors(Collection<Membership> asked) {
        if (asked.isEmpty()) {
            return Map.of();
        }
        return jdbc.list(sought(asked)
                + """
                        select sought.room_id, sought.account_id, r.state, r.opening, r.slow_mode_seconds, m.host, x.ends_at from sought
                        straight_join room r force index (primary) on r.id = sought.room_id
                        left join membership m force index (primary) on m.room_id = sought.room_id and m.account_id = sought.account_id
                        left join room_mute x force index (primary) on x.room_id = sought.room_id and x.account_id = sought.account_id""",
                values(asked),
                row -> Map.entry(membership(row), new Floor(pace(row), role(row), Jdbc.instant(row, "ends_at"))))
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String sought(Collection<Membership> asked) {
        return Jdbc.sought(asked.size(), "room_id uuid", "account_id uuid");
    }

    private static List<UUID> values(Collection<Membership> asked) {
        return asked.stream().flatMap(one -> Stream.of(one.room(), one.account())).toList();
    }

    private static Membership membership(ResultSet row) throws SQLException {
        return new Membership(Jdbc.uuid(row, "room_id"), Jdbc.uuid(row, "account_id"));
    }

    private static RoomRole role(ResultSet row) throws SQLException {
        boolean host = row.getBoolean("host");
        return row.wasNull() ? null : host ? RoomRole.HOST : RoomRole.MEMBER;
    }

    private static Pace pace(ResultSet row) throws SQLException {
        return new Pace(RoomState.valueOf(row.getString("state")), RoomOpening.valueOf(row.getString("opening")),
                Duration.ofSeconds(row.getInt("slow_mode_seconds")));
    }

    /** Whether it made a difference. */
    boolean setHost(Membership membership, boolean host) {
        return jdbc.update("update membership set host = ? where room_id = ? and account_id = ? and host <> ?", host,
                membership.room(), membership.account(), host) > 0;
    }

    /** Whether it made a difference. */
    boolean setNamed(Membership membership, boolean named) {
        return jdbc.update("update membership set named = ? where room_id = ? and account_id = ? and named <> ?", named,
                membership.room(), membership.account(), named) > 0;
    }

    Optional<Boolean> named(Membership membership) {
        return jdbc.list("select named from membership where room_id = ? and account_id = ?",
                List.of(membership.room(), membership.account()), row -> row.getBoolean("named")).stream().findFirst();
    }

    /** The hosts of each room, in the order in which they joined; rooms without one are left out. */
    Map<UUID, List<UUID>> hosts(Collection<UUID> rooms) {
        if (rooms.isEmpty()) {
            return Map.of();
        }
        return jdbc.list("select room_id, account_id from membership where host and (" + Jdbc.any("room_id = ?", rooms.size())
                + ") order by joined_at, account_id", rooms,
                row -> new Membership(Jdbc.uuid(row, "room_id"), Jdbc.uuid(row, "account_id"))).stream()
                .collect(Collectors.groupingBy(Membership::room,
                        Collectors.mapping(Membership::account, Collectors.toList())));
    }

    @Override
    public boolean isHostSomewhere(UUID account) {
        return !jdbc.list("select room_id from membership where account_id = ? and host limit 1", List.of(account),
                row -> Jdbc.uuid(row, "room_id")).isEmpty();
    }

    int count(UUID room) {
        return counts(List.of(room)).getOrDefault(room, 0);
    }

    /** How many have joined each room; rooms that nobody has joined are left out. */
    Map<UUID, Integer> counts(Collection<UUID> rooms) {
        if (rooms.isEmpty()) {
            return Map.of();
        }
        return jdbc.list(
                "select room_id, count(*) as members from membership where " + Jdbc.any("room_id = ?", rooms.size())
                        + " group by room_id",
                rooms, row -> Map.entry(Jdbc.uuid(row, "room_id"), row.getInt("members"))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** For how long rooms keep their history; those that do not exist are left out. */
    Map<UUID, Duration> retention(Collection<UUID> rooms) {
        if (rooms.isEmpty()) {
            return Map.of();
        }
        return jdbc.list("select id, retention_days from room where " + Jdbc.any("id = ?", rooms.size()), rooms,
                row -> Map.entry(Jdbc.uuid(row, "id"), Duration.ofDays(row.getInt("retention_days")))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    record Member(UUID account, Instant at, boolean host) {
    }

    record Joined(UUID room, String name, Instant at, boolean host, boolean named) {

        @Override
        public String toString() {
            return "Joined[" + room + "]";
        }
    }
}
