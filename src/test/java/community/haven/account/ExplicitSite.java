package community.haven.account;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

import community.haven.shared.SiteConfig;

/** A site that a test writes out. */
record ExplicitSite(Optional<URI> address, Optional<Set<String>> origins) implements SiteConfig {

    static final SiteConfig NAMELESS = new ExplicitSite(Optional.empty(), Optional.empty());
}
