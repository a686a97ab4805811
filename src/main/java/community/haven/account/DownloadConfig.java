package community.haven.account;

import java.nio.file.Path;
import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How people take away what Haven keeps about them. */
@ConfigMapping(prefix = "haven.account.download")
interface DownloadConfig {

    /** Where files wait to be fetched, for their owner alone. Each server has its own. */
    @WithDefault("${haven.data.folder}/downloads")
    Path folder();

    /** How long a file waits. */
    @WithDefault("24h")
    Duration kept();

    /** How often files whose time is over are looked for. */
    @WithDefault("10m")
    Duration every();

    /** How many one person may ask for. */
    @WithDefault("5/24h")
    Rate limit();
}
