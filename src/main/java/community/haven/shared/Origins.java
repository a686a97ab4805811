package community.haven.shared;

import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import jakarta.inject.Singleton;

/** Which pages may act for the people who have them open: Haven's own, and those that the operator names. */
@Singleton
public class Origins {

    private final Set<String> named;

    Origins(SiteConfig config) {
        this.named = new HashSet<>(config.origins().orElse(Set.of()));
        config.address().map(Origins::of).ifPresent(named::add);
    }

    /**
     * @param origin the header as it came, or {@code null}
     * @param scheme of the request, as the client used it
     * @param authority host and port of the request, as the client used them, or {@code null}
     */
    public boolean isOwn(String origin, String scheme, String authority) {
        return origin != null && (named.contains(origin)
                || authority != null && origin.equals(scheme + "://" + authority.toLowerCase(Locale.ROOT)));
    }

    private static String of(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }
}
