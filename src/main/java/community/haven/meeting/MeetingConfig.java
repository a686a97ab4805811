package community.haven.meeting;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How sessions open and close, and what is done ahead of them. */
@ConfigMapping(prefix = "haven.meeting")
interface MeetingConfig {

    /** How long before its start a session opens softly: those who come may arrive and write. */
    @WithDefault("10m")
    Duration opening();

    /** How long after its end, or after its host has dropped, what was half written can still be sent. */
    @WithDefault("10m")
    Duration closing();

    /** How long after the start nobody is troubled because the host has not come. */
    @WithDefault("10m")
    Duration hostWait();

    /** How long before the start people are reminded first. */
    @WithDefault("24h")
    Duration dayBefore();

    /** How long before the start people are reminded once more. */
    @WithDefault("15m")
    Duration shortlyBefore();

    /** How far ahead there are sessions that come every week. */
    @WithDefault("56d")
    Duration ahead();

    /** For how long after its end it is kept who came to a session. */
    @WithDefault("7d")
    Duration kept();

    /** How often the clock is looked at; sessions open and close so much late at most. */
    @WithDefault("5s")
    Duration every();

    /** How often sessions are made ahead, and old ones deleted. */
    @WithDefault("1h")
    Duration aheadEvery();
}
