package community.haven.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import community.haven.account.AccountConfig.RequiredOf;
import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;

class GuardTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final Guard guard = new Guard(ExplicitConfig.account(), Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({ "ACTIVE, SUSPENDED, SUSPENDED", "ACTIVE, EXCLUDED, EXCLUDED", "WAITING, GOOD, WAITING_FOR_APPROVAL",
            "RESTING, GOOD, RESTING", "LEAVING, GOOD, LEAVING", "ACTIVE, MUTED, MUTED", "RESTING, EXCLUDED, EXCLUDED" })
    void shouldRefuseToWriteForWhatStandsInTheWay(AccountState state, Standing standing, ErrorCode code) {
        assertThat(refusal(person(Role.MEMBER, state, standing), Act.WRITE_RESOURCE)).isEqualTo(code);
        assertThat(refusal(person(Role.MEMBER, state, standing), Act.CHANGE_HANDLE)).isEqualTo(code);
    }

    @ParameterizedTest
    @EnumSource(Standing.class)
    void shouldLetAnybodySeeToTheirOwnAccount(Standing standing) {
        assertThatCode(() -> guard.allow(person(Role.MEMBER, AccountState.WAITING, standing), Act.CHANGE_CREDENTIALS))
                .doesNotThrowAnyException();
    }

    @Test
    void shouldLetSomebodyMutedDoWhatOthersDoNotRead() {
        assertThatCode(() -> guard.allow(person(Role.MEMBER, AccountState.ACTIVE, Standing.MUTED), Act.JOIN_ROOM))
                .doesNotThrowAnyException();
    }

    @Test
    void shouldAskForANewProofWhenTheLastIsTooOld() {
        Person admin = person(Role.ADMIN, AccountState.ACTIVE, Standing.GOOD);

        assertThatCode(() -> guard.allow(proven(admin, NOW.minus(ExplicitConfig.PROOF)), Act.GIVE_ROLE))
                .doesNotThrowAnyException();
        assertThat(refusal(proven(admin, NOW.minus(ExplicitConfig.PROOF).minus(Duration.ofMillis(1))), Act.GIVE_ROLE))
                .isEqualTo(ErrorCode.PROOF_NEEDED);
    }

    @Test
    void shouldNotAskForAProofWhereTheRoleIsTooLow() {
        assertThat(refusal(proven(person(Role.MODERATOR, AccountState.ACTIVE, Standing.GOOD), Instant.EPOCH), Act.GIVE_ROLE))
                .isEqualTo(ErrorCode.NOT_ALLOWED);
    }

    @ParameterizedTest
    @EnumSource(value = Act.class, names = { "CREATE_ROOM", "EDIT_ROOM", "REMOVE", "RESTORE", "READ_AUDIT", "FIND_ACCOUNT",
            "GIVE_ROLE" })
    void shouldLetAPasswordAloneMakeNobodyMoreThanAMember(Act act) {
        Person admin = shown(person(Role.ADMIN, AccountState.ACTIVE, Standing.GOOD), null);

        assertThat(refusal(admin, act)).isEqualTo(ErrorCode.SECOND_FACTOR_NEEDED);
        assertThat(admin.isStaff()).isFalse();
        assertThat(refusal(person(Role.MEMBER, AccountState.ACTIVE, Standing.GOOD), act)).isEqualTo(ErrorCode.NOT_ALLOWED);
    }

    @Test
    void shouldLetStaffSpeakAsMembersWithoutTheirSecondFactor() {
        assertThatCode(() -> guard.allow(shown(person(Role.MODERATOR, AccountState.ACTIVE, Standing.GOOD), null), Act.SAY))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void shouldAskEverybodyForASecondFactorWhereTheyNeedOneButForWhatIsTheirOwn(Act act) {
        Guard strict = new Guard(ExplicitConfig.with(8, RequiredOf.EVERYBODY), Clock.fixed(NOW, ZoneOffset.UTC));
        Person admin = person(Role.ADMIN, AccountState.ACTIVE, Standing.GOOD);

        assertThatCode(() -> strict.allow(admin, act)).doesNotThrowAnyException();
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> strict.allow(shown(admin, null), act));
        if (act.is(Act.Trait.OWN)) {
            assertThat(refusal).isNull();
        } else {
            assertThat(refusal.code()).isEqualTo(ErrorCode.SECOND_FACTOR_NEEDED);
        }
    }

    @ParameterizedTest
    @CsvSource({ "ACTIVE, SUSPENDED, SUSPENDED", "WAITING, GOOD, WAITING_FOR_APPROVAL", "LEAVING, GOOD, LEAVING" })
    void shouldSayFirstWhatASecondFactorWouldNotChange(AccountState state, Standing standing, ErrorCode code) {
        Guard strict = new Guard(ExplicitConfig.with(15, RequiredOf.EVERYBODY), Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(catchThrowableOfType(Refusal.class,
                () -> strict.allow(shown(person(Role.MEMBER, state, standing), null), Act.WRITE_RESOURCE)).code())
                .isEqualTo(code);
    }

    @Test
    void shouldAskForTheSecondFactorAgainWhenItWasShownTooLongAgo() {
        Person member = person(Role.MEMBER, AccountState.ACTIVE, Standing.GOOD);

        assertThatCode(() -> guard.checkSecondFactor(shown(member, NOW.minus(ExplicitConfig.PROOF))))
                .doesNotThrowAnyException();
        assertThat(catchThrowableOfType(Refusal.class, () -> guard
                .checkSecondFactor(shown(member, NOW.minus(ExplicitConfig.PROOF).minus(Duration.ofMillis(1))))).code())
                .isEqualTo(ErrorCode.SECOND_FACTOR_NEEDED);
        assertThat(catchThrowableOfType(Refusal.class, () -> guard.checkSecondFactor(shown(member, null))).code())
                .isEqualTo(ErrorCode.SECOND_FACTOR_NEEDED);
    }

    private ErrorCode refusal(Person person, Act act) {
        return catchThrowableOfType(Refusal.class, () -> guard.allow(person, act)).code();
    }

    private static Person person(Role role, AccountState state, Standing standing) {
        return new Person(UUID.randomUUID(), "amal", role, UUID.randomUUID(), true, state, standing, NOW, NOW);
    }

    private static Person proven(Person person, Instant at) {
        return new Person(person.id(), person.handle(), person.role(), person.session(), true, person.state(),
                person.standing(), at, NOW);
    }

    private static Person shown(Person person, Instant at) {
        return new Person(person.id(), person.handle(), person.role(), person.session(), true, person.state(),
                person.standing(), NOW, at);
    }
}
