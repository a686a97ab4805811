package community.haven.conversation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How far one search in a room goes. */
@ConfigMapping(prefix = "haven.conversation.search")
interface SearchConfig {

    /** At how many entries one request looks at most; the answer says how far back that was, and how to go on. */
    @WithDefault("20000")
    int rows();
}
