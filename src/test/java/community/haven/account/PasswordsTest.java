package community.haven.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import community.haven.account.AccountConfig.RequiredOf;
import community.haven.account.ExplicitConfig.ExplicitHashing;
import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

class PasswordsTest {

    private static final String AMAL = "amal";
    private static final String GOOD = "quiet harbour lantern 27";

    private final Passwords passwords = passwords(512, 8, 64);

    @Test
    void shouldStoreWhatOnlyTheSamePasswordFits() {
        String stored = passwords.hash("password", GOOD, AMAL);
        assertThat(stored).startsWith("$argon2id$v=19$m=512,t=1,p=1$").doesNotContain(GOOD).hasSizeLessThan(255);
        assertThat(passwords.compare("password", GOOD, stored)).isEqualTo(Passwords.Match.YES);
        assertThat(passwords.compare("password", GOOD + " ", stored)).isEqualTo(Passwords.Match.NO);
        assertThat(passwords.compare("password", "Quiet harbour lantern 27", stored)).isEqualTo(Passwords.Match.NO);
        assertThat(passwords.hash("password", GOOD, AMAL)).isNotEqualTo(stored);
    }

    @Test
    void shouldFitWhenTheKeyboardSendsTheSameLettersInAnotherForm() {
        String stored = passwords.hash("password", "stille Brücke im Süden", AMAL);
        assertThat(passwords.compare("password", "stille Bru\u0308cke im Su\u0308den", stored).fits()).isTrue();
        assertThat(passwords.compare("password", "ｓｔｉｌｌｅ Brücke im Süden", stored).fits()).isTrue();
    }

    @Test
    void shouldCountCodePoints() {
        assertThat(refusal("kĺðþßæøåñ¿¡§¶ø").code()).isEqualTo(ErrorCode.PASSWORD_TOO_SHORT);
        assertThat(refusal("🌊🏔️🕯️🌲🎻🚲").code()).isEqualTo(ErrorCode.PASSWORD_TOO_SHORT);
        assertThat(passwords.hash("password", "🌊🏔🕯🌲🎻🚲🍏🦉🐚🌙🧭🪁🎈🧶🥁", AMAL)).isNotEmpty();
    }

    @Test
    void shouldTake128CharactersAndRefuseMoreBeforeAnyWork() {
        String long128 = "quiet harbour lantern 27 ".repeat(6).substring(0, 128);
        assertThat(passwords.compare("password", long128, passwords.hash("password", long128, AMAL)).fits()).isTrue();
        assertThat(refusal(long128 + "x").fields().get(0).reason()).isEqualTo(Reason.TOO_LONG);
        assertThat(refusal("x".repeat(5_000_000)).fields().get(0).limit()).isEqualTo(128);
    }

    @ParameterizedTest
    @ValueSource(strings = { "passwordpassword", "password12345678", "123456789012345", "qwertyuiopasdfgh", "1qaz2wsx3edc4rfv",
            "aaaaaaaaaaaaaaaa", "abcdefghijklmnop", "iloveyouiloveyou", "abcabcabcabcabcabc" })
    void shouldRefuseWhatManyPeopleHave(String password) {
        assertThat(refusal(password).code()).isEqualTo(ErrorCode.PASSWORD_TOO_COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = { "amal-haven-amal-haven", "AMAL amal AMAL 7", "haven haven haven", "H a v e n-amal-amal",
            "havenhavenhaven123" })
    void shouldRefuseWhatEverybodyKnowsOfThePerson(String password) {
        assertThat(refusal(password).code()).isEqualTo(ErrorCode.PASSWORD_TOO_COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = { "i walk by the river", "monkey dragon football", "das ist ein satz hier", "84759302847561029384",
            "нічний потяг до моря", "ein Stein im Schuh" })
    void shouldAskForNoKindsOfCharacters(String password) {
        assertThat(passwords.hash("password", password, AMAL)).isNotEmpty();
    }

    @Test
    void shouldRefuseBrokenCharacters() {
        assertThat(refusal("quiet harbour \ud83d lantern").fields().get(0).reason()).isEqualTo(Reason.BROKEN_CHARACTERS);
    }

    @Test
    void shouldStayFastWhenTheLettersAreHardToEstimate() {
        String hard = "4@8({[<369!1|70$5+%2".repeat(7).substring(0, 128);
        passwords.hash("password", GOOD, AMAL);
        long start = System.nanoTime();
        assertThat(passwords.hash("password", hard, AMAL)).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void shouldGiveFreshHashWhenParametersHaveChanged() {
        String stored = passwords(1024, 8, 64).hash("password", GOOD, AMAL);
        Passwords.Match match = passwords.compare("password", GOOD, stored);
        assertThat(match.fits()).isTrue();
        assertThat(match.fresh()).startsWith("$argon2id$v=19$m=512,");
        assertThat(passwords.compare("password", "another password here", stored)).isEqualTo(Passwords.Match.NO);
    }

    @Test
    void shouldFitNobodyWhenThereIsNoAccount() {
        assertThat(passwords.compare("password", GOOD, null)).isEqualTo(Passwords.Match.NO);
        assertThat(passwords.compare("password", "nobody has this password", null)).isEqualTo(Passwords.Match.NO);
    }

    @Test
    void shouldAskToComeBackWhenTooManyWait() {
        Passwords narrow = passwords(19_456, 1, 1);
        String stored = narrow.hash("password", GOOD, AMAL);
        var tries = IntStream.range(0, 30)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> narrow.compare("password", GOOD, stored),
                        task -> new Thread(task).start()))
                .toList();
        List<Object> outcomes = tries.stream().map(PasswordsTest::outcome).toList();
        assertThat(outcomes).contains(ErrorCode.UNAVAILABLE, Passwords.Match.YES)
                .containsOnly(ErrorCode.UNAVAILABLE, Passwords.Match.YES);
    }

    @Test
    void shouldNotShowItselfInPrint() {
        assertThat(new AccountResource.SignUp("amal", GOOD, "1", true, null, null, null).toString()).doesNotContain(GOOD);
        assertThat(new SessionResource.SignIn("amal", GOOD, null, null, null).toString()).doesNotContain(GOOD);
        assertThat(new Sessions.Credentials(null, GOOD).toString()).doesNotContain(GOOD);
        assertThat(new Passwords.Match(true, GOOD).toString()).doesNotContain(GOOD);
    }

    @ParameterizedTest
    @ValueSource(strings = { "calm-harbour.example.org", "Calm-Harbour 2026", "calm-harbour calm-harbour" })
    void shouldRefuseWhatEverybodyKnowsOfTheSite(String password) {
        Passwords named = passwords(512, 4, 64);
        assertThat(catchThrowableOfType(Refusal.class, () -> named.hash("password", password, AMAL)).code())
                .isEqualTo(ErrorCode.PASSWORD_TOO_COMMON);
    }

    @Test
    void shouldTakeEightRandomCharactersWhereThatIsLongEnough() {
        Passwords shorter = shorter();
        assertThat(shorter.hash("password", "kv7#Qm2x", AMAL)).isNotEmpty();
        assertThat(catchThrowableOfType(Refusal.class, () -> shorter.hash("password", "kv7#Qm2", AMAL)).fields().get(0).limit())
                .isEqualTo(8);
        assertThat(refusal("kv7#Qm2x").fields().get(0).limit()).isEqualTo(15);
    }

    @ParameterizedTest
    @ValueSource(strings = { "football", "P@ssw0rd", "harbour1", "aaaaaaaa", "12345678", "amal-kv7", "haven2026" })
    void shouldRefuseShortOnesThatSomebodyWouldGuess(String password) {
        Passwords shorter = shorter();
        assertThat(catchThrowableOfType(Refusal.class, () -> shorter.hash("password", password, AMAL)).code())
                .isEqualTo(ErrorCode.PASSWORD_TOO_COMMON);
    }

    private static Passwords shorter() {
        return new Passwords(new ExplicitConfig(new ExplicitHashing(512, 1, 1, 8, 64, Duration.ofSeconds(5)),
                new ExplicitConfig.ExplicitPassword(8), new ExplicitConfig.ExplicitNeed(RequiredOf.EVERYBODY)),
                ExplicitSite.NAMELESS);
    }

    private static Object outcome(CompletableFuture<Passwords.Match> tried) {
        try {
            return tried.join();
        } catch (CompletionException e) {
            return ((Refusal) e.getCause()).code();
        }
    }

    private Refusal refusal(String password) {
        return catchThrowableOfType(Refusal.class, () -> passwords.hash("password", password, AMAL));
    }

    private static Passwords passwords(int memory, int concurrent, int waiting) {
        return new Passwords(
                new ExplicitConfig(new ExplicitHashing(memory, 1, 1, concurrent, waiting, Duration.ofSeconds(5))),
                new ExplicitSite(Optional.of(URI.create("https://calm-harbour.example.org")), Optional.empty()));
    }
}
