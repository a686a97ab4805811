package community.haven.meeting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.jboss.logging.Logger;

import community.haven.room.Membership;
import community.haven.room.Rooms;
import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Makes the sessions of a series some weeks ahead, and deletes old ones. Twice is as good as once: a series has one session for
 * each day, and whoever makes them holds its row.
 */
@ApplicationScoped
class Ahead {

    private static final Logger LOG = Logger.getLogger(Ahead.class);
    /** A server that fell takes no leave of the hosts who were connected to it. */
    private static final Duration LONGEST_PRESENCE = Duration.ofDays(1);
    private static final int BATCH = 500;

    private final MeetingRows rows;
    private final PlaceRows places;
    private final Rooms rooms;
    private final MeetingConfig config;
    private final MeetingPolicy policy;
    private final Clock clock;

    Ahead(MeetingRows rows, PlaceRows places, Rooms rooms, MeetingConfig config, Clock clock) {
        this.rows = rows;
        this.places = places;
        this.rooms = rooms;
        this.config = config;
        this.policy = new MeetingPolicy(config);
        this.clock = clock;
    }

    @Scheduled(identity = "meetings-ahead", every = "${haven.meeting.ahead-every:1h}", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        rows.weeklySeries().forEach(series -> {
            try {
                QuarkusTransaction.requiringNew().run(() -> continued(series));
            } catch (RuntimeException e) {
                // The others have their turn all the same; this one has it again in the next run.
                LOG.warnf("Series %s has no new sessions yet: %s", series, e.getClass().getName());
            }
        });
        Instant now = clock.instant();
        rows.deleteEndedBefore(now.minus(config.kept()), BATCH);
        rows.endPresenceBefore(now.minus(LONGEST_PRESENCE));
    }

    /**
     * The sessions of a new series, or those that a change of it brings.
     *
     * @throws Refusal {@code time-taken} when another session of the room would be on at the same time as one of them
     */
    @Transactional(TxType.MANDATORY)
    List<Meeting> make(Series series) {
        List<Meeting> wanted = wanted(series);
        if (wanted.stream().anyMatch(this::isTaken)) {
            throw Refusal.of(ErrorCode.TIME_TAKEN);
        }
        wanted.forEach(this::add);
        return wanted;
    }

    /** A day that somebody has taken meanwhile is left out. */
    private void continued(UUID id) {
        rooms.hold(rows.series(id).room());
        Series series = rows.lockedSeries(id);
        if (!rows.isEnded(id)) {
            wanted(series).stream().filter(meeting -> !isTaken(meeting)).forEach(this::add);
        }
    }

    private List<Meeting> wanted(Series series) {
        Instant now = clock.instant();
        Set<LocalDate> made = rows.daysOf(series.id());
        return series.days(now, now.plus(config.ahead())).stream().filter(day -> !made.contains(day)).map(series::on).toList();
    }

    private boolean isTaken(Meeting meeting) {
        Course course = meeting.course();
        return rows.isTaken(meeting.room(), meeting.id(), course.startsAt().minus(policy.pause()),
                course.endsAt().plus(policy.pause()));
    }

    private void add(Meeting meeting) {
        Instant now = clock.instant();
        Course course = meeting.course().reminded(policy.remindersDue(meeting.course(), now));
        if (rows.add(meeting.with(course), policy.due(course, now))) {
            List<UUID> regulars = members(meeting.room(), places.regulars(meeting.series()));
            for (int i = 0; i < regulars.size(); i++) {
                places.add(meeting.id(), regulars.get(i), i < meeting.places(), now);
            }
        }
    }

    private List<UUID> members(UUID room, List<UUID> accounts) {
        Set<UUID> members = rooms.roles(accounts.stream().map(one -> new Membership(room, one)).toList()).keySet().stream()
                .map(Membership::account).collect(Collectors.toSet());
        return accounts.stream().filter(members::contains).toList();
    }
}
