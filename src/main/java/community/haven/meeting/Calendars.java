package community.haven.meeting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.annotation.JsonInclude;

import community.haven.account.Act;
import community.haven.account.Guard;
import community.haven.account.Person;
import community.haven.account.Standing;
import community.haven.room.Membership;
import community.haven.room.Rooms;
import community.haven.shared.ErrorCode;
import community.haven.shared.Jdbc;
import community.haven.shared.Refusal;
import community.haven.standing.Standings;

/** The private addresses under which people's calendars look up their sessions. Only hashes of them are kept. */
@ApplicationScoped
class Calendars {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** 160 bits. */
    private static final int TOKEN_BYTES = 20;
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{40}");
    /** More than anybody's calendar shows; it only bounds the answer. */
    private static final int SHOWN = 500;

    private final Jdbc jdbc;
    private final MeetingRows rows;
    private final Rooms rooms;
    private final Standings standings;
    private final MeetingConfig config;
    private final Guard guard;
    private final Clock clock;

    Calendars(Jdbc jdbc, MeetingRows rows, Rooms rooms, Standings standings, MeetingConfig config, Guard guard, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.rooms = rooms;
        this.standings = standings;
        this.config = config;
        this.guard = guard;
        this.clock = clock;
    }

    Own own(Person person) {
        return jdbc.list("select made_at, titles from calendar where account_id = ?", List.of(person.id()),
                row -> new Own(true, Jdbc.instant(row, "made_at"), row.getBoolean("titles"))).stream().findFirst()
                .orElse(new Own(false, null, false));
    }

    /** A new address in place of the one before, if there was one; readable this once. */
    @Transactional
    String renew(Person person) {
        guard.allow(person, Act.KEEP_CALENDAR);
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        jdbc.update("""
                insert into calendar (account_id, hash, titles, made_at) values (?, ?, false, ?)
                on duplicate key update hash = values(hash), made_at = values(made_at)""", person.id(), hash(token),
                clock.instant());
        return token;
    }

    /** Whether sessions are called by their names there. Without an address there is nothing to set. */
    @Transactional
    Own setTitles(Person person, boolean titles) {
        guard.allow(person, Act.KEEP_CALENDAR);
        jdbc.update("update calendar set titles = ? where account_id = ?", titles, person.id());
        return own(person);
    }

    @Transactional
    void withdraw(Person person) {
        guard.allow(person, Act.KEEP_CALENDAR);
        jdbc.update("delete from calendar where account_id = ?", person.id());
    }

    /**
     * The calendar of whoever this address belongs to, for anybody who knows it; an empty one while they may not be among
     * people.
     *
     * @throws Refusal {@code not-found}
     */
    @Transactional
    String feed(String token) {
        Owner owner = owner(token).orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND));
        boolean isAmongPeople = standings.standingOf(owner.account()).compareTo(Standing.SUSPENDED) < 0;
        List<Meeting> meetings = isAmongPeople ? meetingsOf(owner.account()) : List.of();
        return CalendarText.of(meetings, owner.titles(), clock.instant());
    }

    private List<Meeting> meetingsOf(UUID account) {
        List<Meeting> found = rows.heldBy(account, clock.instant().minus(config.kept()), SHOWN);
        Set<UUID> joined = rooms.roles(found.stream().map(meeting -> new Membership(meeting.room(), account))
                .collect(Collectors.toSet())).keySet().stream().map(Membership::room).collect(Collectors.toSet());
        return found.stream().filter(meeting -> joined.contains(meeting.room())).toList();
    }

    private Optional<Owner> owner(String token) {
        return !TOKEN.matcher(token).matches() ? Optional.empty()
                : jdbc.list("select account_id, titles from calendar where hash = ?", List.of(hash(token)),
                        row -> new Owner(Jdbc.uuid(row, "account_id"), row.getBoolean("titles"))).stream().findFirst();
    }

    /** A quick hash is enough: unlike passwords, addresses are random and too many to be gone through. */
    private static String hash(String token) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Owner(UUID account, boolean titles) {
    }

    /**
     * @param on whether there is an address
     * @param since when it was made; absent where there is none
     * @param titles whether sessions are called by their names there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Own(boolean on, Instant since, boolean titles) {
    }
}
