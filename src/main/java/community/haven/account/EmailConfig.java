package community.haven.account;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What people do with the address they may leave. Whether letters are sent at all is {@code haven.mail}. */
@ConfigMapping(prefix = "haven.email")
interface EmailConfig {

    /** So long the link in a letter confirms an address. */
    @WithDefault("24h")
    Duration confirmationLife();

    /** So long the link in a letter lets somebody choose a new password. */
    @WithDefault("30m")
    Duration resetLife();

    /** How often addresses that nobody confirmed, and links that have had their time, are deleted. */
    @WithDefault("1h")
    Duration cleanEvery();

    Limits limits();

    /** A number of tries in a time, such as {@code 5/1h}. */
    interface Limits {

        /** Addresses that one account may ask to have confirmed. */
        @WithDefault("5/1h")
        Rate asked();

        /**
         * Letters that ask one mailbox for confirmation, whoever asks for them. More are not sent, and nobody is told: else it
         * could be found out whether others have the same address.
         */
        @WithDefault("3/1h")
        Rate confirmationsPerMailbox();

        /** Letters with a link to a new password, for one account, whoever asks for them. More are not sent, likewise. */
        @WithDefault("3/1h")
        Rate resetsPerHandle();
    }
}
