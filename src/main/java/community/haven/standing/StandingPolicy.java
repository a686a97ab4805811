package community.haven.standing;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.UUID;

import community.haven.account.Person;
import community.haven.account.Role;
import community.haven.account.Standing;
import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/** What follows from measures, and who may take which about whom. */
final class StandingPolicy {

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private StandingPolicy() {
    }

    /** Of several measures in force the strictest counts. */
    static Standing strictest(Collection<Terms> measures, Instant now) {
        return measures.stream().map(measure -> measure.standing(now)).max(Comparator.naturalOrder()).orElse(Standing.GOOD);
    }

    /**
     * Nobody decides about themselves, and about staff only admins do. Whoever is an admin keeps what an admin needs: the role
     * is taken first, which is where the last admin is looked after.
     */
    static void checkSubject(Person by, Subject subject, MeasureKind kind) {
        checkDecides(by, subject);
        if (subject.role() == Role.ADMIN && (kind == MeasureKind.SUSPEND || kind == MeasureKind.EXCLUDE)) {
            throw Refusal.of(ErrorCode.STILL_ADMIN);
        }
    }

    /**
     * @param limit the longest time for this kind
     * @throws Refusal {@code invalid} when the end is missing, too near or too far, or where there is none to be chosen
     */
    static void checkUntil(MeasureKind kind, Instant until, Instant now, Duration limit) {
        if (until == null && kind.isTimed()) {
            throw Refusal.invalid("until", Reason.MISSING);
        }
        if (until == null) {
            return;
        }
        if (kind == MeasureKind.WORD) {
            throw Refusal.invalid("until", Reason.NOT_POSSIBLE);
        }
        if (until.isBefore(now.plus(SHORTEST))) {
            throw Refusal.invalid("until", Reason.TOO_SOON);
        }
        if (until.isAfter(now.plus(limit))) {
            throw Refusal.invalid("until", Reason.TOO_LATE, (int) limit.toDays());
        }
    }

    /** Two who decide the same at once would otherwise measure somebody twice. */
    static void checkFirst(MeasureKind kind, Collection<Terms> earlier, Instant now, Duration proposal) {
        if (earlier.stream().anyMatch(terms -> terms.kind() == kind && terms.state(now, proposal).isOpen())) {
            throw Refusal.of(ErrorCode.ALREADY_MEASURED);
        }
    }

    /** @param madeBy who proposed it */
    static void checkConfirmation(Person by, Subject subject, UUID madeBy, Terms terms, MeasureState state) {
        checkSubject(by, subject, terms.kind());
        if (terms.secondedAt() != null || terms.liftedAt() != null) {
            throw Refusal.of(ErrorCode.ALREADY_DECIDED);
        }
        if (state != MeasureState.PROPOSED) {
            throw Refusal.of(ErrorCode.WRONG_STATE);
        }
        if (by.id().equals(madeBy)) {
            throw Refusal.of(ErrorCode.SECOND_PERSON_NEEDED);
        }
    }

    /** What two people agreed on, one moderator alone does not undo. */
    static void checkLifting(Person by, Subject subject, Terms terms, MeasureState state) {
        checkDecides(by, subject);
        if (state == MeasureState.LIFTED) {
            throw Refusal.of(ErrorCode.ALREADY_DECIDED);
        }
        if (state == MeasureState.ENDED) {
            throw Refusal.of(ErrorCode.WRONG_STATE);
        }
        if (terms.secondedAt() != null && !by.role().isAtLeast(Role.ADMIN)) {
            throw Refusal.of(ErrorCode.NOT_ALLOWED);
        }
    }

    private static void checkDecides(Person by, Subject subject) {
        if (by.id().equals(subject.id())) {
            throw Refusal.of(ErrorCode.NOT_ABOUT_YOURSELF);
        }
        if (subject.role().isAtLeast(Role.MODERATOR) && !by.role().isAtLeast(Role.ADMIN)) {
            throw Refusal.of(ErrorCode.NOT_ALLOWED);
        }
    }

    /** Whom a decision is about. */
    record Subject(UUID id, Role role) {
    }
}
