package community.haven.meeting;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import community.haven.shared.Jdbc;

/** Who comes and who waits. Whoever changes anything holds the session's row. */
@Singleton
class PlaceRows {

    private final Jdbc jdbc;

    PlaceRows(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether they were neither coming nor waiting before. */
    boolean add(UUID meeting, UUID account, boolean held, Instant now) {
        return jdbc.update("insert ignore into meeting_place (meeting_id, account_id, held, asked_at) values (?, ?, ?, ?)",
                meeting, account, held, now) > 0;
    }

    /** Whether there was something to remove. */
    boolean remove(UUID meeting, UUID account) {
        return jdbc.update("delete from meeting_place where meeting_id = ? and account_id = ?", meeting, account) > 0;
    }

    int countHeld(UUID meeting) {
        return held(List.of(meeting)).getOrDefault(meeting, 0);
    }

    /** How many places of each session are taken; sessions to which nobody comes are left out. */
    Map<UUID, Integer> held(Collection<UUID> meetings) {
        return meetings.isEmpty() ? Map.of()
                : jdbc.list("select meeting_id, count(*) as held from meeting_place where held and ("
                        + Jdbc.any("meeting_id = ?", meetings.size()) + ") group by meeting_id", meetings,
                        row -> Map.entry(Jdbc.uuid(row, "meeting_id"), row.getInt("held"))).stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Of these sessions those where somebody comes (true) or waits (false). */
    Map<UUID, Boolean> of(UUID account, Collection<UUID> meetings) {
        return meetings.isEmpty() ? Map.of()
                : jdbc.list("select meeting_id, held from meeting_place where account_id = ? and ("
                        + Jdbc.any("meeting_id = ?", meetings.size()) + ")",
                        Stream.concat(Stream.of(account), meetings.stream()).toList(),
                        row -> Map.entry(Jdbc.uuid(row, "meeting_id"), row.getBoolean("held"))).stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Those of the given places that somebody has. */
    Set<Place> among(Collection<Place> asked) {
        return asked.isEmpty() ? Set.of()
                : new HashSet<>(jdbc.list(Jdbc.sought(asked.size(), "meeting_id uuid", "account_id uuid") + """
                        select p.meeting_id, p.account_id from sought straight_join meeting_place p force index (primary)
                        on p.meeting_id = sought.meeting_id and p.account_id = sought.account_id and p.held""",
                        asked.stream().flatMap(place -> Stream.of(place.meeting(), place.account())).toList(),
                        row -> new Place(Jdbc.uuid(row, "meeting_id"), Jdbc.uuid(row, "account_id"))));
    }

    /** Who comes, in the order in which they asked. */
    List<UUID> coming(UUID meeting) {
        return jdbc.list("select account_id from meeting_place where meeting_id = ? and held order by turn", List.of(meeting),
                row -> Jdbc.uuid(row, "account_id"));
    }

    /** Who comes and who waits. */
    List<UUID> concerned(UUID meeting) {
        return jdbc.list("select account_id from meeting_place where meeting_id = ? order by turn", List.of(meeting),
                row -> Jdbc.uuid(row, "account_id"));
    }

    /** Gives a place to whoever has waited longest. */
    Optional<UUID> moveUp(UUID meeting) {
        Optional<UUID> first = jdbc.list(
                "select account_id from meeting_place where meeting_id = ? and not held order by turn limit 1",
                List.of(meeting), row -> Jdbc.uuid(row, "account_id")).stream().findFirst();
        first.ifPresent(account -> jdbc.update(
                "update meeting_place set held = true where meeting_id = ? and account_id = ?", meeting, account));
        return first;
    }

    /** Whether they did not come every week before. */
    boolean addRegular(UUID series, UUID account, Instant now) {
        return jdbc.update("insert ignore into meeting_regular (series_id, account_id, asked_at) values (?, ?, ?)", series,
                account, now) > 0;
    }

    boolean removeRegular(UUID series, UUID account) {
        return jdbc.update("delete from meeting_regular where series_id = ? and account_id = ?", series, account) > 0;
    }

    void removeRegularOf(UUID room, UUID account) {
        jdbc.update("""
                delete from meeting_regular where account_id = ?
                and series_id in (select id from meeting_series where room_id = ?)""", account, room);
    }

    /** Those who come every week, in the order in which they asked. */
    List<UUID> regulars(UUID series) {
        return jdbc.list("select account_id from meeting_regular where series_id = ? order by turn", List.of(series),
                row -> Jdbc.uuid(row, "account_id"));
    }

    /** The series to which somebody comes every week. */
    Set<UUID> regularOf(UUID account) {
        return new HashSet<>(jdbc.list("select series_id from meeting_regular where account_id = ?", List.of(account),
                row -> Jdbc.uuid(row, "series_id")));
    }

    /** One person at one session. */
    record Place(UUID meeting, UUID account) {
    }
}
