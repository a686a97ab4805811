package community.haven.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.function.BiConsumer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import community.haven.account.Person;
import community.haven.account.Role;
import community.haven.board.BoardPolicy.Facts;
import community.haven.shared.Refusal;
import community.haven.testkit.Persons;

class BoardPolicyTest {

    private static final UUID AUTHOR = UUID.randomUUID();

    private static Person person(String who) {
        UUID id = who.equals("author") ? AUTHOR : UUID.randomUUID();
        return Persons.of(id, who, who.equals("moderator") ? Role.MODERATOR : Role.MEMBER);
    }

    private static String outcome(Runnable check) {
        try {
            check.run();
            return "ok";
        } catch (Refusal refusal) {
            return refusal.code().code();
        }
    }

    private static String outcome(BiConsumer<Person, Facts> check, String who, UUID author, State state, boolean removed) {
        return outcome(() -> check.accept(person(who), new Facts(author, state, removed)));
    }

    @ParameterizedTest
    @CsvSource({
            "author,    DRAFT,     false, true",
            "author,    WITHDRAWN, false, true",
            "author,    PUBLISHED, true,  true",
            "member,    PUBLISHED, false, true",
            "member,    DRAFT,     false, false",
            "member,    WITHDRAWN, false, false",
            "member,    PUBLISHED, true,  false",
            "moderator, DRAFT,     false, true",
            "moderator, PUBLISHED, true,  true",
    })
    void shouldShowToOthersOnlyWhatIsOnTheBoard(String who, State state, boolean removed, boolean visible) {
        assertThat(BoardPolicy.maySee(person(who), new Facts(AUTHOR, state, removed))).isEqualTo(visible);
    }

    @ParameterizedTest
    @CsvSource({
            "author,    DRAFT,     false, ok,          ok,          wrong-state",
            "author,    PUBLISHED, false, ok,          wrong-state, ok",
            "author,    WITHDRAWN, false, ok,          ok,          wrong-state",
            "author,    PUBLISHED, true,  wrong-state, wrong-state, wrong-state",
            "author,    WITHDRAWN, true,  wrong-state, wrong-state, wrong-state",
            "member,    PUBLISHED, false, not-allowed, not-allowed, not-allowed",
            "moderator, PUBLISHED, false, not-allowed, not-allowed, not-allowed",
    })
    void shouldLeaveMembersResourcesToTheirAuthor(String who, State state, boolean removed, String edit, String publish,
            String withdraw) {
        assertThat(outcome(BoardPolicy::checkEdit, who, AUTHOR, state, removed)).isEqualTo(edit);
        assertThat(outcome(BoardPolicy::checkPublication, who, AUTHOR, state, removed)).isEqualTo(publish);
        assertThat(outcome(BoardPolicy::checkWithdrawal, who, AUTHOR, state, removed)).isEqualTo(withdraw);
    }

    @ParameterizedTest
    @CsvSource({
            "member,    PUBLISHED, not-allowed, not-allowed, not-allowed",
            "moderator, PUBLISHED, ok,          wrong-state, ok",
            "moderator, WITHDRAWN, ok,          ok,          wrong-state",
    })
    void shouldLeaveTheEditorsResourcesToStaff(String who, State state, String edit, String publish, String withdraw) {
        assertThat(outcome(BoardPolicy::checkEdit, who, null, state, false)).isEqualTo(edit);
        assertThat(outcome(BoardPolicy::checkPublication, who, null, state, false)).isEqualTo(publish);
        assertThat(outcome(BoardPolicy::checkWithdrawal, who, null, state, false)).isEqualTo(withdraw);
    }

    @ParameterizedTest
    @CsvSource({
            "DRAFT,     false, wrong-state,     not-removed",
            "PUBLISHED, false, ok,              not-removed",
            "WITHDRAWN, false, ok,              not-removed",
            "PUBLISHED, true,  already-removed, ok",
    })
    void shouldRemoveAndRestoreInTurn(State state, boolean removed, String removal, String restoration) {
        Facts facts = new Facts(AUTHOR, state, removed);

        assertThat(outcome(() -> BoardPolicy.checkRemoval(facts))).isEqualTo(removal);
        assertThat(outcome(() -> BoardPolicy.checkRestoration(facts))).isEqualTo(restoration);
    }

    @ParameterizedTest
    @CsvSource({ "author, ok", "moderator, ok", "member, not-allowed" })
    void shouldShowHistoryToAuthorAndStaff(String who, String expected) {
        assertThat(outcome(BoardPolicy::checkHistory, who, AUTHOR, State.PUBLISHED, false)).isEqualTo(expected);
    }
}
