package community.haven.room;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import community.haven.account.Person;
import community.haven.account.Role;
import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/** Who mutes whom in a room, and for how long. */
final class RoomMutePolicy {

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private RoomMutePolicy() {
    }

    /** Nobody decides about themselves, about staff only admins do, and about hosts only staff. */
    static void checkSubject(Person by, Subject subject) {
        if (by.id().equals(subject.account())) {
            throw Refusal.of(ErrorCode.NOT_ABOUT_YOURSELF);
        }
        if (subject.siteRole().isAtLeast(Role.MODERATOR) && !by.actingRole().isAtLeast(Role.ADMIN)
                || subject.role() == RoomRole.HOST && !by.isStaff()) {
            throw Refusal.of(ErrorCode.NOT_ALLOWED);
        }
    }

    /** @param limit the longest time for whoever decides */
    static void checkUntil(Instant until, Instant now, Duration limit) {
        if (until == null) {
            throw Refusal.invalid("until", Reason.MISSING);
        }
        if (until.isBefore(now.plus(SHORTEST))) {
            throw Refusal.invalid("until", Reason.TOO_SOON);
        }
        if (until.isAfter(now.plus(limit))) {
            throw Refusal.invalid("until", Reason.TOO_LATE, (int) limit.toDays());
        }
    }

    /** What staff decided a host does not undo. */
    static void checkLifting(Person by, RoomMute mute) {
        if (mute.byStaff() && !by.isStaff()) {
            throw Refusal.of(ErrorCode.NOT_ALLOWED);
        }
    }

    /** @param role {@code null} when they have not joined */
    record Subject(UUID account, Role siteRole, RoomRole role) {
    }
}
