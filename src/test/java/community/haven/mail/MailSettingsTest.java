package community.haven.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailSettingsTest {

    @Test
    void shouldAskForNothingWhenMailIsOff() {
        assertThat(new MailSettings(false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()).complaint())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "haven@haven.example, , , https://haven.example", "Haven <haven@haven.example>, a, b, https://haven.example",
            "haven@haven.example, , , http://localhost:8080", "haven@haven.example, , , http://127.0.0.1:8080" })
    void shouldBeContentWhenEverythingIsThere(String from, String user, String password, String site) {
        assertThat(complaint(from, user, password, site)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ ", , , https://haven.example, quarkus.mailer.from", "haven, , , https://haven.example, quarkus.mailer.from",
            "h@haven.example, a, , https://haven.example, quarkus.mailer.password",
            "h@haven.example, , b, https://haven.example, quarkus.mailer.username",
            "h@haven.example, , , , haven.site.address", "h@haven.example, , , http://haven.example, haven.site.address",
            "h@haven.example, , , haven.example, haven.site.address",
            "h@haven.example, , , ftp://haven.example, haven.site.address",
            "h@haven.example, , , http://localhost.evil.example, haven.site.address" })
    void shouldSayWhatIsMissing(String from, String user, String password, String site, String key) {
        assertThat(complaint(from, user, password, site)).hasValueSatisfying(
                sentence -> assertThat(sentence).contains(key).doesNotContain("\n").endsWith("."));
    }

    @Test
    void shouldNotShowThePassword() {
        assertThat(new MailSettings(true, Optional.empty(), Optional.of("a"), Optional.of("secret"), Optional.empty()))
                .asString().doesNotContain("secret");
    }

    private static Optional<String> complaint(String from, String user, String password, String site) {
        return new MailSettings(true, Optional.ofNullable(from), Optional.ofNullable(user), Optional.ofNullable(password),
                Optional.ofNullable(site).map(URI::create)).complaint();
    }
}
