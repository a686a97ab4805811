package community.haven.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.UUID;
import java.util.concurrent.CompletionException;

import jakarta.inject.Inject;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import community.haven.account.Role;
import community.haven.shared.Refusal;
import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Persons;
import community.haven.testkit.Rows;
import community.haven.testkit.TestRooms;

/** Somebody withdraws while what they said is on its way: the door let it through, the writer knows better. */
@HavenTest
class TakesPartTest {

    @Inject
    Conversations conversations;
    @Inject
    Rows rows;

    @ParameterizedTest
    @CsvSource({ "RESTING, resting", "LEAVING, leaving", "ERASING, session-ended" })
    void shouldStoreNothingOfSomebodyWhoHasWithdrawnMeanwhile(String state, String code) {
        Someone amal = Cast.member("amal");
        UUID room = TestRooms.joinedBy(Cast.moderator(), amal);
        rows.change("update account set state = ? where id = ?", state, amal.id());

        var said = conversations.post(Persons.of(amal.id(), amal.handle(), Role.MEMBER), room,
                new Draft("k1", "Hello.", null, null, null)).toCompletableFuture();

        CompletionException refused = catchThrowableOfType(CompletionException.class, said::join);
        assertThat(((Refusal) refused.getCause()).code().code()).isEqualTo(code);
        assertThat(rows.count("select count(*) from entry where room_id = ?", room)).isZero();
    }
}
