package community.haven.conversation;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How messages wait for the commit that stores them, and how they go when their room no longer keeps them. */
@ConfigMapping(prefix = "haven.conversation")
interface ConversationConfig {

    /** How many messages may wait; whoever comes when the queue is full is asked to come again. */
    @WithDefault("10000")
    int queue();

    /** How many messages one commit stores at most. */
    @WithDefault("500")
    int batch();

    /** How long a message waits before its author is told that it was not saved. */
    @WithDefault("10s")
    Duration patience();

    Retention retention();

    /** How the history ends that is older than its room keeps it. */
    interface Retention {

        /** How often the end of all rooms is looked at; history may outlive its time by so much. */
        @WithDefault("1h")
        Duration every();

        /** How many entries one transaction deletes at most; whoever speaks in the room meanwhile waits for that long. */
        @WithDefault("1000")
        int batch();
    }
}
