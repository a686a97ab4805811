package community.haven.conversation;

import community.haven.account.Rate;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much one person does in one room. Staff, and those who look after the room, have no limit there. */
@ConfigMapping(prefix = "haven.conversation.limits")
interface LimitsConfig {

    @WithDefault("20/1m")
    Rate messages();

    /** Support that is given; taking it back costs nothing. */
    @WithDefault("30/1m")
    Rate support();

    /** Messages that are taken back. */
    @WithDefault("20/1m")
    Rate retractions();
}
