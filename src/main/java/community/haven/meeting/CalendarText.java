package community.haven.meeting;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.Classification;
import biweekly.property.Status;
import community.haven.shared.Words;

/** Sessions as iCalendar (RFC 5545), at times in UTC, which no calendar can take for another zone. */
final class CalendarText {

    private static final String MAKER = "-//Haven//Sessions//EN";
    /** Lines are counted in octets, the library counts characters; of those no one takes more than three octets. */
    private static final int LINE_OF_ANY = 24;

    private CalendarText() {
    }

    /** @param titles whether sessions are called by their names, for calendars that nobody else looks at */
    static String of(List<Meeting> meetings, boolean titles, Instant now) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(MAKER);
        calendar.setMethod("PUBLISH");
        meetings.forEach(meeting -> calendar.addEvent(event(meeting, titles, now)));
        return written(calendar, meetings);
    }

    private static VEvent event(Meeting meeting, boolean titles, Instant now) {
        boolean isCancelled = meeting.state() == MeetingState.CANCELLED;
        VEvent event = new VEvent();
        // For good, wherever the session is moved: that is how a calendar knows it again.
        event.setUid(meeting.id().toString());
        event.setDateTimeStamp(Date.from(now));
        event.setSequence(meeting.version() + (isCancelled ? 1 : 0));
        event.setDateStart(Date.from(meeting.startsAt()));
        event.setDateEnd(Date.from(meeting.course().endsAt()));
        event.setSummary(titles ? meeting.title() : Words.notice("meeting"));
        event.setClassification(Classification.private_());
        event.setStatus(isCancelled ? Status.cancelled() : Status.confirmed());
        return event;
    }

    private static String written(ICalendar calendar, List<Meeting> meetings) {
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            if (!meetings.stream().allMatch(meeting -> isAscii(meeting.title()))) {
                writer.getVObjectWriter().getFoldedLineWriter().setLineLength(LINE_OF_ANY);
            }
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static boolean isAscii(String title) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(title);
    }
}
