package community.haven.room;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long somebody may be muted in one room. */
@ConfigMapping(prefix = "haven.room.mute")
interface RoomMuteConfig {

    /** The longest that a host decides on. */
    @WithDefault("7d")
    Duration byHosts();

    /** The longest that staff decide on. */
    @WithDefault("30d")
    Duration byStaff();
}
