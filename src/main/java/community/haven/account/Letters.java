package community.haven.account;

import java.time.Duration;
import java.util.Map;

import jakarta.inject.Singleton;

import community.haven.mail.Letter;
import community.haven.shared.SiteConfig;
import community.haven.shared.Words;

/**
 * What is written to people. Links lead to the address that the operator named, never to the one in a request, which a
 * stranger could choose. What they carry stands behind the "#", which browsers keep to themselves: it reaches no log.
 */
@Singleton
class Letters {

    private final SiteConfig site;
    private final EmailConfig config;

    Letters(SiteConfig site, EmailConfig config) {
        this.site = site;
        this.config = config;
    }

    /** Names nobody: until it is confirmed, the address may be a stranger's. */
    Letter confirmation(String to, String token) {
        return letter("confirm", to, Map.of("hours", rounded(config.confirmationLife(), Duration.ofHours(1)),
                "link", link("/email/confirm#" + token)));
    }

    /** Names the account, since several may have the same address. */
    Letter reset(Mailbox to, String token) {
        return letter("reset", to.address(), Map.of("handle", to.handle(),
                "minutes", rounded(config.resetLife(), Duration.ofMinutes(1)), "link", link("/reset#" + token)));
    }

    Letter changed(CredentialChanged.What what, Mailbox to) {
        return letter(what.letter(), to.address(), Map.of("handle", to.handle(), "link", link("/forgot")));
    }

    Letter addressGone(String address, String handle) {
        return letter("address-gone", address, Map.of("handle", handle, "link", link("/account")));
    }

    private Letter letter(String name, String to, Map<String, String> values) {
        String text = Words.mailText(name).replace("{site}", site.address().orElseThrow().getAuthority());
        for (var value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return new Letter(to, Words.mailSubject(name), text);
    }

    private String link(String path) {
        return site.address().orElseThrow().resolve("/") + path.substring(1);
    }

    private static String rounded(Duration life, Duration unit) {
        return Long.toString(Math.max(1, life.dividedBy(unit)));
    }

    /** A confirmed address, and whose account it belongs to. */
    record Mailbox(String address, String handle) {

        @Override
        public String toString() {
            return "Mailbox[]";
        }
    }
}
