package community.haven.notice;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long people can look up what they were told. */
@ConfigMapping(prefix = "haven.notice")
interface NoticeConfig {

    /** A notice goes so long after it was given, read or not. Measures and removals themselves stay where they are. */
    @WithDefault("180d")
    Duration kept();

    /** How often those are deleted whose time is over. */
    @WithDefault("6h")
    Duration cleanEvery();
}
