package community.haven.live;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which pages may open the socket: those of the address that was asked for, and those of the origins an operator named.
 * Compared as a whole, so that no prefix, suffix or other scheme passes.
 */
final class OriginPolicy {

    private final Set<String> named;

    OriginPolicy(List<String> named) {
        this.named = Set.copyOf(named);
    }

    /**
     * @param sent the {@code Origin} fields of the request; there must be exactly one
     * @param scheme of the request, {@code http} or {@code https}
     * @param authority the host that was asked for, with its port if one was given; may be {@code null}
     */
    boolean allows(List<String> sent, String scheme, String authority) {
        if (sent.size() != 1 || authority == null) {
            return false;
        }
        String origin = sent.get(0);
        return origin.equals(own(scheme, authority.toLowerCase(Locale.ROOT))) || named.contains(origin);
    }

    /** A browser leaves out the port that goes without saying; a client or proxy may have named it in the request. */
    private static String own(String scheme, String authority) {
        String silent = scheme.equals("https") ? ":443" : ":80";
        String shown = authority.endsWith(silent) ? authority.substring(0, authority.length() - silent.length()) : authority;
        return scheme + "://" + shown;
    }
}
