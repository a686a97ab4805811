package community.haven.meeting;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import community.haven.account.Accounts;
import community.haven.notice.News;
import community.haven.notice.NoticeKind;
import community.haven.notice.Notices;
import community.haven.room.Rooms;

/** What people are told about sessions, each for themselves, within the caller's transaction. */
@Singleton
class MeetingNotices {

    private final Notices notices;
    private final PlaceRows places;
    private final Rooms rooms;
    private final Accounts accounts;

    MeetingNotices(Notices notices, PlaceRows places, Rooms rooms, Accounts accounts) {
        this.notices = notices;
        this.places = places;
        this.rooms = rooms;
        this.accounts = accounts;
    }

    /** To those who come, those who wait and the host, but not to whoever did it. */
    void changed(Meeting meeting, UUID by, String reason) {
        tellConcerned(meeting, by, NoticeKind.MEETING_CHANGED, reason);
    }

    void cancelled(Meeting meeting, UUID by, String reason) {
        tellConcerned(meeting, by, NoticeKind.MEETING_CANCELLED, reason);
    }

    /** Once to everybody who is concerned by any of them. */
    void seriesChanged(Collection<Meeting> meetings, UUID by, String reason) {
        tellOnceEach(meetings, by, NoticeKind.MEETINGS_CHANGED, reason);
    }

    void seriesCancelled(Collection<Meeting> meetings, UUID by, String reason) {
        tellOnceEach(meetings, by, NoticeKind.MEETINGS_CANCELLED, reason);
    }

    void movedUp(Meeting meeting, UUID account) {
        tell(account, news(NoticeKind.MEETING_PLACE, meeting));
    }

    /** To those who come and to the host. */
    void reminder(Meeting meeting, boolean soon) {
        News news = news(soon ? NoticeKind.MEETING_SOON : NoticeKind.MEETING_TOMORROW, meeting);
        Set<UUID> people = new LinkedHashSet<>(places.coming(meeting.id()));
        people.add(meeting.leader());
        people.forEach(account -> tell(account, news));
    }

    /** To the other hosts of the room and to staff. */
    void needsHost(Meeting meeting) {
        Set<UUID> people = new HashSet<>(accounts.staff());
        people.addAll(rooms.hosts(Set.of(meeting.room())).getOrDefault(meeting.room(), List.of()));
        people.remove(meeting.leader());
        people.forEach(account -> tell(account, news(NoticeKind.MEETING_NEEDS_HOST, meeting)));
    }

    private void tellConcerned(Meeting meeting, UUID by, NoticeKind kind, String reason) {
        concerned(meeting, by).forEach(account -> tell(account, news(kind, meeting).because(null, reason)));
    }

    private void tellOnceEach(Collection<Meeting> meetings, UUID by, NoticeKind kind, String reason) {
        Set<UUID> told = new HashSet<>();
        // In their order, so that the time in it is that of the first one that concerns them.
        meetings.forEach(meeting -> concerned(meeting, by).stream().filter(told::add)
                .forEach(account -> tell(account, news(kind, meeting).because(null, reason))));
    }

    private Set<UUID> concerned(Meeting meeting, UUID by) {
        Set<UUID> people = new LinkedHashSet<>(places.concerned(meeting.id()));
        people.add(meeting.leader());
        people.remove(by);
        return people;
    }

    private void tell(UUID account, News news) {
        // A host who has been erased is nobody.
        if (account != null) {
            notices.tell(account, news);
        }
    }

    private static News news(NoticeKind kind, Meeting meeting) {
        return News.of(kind, meeting.room(), meeting.title()).until(meeting.startsAt());
    }
}
