package community.haven.account;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How people change their names. */
@ConfigMapping(prefix = "haven.account.handle")
interface HandleConfig {

    /** A name can be changed once in so long: others have to recognise one another. */
    @WithDefault("30d")
    Duration every();

    /** So long nobody but its former owner can take a name that was given up, or one that looks like it. */
    @WithDefault("90d")
    Duration reserved();
}
