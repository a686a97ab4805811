package community.haven.account;

import java.nio.file.Path;
import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the keys are. */
@ConfigMapping(prefix = "haven.keys")
interface KeysConfig {

    /** Several servers that share a database need the same files in it. */
    @WithDefault("${haven.data.folder}/keys")
    Path folder();

    /** At this age a new signing key takes over. What the old one signed stays good, and nobody is signed out. */
    @WithDefault("90d")
    Duration rotateAfter();
}
