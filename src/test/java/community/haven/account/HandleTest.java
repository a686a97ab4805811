package community.haven.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

class HandleTest {

    @ParameterizedTest
    @ValueSource(strings = { "amal", "Bea-27", "a.b_c-d", "Nguyễn.Thị", "שלום", "אורה-9", "नमस्ते", "Аня_77", "ελπίδα", "مرحبا",
            "さくら咲く", "민수야", "ภาษาไทย", "résumé", "night-owl", "all-is-well", "you-and-me", "Ali", "hostel", "modest",
            "lightkeeper",
            "abcdefghijklmnopqrstuvwxyz1234" })
    void shouldTakeNamesOfOneScript(String name) {
        assertThat(Handle.of(name).text()).isEqualTo(name);
    }

    @Test
    void shouldComposeWhatArrivesDecomposed() {
        assertThat(Handle.of("Nguye\u0302\u0303n").text()).isEqualTo("Nguyễn");
    }

    @Test
    void shouldCountWhatIsVisible() {
        assertThat(Handle.of("नि".repeat(30)).text()).hasSize(60);
        assertThat(refusal("नि".repeat(31)).fields().get(0).reason()).isEqualTo(Reason.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = { "am\u0430l", "Bеa27", "abc٣", "מalka", "ab\u200bcd", "ab\u200dcd", "ab\u202ecd", "ab\u0000cd",
            "ab\ncd",
            "ab cd", "\u00a0amal", "amal\u2800", "amal😀", "ａｍａｌ", "𝒶𝓂𝒶𝓁", "-amal", "amal-", "a..b", "a-_b", "12345", "---",
            "a\u0301\u0301\u0301\u0301bc",
            "\u0301amal", "a.\u0301bc", "<b>amal</b>", "amal@home", "amal/x", "amal\\x", "ᴀmal", "\ud800amal", "\u115famal",
            "am\u00adal" })
    void shouldRefuseWhatCouldDeceive(String name) {
        assertThat(refusal(name).code()).isEqualTo(ErrorCode.HANDLE_NOT_POSSIBLE);
    }

    @ParameterizedTest
    @ValueSource(strings = { "haven", "HAVEN", "Admin", "adm1n", "ADM1N", "аԁmіn", "m0derator", "mоdеrаtоr", "rnoderator",
            "ad-min",
            "h.a.v.e.n", "admin-27", "admin27", "the-moderator", "haven_team", "support", "system", "deleted", "everyone",
            "host", "4host2",
            "night-host", "Havеn", "me2", "therapist", "dr-therap1st", "Emergency", "newcomers" })
    void shouldRefuseReservedWordsAndTheirLooks(String name) {
        assertThat(refusal(name).code()).isEqualTo(ErrorCode.HANDLE_NOT_POSSIBLE);
    }

    @ParameterizedTest
    @ValueSource(strings = { "ab", "a", "né" })
    void shouldRefuseTooShort(String name) {
        Refusal refusal = refusal(name);
        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID);
        assertThat(refusal.fields().get(0).reason()).isEqualTo(Reason.TOO_SHORT);
    }

    @Test
    void shouldRefuseTooLongBeforeAnyWork() {
        assertThat(refusal("a".repeat(31)).fields().get(0).limit()).isEqualTo(30);
        assertThat(refusal("a".repeat(1_000_000)).fields().get(0).reason()).isEqualTo(Reason.TOO_LONG);
        assertThat(refusal("a" + "\u0301".repeat(150)).fields().get(0).reason()).isEqualTo(Reason.TOO_LONG);
    }

    @Test
    void shouldRefuseNothing() {
        assertThat(refusal(null).fields().get(0).reason()).isEqualTo(Reason.MISSING);
        assertThat(refusal("").fields().get(0).reason()).isEqualTo(Reason.MISSING);
    }

    @ParameterizedTest
    @CsvSource({ "amal,AMAL", "straße,STRASSE", "Σίσυφος,ΣΊΣΥΦΟΣ" })
    void shouldHaveOneKeyInCapitalsAndSmallLetters(String one, String other) {
        assertThat(Handle.of(one).key()).isEqualTo(Handle.of(other).key());
        assertThat(Handle.keyOf(" " + other + " ")).contains(Handle.of(one).key());
    }

    @ParameterizedTest
    @CsvSource({ "lris,Iris", "lris,1ris", "olivia,0livia", "Olivia,0LIVIA", "ace,асе", "BEA,ВЕА", "amal,arnal", "amal,AMAL",
            "bill,BiIl", "olivia,ol1v1a", "ALI,a1i", "paypal,раураӏ" })
    void shouldHaveOneLookWhenOneCanBeTakenForTheOther(String one, String other) {
        assertThat(Handle.of(one).look()).isEqualTo(Handle.of(other).look());
    }

    @ParameterizedTest
    @CsvSource({ "amal,amar", "bea,bee", "resume,résumé", "nora,noor" })
    void shouldHaveAnotherLookWhenTheyDiffer(String one, String other) {
        assertThat(Handle.of(one).look()).isNotEqualTo(Handle.of(other).look());
    }

    private static Refusal refusal(String name) {
        return catchThrowableOfType(Refusal.class, () -> Handle.of(name));
    }
}
