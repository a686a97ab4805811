package community.haven.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import community.haven.account.Person;
import community.haven.account.Role;
import community.haven.account.Standing;
import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;
import community.haven.standing.StandingPolicy.Subject;
import community.haven.testkit.Persons;

class StandingPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration PROPOSAL = Duration.ofHours(72);
    private static final Duration MONTH = Duration.ofDays(30);

    /** Times are seconds from now; what is missing is not there. */
    @ParameterizedTest
    @CsvSource({
            // kind, made, ends, meanwhile, seconded, lifted -> standing, state
            "WORD,    -1,  ,    ,   ,   , GOOD,      SAID",
            "MUTE,    -60, 1,   ,   ,   , MUTED,     IN_FORCE",
            "MUTE,    -60, 0,   ,   ,   , GOOD,      ENDED",
            "MUTE,    5,   60,  ,   ,   , MUTED,     IN_FORCE",
            "MUTE,    -60, 60,  ,   , 0 , GOOD,      LIFTED",
            "SUSPEND, -60, 1,   ,   ,   , SUSPENDED, IN_FORCE",
            "SUSPEND, -60, -1,  ,   ,   , GOOD,      ENDED",
            "EXCLUDE, -60, ,    ,   ,   , GOOD,      PROPOSED",
            "EXCLUDE, -60, , 60 ,   ,   , SUSPENDED, PROPOSED",
            "EXCLUDE, -60, , 0  ,   ,   , GOOD,      PROPOSED",
            "EXCLUDE, -259200, , ,  ,   , GOOD,      ENDED",
            "EXCLUDE, -259199, , ,  ,   , GOOD,      PROPOSED",
            "EXCLUDE, -60, , 60 , 0 ,   , EXCLUDED,  IN_FORCE",
            "EXCLUDE, -999999, , , -9,  , EXCLUDED,  IN_FORCE",
            "EXCLUDE, -60, , 60 ,   , -1, GOOD,      LIFTED",
            "EXCLUDE, -60, ,    , -9, -1, GOOD,      LIFTED",
    })
    void shouldFollowFromTheMeasureAndTheTimeAlone(MeasureKind kind, Long made, Long ends, Long meanwhile, Long seconded,
            Long lifted, Standing standing, MeasureState state) {
        Terms terms = new Terms(kind, at(made), at(ends), at(meanwhile), at(seconded), at(lifted));

        assertThat(terms.standing(NOW)).isEqualTo(standing);
        assertThat(terms.state(NOW, PROPOSAL)).isEqualTo(state);
    }

    @Test
    void shouldCountTheStrictestOfSeveral() {
        assertThat(StandingPolicy.strictest(List.of(), NOW)).isEqualTo(Standing.GOOD);
        assertThat(StandingPolicy.strictest(List.of(mute(60), suspension(30), mute(-1)), NOW)).isEqualTo(Standing.SUSPENDED);
        assertThat(StandingPolicy.strictest(List.of(mute(60), suspension(30)), NOW.plusSeconds(30))).isEqualTo(Standing.MUTED);
        assertThat(StandingPolicy.strictest(List.of(mute(60), suspension(30)), NOW.plusSeconds(60))).isEqualTo(Standing.GOOD);
    }

    @ParameterizedTest
    @CsvSource({ "MODERATOR, MEMBER, EXCLUDE, ", "MODERATOR, MODERATOR, WORD, NOT_ALLOWED",
            "MODERATOR, ADMIN, MUTE, NOT_ALLOWED",
            "ADMIN, MODERATOR, EXCLUDE, ", "ADMIN, ADMIN, WORD, ", "ADMIN, ADMIN, MUTE, ", "ADMIN, ADMIN, SUSPEND, STILL_ADMIN",
            "ADMIN, ADMIN, EXCLUDE, STILL_ADMIN" })
    void shouldSayWhoDecidesAboutWhom(Role by, Role about, MeasureKind kind, ErrorCode code) {
        assertRefused(code, () -> StandingPolicy.checkSubject(person(by), new Subject(UUID.randomUUID(), about), kind));
    }

    @Test
    void shouldLetNobodyDecideAboutThemselves() {
        Person ada = person(Role.ADMIN);
        Subject self = new Subject(ada.id(), Role.ADMIN);

        assertRefused(ErrorCode.NOT_ABOUT_YOURSELF, () -> StandingPolicy.checkSubject(ada, self, MeasureKind.WORD));
        assertRefused(ErrorCode.NOT_ABOUT_YOURSELF,
                () -> StandingPolicy.checkLifting(ada, self, mute(60), MeasureState.IN_FORCE));
    }

    @ParameterizedTest
    @CsvSource({ "MUTE, , MISSING", "SUSPEND, , MISSING", "EXCLUDE, , ", "WORD, , ", "WORD, 3600, NOT_POSSIBLE",
            "MUTE, 59, TOO_SOON", "MUTE, 60, ", "MUTE, -60, TOO_SOON", "MUTE, 2592000, ", "MUTE, 2592001, TOO_LATE",
            "EXCLUDE, 3600, " })
    void shouldBoundTheEnd(MeasureKind kind, Long until, Reason reason) {
        ThrowingCallable check = () -> StandingPolicy.checkUntil(kind, at(until), NOW, MONTH);

        if (reason == null) {
            assertThatCode(check).doesNotThrowAnyException();
        } else {
            assertThat(catchThrowableOfType(Refusal.class, check).fields()).singleElement()
                    .satisfies(field -> assertThat(field.reason()).isEqualTo(reason))
                    .satisfies(field -> assertThat(field.field()).isEqualTo("until"));
        }
    }

    @Test
    void shouldNotMeasureSomebodyTwiceForTheSame() {
        List<Terms> muted = List.of(mute(60), suspension(-1));

        assertRefused(ErrorCode.ALREADY_MEASURED, () -> StandingPolicy.checkFirst(MeasureKind.MUTE, muted, NOW, PROPOSAL));
        assertRefused(null, () -> StandingPolicy.checkFirst(MeasureKind.SUSPEND, muted, NOW, PROPOSAL));
        assertRefused(null, () -> StandingPolicy.checkFirst(MeasureKind.EXCLUDE, List.of(proposal(-PROPOSAL.toSeconds(), null)),
                NOW, PROPOSAL));
        assertRefused(ErrorCode.ALREADY_MEASURED, () -> StandingPolicy.checkFirst(MeasureKind.EXCLUDE,
                List.of(proposal(-PROPOSAL.toSeconds(), -9L)), NOW, PROPOSAL));
    }

    @Test
    void shouldTakeTwoToExcludeAndAnAdminToUndoIt() {
        Person mo = person(Role.MODERATOR);
        Person ada = person(Role.ADMIN);
        Subject amal = new Subject(UUID.randomUUID(), Role.MEMBER);
        Terms open = proposal(-60, null);
        Terms agreed = proposal(-60, -9L);

        assertRefused(ErrorCode.SECOND_PERSON_NEEDED, () -> confirm(mo, amal, mo.id(), open));
        assertRefused(null, () -> confirm(mo, amal, UUID.randomUUID(), open));
        assertRefused(ErrorCode.ALREADY_DECIDED, () -> confirm(mo, amal, UUID.randomUUID(), agreed));
        assertRefused(ErrorCode.WRONG_STATE, () -> confirm(mo, amal, UUID.randomUUID(), mute(60)));
        assertRefused(ErrorCode.WRONG_STATE, () -> confirm(mo, amal, UUID.randomUUID(), proposal(-259_200, null)));
        assertRefused(ErrorCode.STILL_ADMIN, () -> confirm(ada, new Subject(amal.id(), Role.ADMIN), mo.id(), open));
        assertRefused(null, () -> StandingPolicy.checkLifting(mo, amal, open, MeasureState.PROPOSED));
        assertRefused(ErrorCode.NOT_ALLOWED, () -> StandingPolicy.checkLifting(mo, amal, agreed, MeasureState.IN_FORCE));
        assertRefused(null, () -> StandingPolicy.checkLifting(ada, amal, agreed, MeasureState.IN_FORCE));
        assertRefused(ErrorCode.WRONG_STATE, () -> StandingPolicy.checkLifting(ada, amal, mute(-1), MeasureState.ENDED));
        assertRefused(ErrorCode.ALREADY_DECIDED, () -> StandingPolicy.checkLifting(ada, amal, mute(60), MeasureState.LIFTED));
    }

    private static void confirm(Person by, Subject subject, UUID madeBy, Terms terms) {
        StandingPolicy.checkConfirmation(by, subject, madeBy, terms, terms.state(NOW, PROPOSAL));
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable check) {
        if (code == null) {
            assertThatCode(check).doesNotThrowAnyException();
        } else {
            assertThat(catchThrowableOfType(Refusal.class, check).code()).isEqualTo(code);
        }
    }

    private static Person person(Role role) {
        return Persons.of(UUID.randomUUID(), "mo", role);
    }

    private static Terms mute(long ends) {
        return new Terms(MeasureKind.MUTE, at(-60L), at(ends), null, null, null);
    }

    private static Terms suspension(long ends) {
        return new Terms(MeasureKind.SUSPEND, at(-60L), at(ends), null, null, null);
    }

    private static Terms proposal(long made, Long seconded) {
        return new Terms(MeasureKind.EXCLUDE, at(made), null, null, at(seconded), null);
    }

    private static Instant at(Long seconds) {
        return seconds == null ? null : NOW.plusSeconds(seconds);
    }
}
