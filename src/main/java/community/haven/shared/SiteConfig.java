package community.haven.shared;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

import io.smallrye.config.ConfigMapping;

/** Where people find this Haven. */
@ConfigMapping(prefix = "haven.site")
public interface SiteConfig {

    /** The address that people type, such as {@code https://haven.example}; without it, this machine's own. */
    Optional<URI> address();

    /** Further origins whose pages may use cookies and the live socket, such as {@code https://www.haven.example}. */
    Optional<Set<String>> origins();
}
