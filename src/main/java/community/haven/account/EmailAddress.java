package community.haven.account;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/**
 * An address that a letter can be sent to. Stricter than the standard allows: the forms that nobody has, such as quoted ones,
 * are those in which a second address or a header line could hide.
 *
 * @param text as it was written, its domain in small letters and as the network knows it
 */
record EmailAddress(String text) {

    static final int MAX = 254;
    private static final int MAX_LOCAL = 64;
    private static final int MAX_DOMAIN = 253;

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*+");
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    /** At least two names, the last not of digits alone: neither a machine of the own network nor a number. */
    private static final Pattern DOMAIN = Pattern.compile("(?:" + LABEL + "\\.)+(?!\\d+$)" + LABEL);

    /**
     * @throws Refusal {@code invalid}
     */
    static EmailAddress of(String field, String raw) {
        String typed = raw == null ? "" : raw.strip();
        if (typed.isEmpty()) {
            throw Refusal.invalid(field, Reason.MISSING);
        }
        if (typed.length() > MAX) {
            throw Refusal.invalid(field, Reason.TOO_LONG, MAX);
        }
        int at = typed.lastIndexOf('@');
        String local = typed.substring(0, Math.max(at, 0));
        String domain = domain(typed.substring(at + 1));
        if (!isLocal(local) || !isDomain(domain) || local.length() + 1 + domain.length() > MAX) {
            throw Refusal.invalid(field, Reason.NO_EMAIL_ADDRESS);
        }
        return new EmailAddress(local + "@" + domain);
    }

    /** The same for every way of writing it in capitals or small letters, for counting. */
    String key() {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "EmailAddress[]";
    }

    private static boolean isLocal(String local) {
        return local.length() <= MAX_LOCAL && LOCAL.matcher(local).matches();
    }

    private static boolean isDomain(String domain) {
        return domain.length() <= MAX_DOMAIN && DOMAIN.matcher(domain).matches();
    }

    /** Names in other scripts are sent in their ASCII form; empty when there is none. */
    private static String domain(String typed) {
        try {
            return IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
