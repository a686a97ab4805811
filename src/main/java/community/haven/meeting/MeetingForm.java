package community.haven.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;

import community.haven.account.Person;
import community.haven.room.RoomView;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;
import community.haven.text.Written;

/**
 * A session as it is scheduled.
 *
 * @param title 3 to 80 characters; it stands in calendars and notices, so better without what people come for
 * @param host a host of the room; without one, whoever schedules it
 * @param startsAt by the clock on the wall of its zone, later than now and within a year
 * @param zone the name of a time zone, such as {@code Europe/Berlin}
 * @param minutes 15 to 240
 * @param places 2 to the capacity of the room
 * @param weekly whether there is one every week
 * @param until the last day on which there may be one; without it, it goes on until somebody ends it
 */
record MeetingForm(String title, UUID host, LocalDateTime startsAt, String zone, Integer minutes, Integer places,
        Boolean weekly, LocalDate until) {

    static final int MAX_TITLE = 80;
    private static final int MIN_TITLE = 3;
    private static final int MAX_DAYS_AHEAD = 365;

    /** @throws Refusal {@code invalid}, naming the field */
    Series checked(Person person, RoomView room, Instant now) {
        Series series = new Series(UUID.randomUUID(), room.id(), title(title), host(host == null ? person.id() : host, room),
                present("startsAt", startsAt).withNano(0), zone(zone), minutes(minutes), places(places, room), isWeekly(),
                isWeekly() ? until : null, 0);
        checkStart("startsAt", series.startOn(series.firstAt().toLocalDate()), now);
        if (series.until() != null && series.until().isBefore(series.firstAt().toLocalDate())) {
            throw Refusal.invalid("until", Reason.TOO_SOON);
        }
        return series;
    }

    private boolean isWeekly() {
        return Boolean.TRUE.equals(weekly);
    }

    static String title(String raw) {
        return Written.line("title", raw, MIN_TITLE, MAX_TITLE);
    }

    /** Somebody who looks after the room. */
    static UUID host(UUID account, RoomView room) {
        if (room.hosts().stream().noneMatch(host -> host.id().equals(account))) {
            throw Refusal.invalid("host", Reason.NOT_POSSIBLE);
        }
        return account;
    }

    static int minutes(Integer value) {
        return within("minutes", value, 15, 240);
    }

    static int places(Integer value, RoomView room) {
        return within("places", value, 2, room.capacity());
    }

    static void checkStart(String field, Instant start, Instant now) {
        if (!start.isAfter(now)) {
            throw Refusal.invalid(field, Reason.TOO_SOON);
        }
        if (start.isAfter(now.plus(Duration.ofDays(MAX_DAYS_AHEAD)))) {
            throw Refusal.invalid(field, Reason.TOO_LATE, MAX_DAYS_AHEAD);
        }
    }

    /** A place on the map, not an offset: an offset does not know when the clocks are changed. */
    private static ZoneId zone(String raw) {
        if (raw == null || !ZoneId.getAvailableZoneIds().contains(raw)) {
            throw Refusal.invalid("zone", raw == null ? Reason.MISSING : Reason.NOT_POSSIBLE);
        }
        return ZoneId.of(raw);
    }

    private static int within(String field, Integer value, int min, int max) {
        int number = present(field, value);
        if (number < min) {
            throw Refusal.invalid(field, Reason.TOO_SMALL, min);
        }
        if (number > max) {
            throw Refusal.invalid(field, Reason.TOO_LARGE, max);
        }
        return number;
    }

    private static <T> T present(String field, T value) {
        if (value == null) {
            throw Refusal.invalid(field, Reason.MISSING);
        }
        return value;
    }

    @Override
    public String toString() {
        return "MeetingForm[" + startsAt + ", " + zone + "]";
    }
}
