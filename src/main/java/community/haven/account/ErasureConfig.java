package community.haven.account;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How people leave for good. */
@ConfigMapping(prefix = "haven.account.erasure")
interface ErasureConfig {

    /** So long whoever asked to be erased can take it back, unless they wish it to happen now. */
    @WithDefault("7d")
    Duration coolingOff();

    /** How often Haven looks for accounts that are to be erased; what they left in rooms goes so much later. */
    @WithDefault("1m")
    Duration every();

    /** How much one transaction erases at most; whoever speaks in the room meanwhile waits for that long. */
    @WithDefault("200")
    int batch();
}
