package community.haven.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

import community.haven.room.RoomView;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/**
 * A change of all sessions of a series that have not begun, also of those that were changed one by one before; what is left out
 * stays as it is.
 *
 * @param time by the clock on the wall of its zone; the day of the week stays
 * @param until the last day on which there may be one; sessions after it are cancelled
 * @param reason 10 to 1,000 characters that those who come will read
 */
record SeriesChange(String title, UUID host, LocalTime time, Integer minutes, Integer places, LocalDate until, String reason) {

    /** @throws Refusal {@code invalid}, naming the field */
    Series of(Series series, RoomView room) {
        if (until != null && (!series.weekly() || until.isBefore(series.firstAt().toLocalDate()))) {
            throw Refusal.invalid("until", series.weekly() ? Reason.TOO_SOON : Reason.NOT_POSSIBLE);
        }
        return new Series(series.id(), series.room(), title == null ? series.title() : MeetingForm.title(title),
                host == null ? series.host() : MeetingForm.host(host, room),
                time == null ? series.firstAt() : series.firstAt().toLocalDate().atTime(time.withNano(0)), series.zone(),
                minutes == null ? series.minutes() : MeetingForm.minutes(minutes),
                places == null ? series.places() : MeetingForm.places(places, room), series.weekly(),
                until == null ? series.until() : until, series.version() + 1);
    }

    @Override
    public String toString() {
        return "SeriesChange[" + time + ", " + until + "]";
    }
}
