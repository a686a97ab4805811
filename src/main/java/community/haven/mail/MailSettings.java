package community.haven.mail;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

import org.eclipse.microprofile.config.Config;

/** What the operator has said about mail, and whether it is enough to send any. */
public record MailSettings(boolean enabled, Optional<String> from, Optional<String> username, Optional<String> password,
        Optional<URI> site) {

    /** Addresses that never leave this machine. */
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    public static MailSettings of(Config config) {
        return new MailSettings(config.getOptionalValue("haven.mail.enabled", Boolean.class).orElse(false),
                config.getOptionalValue("quarkus.mailer.from", String.class),
                config.getOptionalValue("quarkus.mailer.username", String.class),
                config.getOptionalValue("quarkus.mailer.password", String.class),
                config.getOptionalValue("haven.site.address", URI.class));
    }

    /** What is missing, in a sentence for the operator; empty when mail is off or everything is there. */
    public Optional<String> complaint() {
        if (!enabled) {
            return Optional.empty();
        }
        if (from.filter(sender -> sender.contains("@")).isEmpty()) {
            return Optional.of("Mail is on (haven.mail.enabled), but has no sender: set quarkus.mailer.from to an address.");
        }
        if (username.isPresent() != password.isPresent()) {
            return Optional.of("Mail is on (haven.mail.enabled), but the mail server's account is there by half: "
                    + "set quarkus.mailer.username and quarkus.mailer.password, or neither.");
        }
        return site.filter(MailSettings::isSafe).isPresent() ? Optional.empty()
                : Optional.of("Mail is on (haven.mail.enabled), but its links need to know where this Haven is: "
                        + "set haven.site.address to what people type, such as https://haven.example.org.");
    }

    /** A link carries what opens an account, so the page behind it has to come over TLS, or from this machine. */
    private static boolean isSafe(URI site) {
        return site.getHost() != null
                && ("https".equals(site.getScheme()) || "http".equals(site.getScheme()) && HERE.contains(site.getHost()));
    }

    @Override
    public String toString() {
        return "MailSettings[" + enabled + "]";
    }
}
