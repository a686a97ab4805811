package community.haven.meeting;

import java.time.Instant;
import java.util.UUID;

import community.haven.room.RoomView;
import community.haven.shared.Refusal;

/**
 * A change of one session; what is left out stays as it is.
 *
 * @param startsAt later than now and within a year
 * @param reason 10 to 1,000 characters that those who come will read
 */
record MeetingChange(String title, UUID host, Instant startsAt, Integer minutes, Integer places, String reason) {

    /** @throws Refusal {@code invalid}, naming the field */
    Meeting of(Meeting meeting, RoomView room, Instant now) {
        Course course = meeting.course();
        Instant start = startsAt == null ? course.startsAt() : startsAt;
        if (startsAt != null) {
            MeetingForm.checkStart("startsAt", start, now);
        }
        long length = minutes == null ? course.endsAt().getEpochSecond() - course.startsAt().getEpochSecond()
                : 60L * MeetingForm.minutes(minutes);
        Instant end = start.plusSeconds(length);
        boolean isSameTime = start.equals(course.startsAt()) && end.equals(course.endsAt());
        return meeting.edited(title == null ? meeting.title() : MeetingForm.title(title),
                host == null ? meeting.host() : MeetingForm.host(host, room),
                places == null ? meeting.places() : MeetingForm.places(places, room),
                isSameTime ? course : course.moved(start, end));
    }

    @Override
    public String toString() {
        return "MeetingChange[" + startsAt + "]";
    }
}
