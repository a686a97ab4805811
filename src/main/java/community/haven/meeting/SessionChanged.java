package community.haven.meeting;

import java.time.Instant;
import java.util.UUID;

/**
 * Fired in the transaction that takes a session further, with the session as it is afterwards.
 *
 * @param hostGone whether it closes because its host has dropped
 * @param until when what was half written can be sent no more; {@code null} unless it is closing
 */
public record SessionChanged(UUID room, UUID meeting, MeetingState state, boolean hostGone, String title, Instant startsAt,
        Instant endsAt, Instant until) {

    static SessionChanged of(Meeting meeting) {
        Course course = meeting.course();
        return new SessionChanged(meeting.room(), meeting.id(), course.state(), course.hostGone(), meeting.title(),
                course.startsAt(), course.endsAt(), course.until());
    }

    @Override
    public String toString() {
        return "SessionChanged[" + meeting + ", " + state + "]";
    }
}
