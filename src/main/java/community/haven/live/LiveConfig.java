package community.haven.live;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The limits of the live socket. Every one has a safe default. */
@ConfigMapping(prefix = "haven.live")
interface LiveConfig {

    /**
     * The most bytes of one message of a client. The longest text, 4,000 characters beyond the basic plane written as JSON
     * escapes, takes 48,000.
     */
    @WithDefault("65536")
    int frameBytes();

    /** How many frames of one connection may wait for their answer. Further ones are refused until some are answered. */
    @WithDefault("32")
    int unanswered();

    /** How many rooms one connection may listen to. */
    @WithDefault("64")
    int rooms();

    Outbox outbox();

    CatchUp catchUp();

    /** How often the server asks whether a client is still there. Well below {@link #silence()}. */
    @WithDefault("20s")
    Duration ping();

    /** How long nothing at all, not even the answer to a ping, may come from a client until it is taken for gone. */
    @WithDefault("50s")
    Duration silence();

    Presence presence();

    /** How long a server that goes down waits for its clients to take notice. */
    @WithDefault("2s")
    Duration goodbye();

    /** How it is told who is in a room. */
    interface Presence {

        /** For how long whoever lost the connection is still there for the others. */
        @WithDefault("90s")
        Duration grace();

        /** How often a room is told, if anything has changed. */
        @WithDefault("5s")
        Duration every();
    }

    /** What may wait for one reader. Beyond it the connection is closed with "too slow, come back". */
    interface Outbox {

        @WithDefault("1000")
        int frames();

        @WithDefault("512K")
        MemorySize bytes();

        /** What waits goes out together, in messages of about this size. */
        @WithDefault("64K")
        MemorySize joined();
    }

    /** How those who come back are brought up to date. */
    interface CatchUp {

        /** Threads that read for them, whatever the number of those who come back at once. */
        @WithDefault("8")
        int readers();

        /** Rows read at once. */
        @WithDefault("200")
        int page();

        /** Live events kept for one reader while the stored ones are on their way; older ones are read again. */
        @WithDefault("256")
        int ahead();

        /** How long to wait after a read failed. */
        @WithDefault("1s")
        Duration pause();
    }
}
