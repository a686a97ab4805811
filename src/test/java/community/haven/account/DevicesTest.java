package community.haven.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DevicesTest {

    private final Devices devices = new Devices();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Firefox Mobile | Android  | Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0
            Firefox        | Linux    | Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0
            Mobile Safari  | iOS      | Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Mobile/15E148 Safari/604.1
            Safari         | Mac OS X | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Safari/605.1.15
            Edge           | Windows  | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0
            Chrome Mobile  | Android  | Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36
            """)
    void shouldTellBrowsersByTheirFamily(String browser, String platform, String userAgent) {
        assertThat(devices.of(userAgent)).isEqualTo(new Device(browser, platform));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", "  ", "curl/8.5.0", "Apache-HttpClient/4.5.14 (Java/17.0.9)", "x",
            "<script>alert(1)</script>", "\u0000\u0001", "Mozilla/5.0 (", "(((((((((((", "A person's own words, bot" })
    void shouldNotGuess(String userAgent) {
        assertThat(devices.of(userAgent)).isEqualTo(Device.UNKNOWN);
    }

    @Test
    void shouldNotReadOnAndOn() {
        String firefox = " (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0";
        assertThat(devices.of("x".repeat(256) + firefox)).isEqualTo(Device.UNKNOWN);
        assertThat(devices.of("Mozilla/5.0" + firefox + " x".repeat(5_000_000)))
                .isEqualTo(new Device("Firefox Mobile", "Android"));
    }
}
