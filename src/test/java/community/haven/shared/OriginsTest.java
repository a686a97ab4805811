package community.haven.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    private final Origins origins = new Origins(
            new Site(Optional.of(URI.create("https://haven.example/start")), Optional.of(Set.of("https://www.haven.example"))));

    @Test
    void shouldKnowTheHostThatWasAsked() {
        assertThat(origins.isOwn("http://localhost:8080", "http", "LocalHost:8080")).isTrue();
        assertThat(origins.isOwn("http://localhost:8080", "http", null)).isFalse();
    }

    @Test
    void shouldKnowWhatTheOperatorNamed() {
        assertThat(origins.isOwn("https://haven.example", "http", "10.0.0.7:8080")).isTrue();
        assertThat(origins.isOwn("https://www.haven.example", "http", "10.0.0.7:8080")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "null", "", "http://haven.example", "https://haven.example.evil.example",
            "https://evil-haven.example",
            "https://haven.example:8443", "https://haven.example/", "10.0.0.7:8080", "https://10.0.0.7:8080" })
    void shouldNotKnowOthers(String origin) {
        assertThat(origins.isOwn(origin, "http", "10.0.0.7:8080")).isFalse();
        assertThat(origins.isOwn(null, "http", "10.0.0.7:8080")).isFalse();
    }

    private record Site(Optional<URI> address, Optional<Set<String>> origins) implements SiteConfig {
    }
}
