package community.haven.standing;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long measures may last. */
@ConfigMapping(prefix = "haven.standing")
interface StandingConfig {

    /** The longest mute. */
    @WithDefault("30d")
    Duration mute();

    /** The longest suspension. */
    @WithDefault("365d")
    Duration suspension();

    /**
     * How long a proposed exclusion waits for a second person before it lapses; the person it is about can be suspended for no
     * longer than that meanwhile.
     */
    @WithDefault("72h")
    Duration proposal();
}
