package community.haven.meeting;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import community.haven.account.Accounts;
import community.haven.account.Person;
import community.haven.account.TimeCursor;
import community.haven.room.Floor;
import community.haven.room.Membership;
import community.haven.room.RoomOpening;
import community.haven.room.Rooms;
import community.haven.shared.Page;
import community.haven.shared.Refusal;

/** Sessions as people see them, and who may write while they are on. */
@ApplicationScoped
public class Meetings {

    private final MeetingRows rows;
    private final PlaceRows places;
    private final Rooms rooms;
    private final Accounts accounts;
    private final MeetingPolicy policy;
    private final Clock clock;

    Meetings(MeetingRows rows, PlaceRows places, Rooms rooms, Accounts accounts, MeetingConfig config, Clock clock) {
        this.rows = rows;
        this.places = places;
        this.rooms = rooms;
        this.accounts = accounts;
        this.policy = new MeetingPolicy(config);
        this.clock = clock;
    }

    /**
     * Who of these people may write at this moment where. Costs nothing unless one of the rooms opens for sessions alone.
     *
     * @param paces of all of the rooms, as they are now
     */
    public Voices voices(Map<Membership, Floor> floors, Instant now) {
        Map<UUID, Set<UUID>> speakers = floors.entrySet().stream()
                .filter(one -> one.getValue().isMember() && one.getValue().pace().opening() == RoomOpening.SESSIONS)
                .map(Map.Entry::getKey)
                .collect(Collectors.groupingBy(Membership::room, Collectors.mapping(Membership::account, Collectors.toSet())));
        return speakers.isEmpty() ? Voices.OF_EVERYBODY : voicesIn(speakers, now);
    }

    /** What is on and what is to come in a room, for those who may read it. */
    @Transactional
    Page<MeetingView> in(Person person, UUID room, String cursor, int limit) {
        rooms.checkReader(person, room);
        TimeCursor after = TimeCursor.decode(cursor, TimeCursor.START);
        return page(person, rows.upcoming(room, clock.instant(), after, limit + 1), limit);
    }

    /** What somebody comes to, waits for or looks after. */
    @Transactional
    Page<MeetingView> mine(Person person, String cursor, int limit) {
        TimeCursor after = TimeCursor.decode(cursor, TimeCursor.START);
        return page(person, rows.upcomingOf(person.id(), clock.instant(), after, limit + 1), limit);
    }

    /** @throws Refusal {@code not-found}, {@code not-a-member} */
    @Transactional
    MeetingView openTo(Person person, UUID id) {
        Meeting meeting = rows.find(id);
        rooms.checkReader(person, meeting.room());
        return views(person, List.of(meeting)).get(0);
    }

    private Page<MeetingView> page(Person person, List<Meeting> found, int limit) {
        List<Meeting> meetings = found.subList(0, Math.min(limit, found.size()));
        Meeting last = found.size() > limit ? meetings.get(limit - 1) : null;
        return new Page<>(views(person, meetings), last == null ? null : TimeCursor.encode(last.startsAt(), last.id()));
    }

    private List<MeetingView> views(Person person, List<Meeting> meetings) {
        List<UUID> ids = meetings.stream().map(Meeting::id).toList();
        Set<UUID> roomIds = meetings.stream().map(Meeting::room).collect(Collectors.toSet());
        Map<UUID, Integer> held = places.held(ids);
        Map<UUID, Boolean> own = places.of(person.id(), ids);
        Set<UUID> everyWeek = places.regularOf(person.id());
        Map<UUID, Series> series = rows.seriesOf(meetings);
        Map<UUID, String> names = rooms.names(roomIds);
        Map<UUID, String> handles = accounts.handlesFor(person,
                meetings.stream().map(Meeting::leader).filter(Objects::nonNull).distinct().toList());
        Set<UUID> moderated = roomIds.stream().filter(room -> rooms.moderates(person, room)).collect(Collectors.toSet());
        Instant now = clock.instant();
        return meetings.stream().map(meeting -> {
            Course course = policy.at(meeting.course(), now);
            return new MeetingView(meeting.id(), meeting.room(), names.get(meeting.room()),
                    MeetingView.Times.of(series.get(meeting.series())), meeting.title(),
                    somebody(meeting.leader(), handles), course.startsAt(), course.endsAt(), policy.opens(course.startsAt()),
                    course.state(), course.until(), course.hostGone(), meeting.places(),
                    Math.max(0, meeting.places() - held.getOrDefault(meeting.id(), 0)),
                    MeetingView.Mine.of(own.get(meeting.id())), everyWeek.contains(meeting.series()),
                    person.id().equals(meeting.leader()), moderated.contains(meeting.room()), meeting.version());
        }).toList();
    }

    private static MeetingView.Somebody somebody(UUID account, Map<UUID, String> handles) {
        return Optional.ofNullable(account).map(handles::get).map(handle -> new MeetingView.Somebody(account, handle))
                .orElse(null);
    }

    private Voices voicesIn(Map<UUID, Set<UUID>> speakers, Instant now) {
        List<Meeting> meetings = rows.notOverIn(speakers.keySet()).stream()
                .map(meeting -> meeting.with(policy.at(meeting.course(), now))).toList();
        Map<UUID, Meeting> on = meetings.stream().filter(meeting -> meeting.state().isOn())
                .collect(Collectors.toMap(Meeting::room, meeting -> meeting, (first, second) -> first));
        Map<UUID, Set<UUID>> coming = coming(on.values(), speakers);
        Map<UUID, List<UUID>> hosts = on.isEmpty() ? Map.of() : rooms.hosts(on.keySet());
        Map<UUID, Voices.Room> voices = new HashMap<>();
        speakers.keySet().forEach(room -> {
            Set<UUID> heard = new HashSet<>(coming.getOrDefault(room, Set.of()));
            heard.addAll(hosts.getOrDefault(room, List.of()));
            Optional.ofNullable(on.get(room)).map(Meeting::leader).ifPresent(heard::add);
            voices.put(room, new Voices.Room(on.containsKey(room), nextOpening(meetings, room), heard));
        });
        return new Voices(voices);
    }

    private Map<UUID, Set<UUID>> coming(Collection<Meeting> on, Map<UUID, Set<UUID>> speakers) {
        Map<UUID, UUID> roomOf = on.stream().collect(Collectors.toMap(Meeting::id, Meeting::room));
        Set<PlaceRows.Place> asked = on.stream().flatMap(meeting -> speakers.get(meeting.room()).stream()
                .map(account -> new PlaceRows.Place(meeting.id(), account))).collect(Collectors.toSet());
        return places.among(asked).stream().collect(Collectors.groupingBy(place -> roomOf.get(place.meeting()),
                Collectors.mapping(PlaceRows.Place::account, Collectors.toSet())));
    }

    private Instant nextOpening(List<Meeting> meetings, UUID room) {
        return meetings.stream().filter(meeting -> meeting.room().equals(room) && meeting.state() == MeetingState.SCHEDULED)
                .findFirst().map(meeting -> policy.opens(meeting.startsAt())).orElse(null);
    }
}
