package community.haven.room;

import java.time.Duration;

import community.haven.account.Rate;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How rooms look after their doors. */
@ConfigMapping(prefix = "haven.room")
interface RoomConfig {

    Raid raid();

    Limits limits();

    /** A wave of people by the open door closes it by itself: members go on as before, and a person looks at it. */
    interface Raid {

        /** How many have to come in within {@link #within}. */
        @WithDefault("10")
        int joins();

        @WithDefault("2m")
        Duration within();

        /** So long the room stays closed to newcomers, unless somebody opens it before. */
        @WithDefault("30m")
        Duration closedFor();
    }

    interface Limits {

        /** Attempts of one person to come into one room. */
        @WithDefault("10/10m")
        Rate joins();

        /** Attempts of one person with invitations; good ones do not count. */
        @WithDefault("10/10m")
        Rate invitations();
    }
}
