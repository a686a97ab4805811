package community.haven.meeting;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import community.haven.account.Act;
import community.haven.account.Guard;
import community.haven.account.Person;
import community.haven.audit.Audit;
import community.haven.room.MembershipEnded;
import community.haven.room.PersonCame;
import community.haven.room.PersonGone;
import community.haven.room.Rooms;
import community.haven.shared.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Who looks after a session, and what becomes of it when they come and go. */
@ApplicationScoped
class Hosting {

    private static final Logger LOG = Logger.getLogger(Hosting.class);

    private final MeetingRows rows;
    private final Progress progress;
    private final MeetingPolicy policy;
    private final Rooms rooms;
    private final Guard guard;
    private final Audit audit;
    private final Clock clock;

    Hosting(MeetingRows rows, Progress progress, MeetingConfig config, Rooms rooms, Guard guard, Audit audit, Clock clock) {
        this.rows = rows;
        this.progress = progress;
        this.policy = new MeetingPolicy(config);
        this.rooms = rooms;
        this.guard = guard;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Looks after a session from now on: another host of the room, a moderator, or the host who says that they are here.
     *
     * @throws Refusal {@code wrong-state} when it is not on
     */
    @Transactional
    void takeOver(Person person, UUID id) {
        guard.allow(person, Act.LEAD_MEETING);
        rooms.checkModerator(person, rows.find(id).room());
        Meeting before = rows.locked(id);
        Instant now = clock.instant();
        Course course = policy.takenOver(before.course(), now);
        rows.addPresence(before.room(), person.id(), now);
        Meeting after = progress.take(before, before.ledBy(person.id()).with(course));
        audit.record(person.id(), "meeting-taken-over", after.subject(), null);
    }

    void onCame(@Observes PersonCame came) {
        observed(() -> came(came.room(), came.account()));
    }

    void onGone(@Observes PersonGone gone) {
        observed(() -> dropped(gone.room(), gone.account()));
    }

    void onEnd(@Observes MembershipEnded ended) {
        dropped(ended.room(), ended.account());
    }

    /** Whoever tells of one has more to tell of, whatever happens here. */
    private static void observed(Runnable work) {
        try {
            QuarkusTransaction.requiringNew().run(work);
        } catch (RuntimeException e) {
            LOG.warnf("A session does not know that somebody came or went: %s", e.getClass().getName());
        }
    }

    private void came(UUID room, UUID account) {
        if (isHostOrLeader(room, account)) {
            rows.addPresence(room, account, clock.instant());
            inEach(room, meeting -> isTheirs(meeting, account),
                    meeting -> meeting.ledBy(account).with(policy.cameBack(meeting.course(), clock.instant())));
        }
    }

    private void dropped(UUID room, UUID account) {
        rows.endPresence(room, account);
        inEach(room, meeting -> account.equals(meeting.leader()),
                meeting -> meeting.with(policy.dropped(meeting.course(), clock.instant())));
    }

    /** Theirs to lead: they do already, or they were named and nobody who took over is here. */
    private static boolean isTheirs(Meeting meeting, UUID account) {
        return account.equals(meeting.leader()) || account.equals(meeting.host()) && !meeting.course().hostHere();
    }

    private boolean isHostOrLeader(UUID room, UUID account) {
        return rooms.hosts(Set.of(room)).getOrDefault(room, List.of()).contains(account)
                || rows.notOverIn(Set.of(room)).stream().anyMatch(meeting -> account.equals(meeting.leader()));
    }

    private void inEach(UUID room, Predicate<Meeting> concerns, UnaryOperator<Meeting> change) {
        List<UUID> ids = rows.notOverIn(Set.of(room)).stream().filter(concerns).map(Meeting::id).toList();
        for (Meeting before : rows.locked(ids)) {
            Meeting after = change.apply(before);
            if (concerns.test(before) && !isSame(before, after)) {
                progress.take(before, after);
            }
        }
    }

    private static boolean isSame(Meeting before, Meeting after) {
        return before.state() == after.state() && Objects.equals(before.leader(), after.leader());
    }
}
