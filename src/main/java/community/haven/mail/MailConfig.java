package community.haven.mail;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether and how letters leave. The mail server itself is configured under {@code quarkus.mailer}. */
@ConfigMapping(prefix = "haven.mail")
interface MailConfig {

    /** Off until the operator has a mail server for it; {@link MailSettings} says what else is needed then. */
    @WithDefault("false")
    boolean enabled();

    /** How many letters may wait for the mail server, in memory; what comes when so many wait is not sent. */
    @WithDefault("1000")
    int queue();

    /** How often a letter is tried before it is given up. */
    @WithDefault("6")
    int tries();

    /** How long the second try waits for. Each further one waits four times as long as the one before it. */
    @WithDefault("5s")
    Duration pause();

    /** How long one try may take. */
    @WithDefault("30s")
    Duration patience();
}
