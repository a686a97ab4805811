package community.haven.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginPolicyTest {

    private final OriginPolicy policy = new OriginPolicy(List.of("https://pages.example.org"));

    @ParameterizedTest
    @CsvSource({
            "https://haven.example.org, https, haven.example.org",
            "https://haven.example.org, https, haven.example.org:443",
            "https://haven.example.org, https, Haven.Example.org",
            "http://haven.example.org, http, haven.example.org:80",
            "http://localhost:8080, http, localhost:8080",
            "http://[::1]:8080, http, [::1]:8080",
            "https://pages.example.org, https, haven.example.org" })
    void shouldAllowItsOwnPagesAndNamedOnes(String origin, String scheme, String authority) {
        assertThat(policy.allows(List.of(origin), scheme, authority)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "null", "", "https://evil.example", "http://haven.example.org", "https://haven.example.org:8443",
            "https://haven.example.org.evil.example", "https://evilhaven.example.org", "https://haven.example.org@evil.example",
            "https://haven.example.org/", "https://haven.example", "wss://haven.example.org", "haven.example.org",
            "https://pages.example.org.evil.example", "http://pages.example.org" })
    void shouldRefuseEverybodyElse(String origin) {
        assertThat(policy.allows(List.of(origin), "https", "haven.example.org")).isFalse();
    }

    @Test
    void shouldRefuseNoneAndSeveral() {
        assertThat(policy.allows(List.of(), "https", "haven.example.org")).isFalse();
        assertThat(policy.allows(List.of("https://haven.example.org", "https://evil.example"), "https", "haven.example.org"))
                .isFalse();
    }

    @Test
    void shouldRefuseWhenTheRequestNamesNoHost() {
        assertThat(policy.allows(List.of("https://haven.example.org"), "https", null)).isFalse();
    }
}
