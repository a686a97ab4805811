package community.haven.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Shows that somebody has been signed in to an account on this device. It lets nobody in: it only says whose tries are
 * counted apart from everybody else's. The stored password goes into it, so that a new one makes it worthless.
 *
 * @param id what its tries are counted by: the session it was given in
 * @param day when it was given, in days since 1970
 * @param mac proves that Haven made it
 */
record DeviceToken(UUID id, long day, byte[] mac) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern FORM = Pattern
            .compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.(\\d{1,6})\\.([\\w-]{43})");

    static DeviceToken of(UUID id, long day, Sessions.Credentials account, byte[] secret) {
        return new DeviceToken(id, day, mac(id, day, account, secret));
    }

    /** Empty when it does not have the form of one. */
    static Optional<DeviceToken> parse(String text) {
        Matcher parts = FORM.matcher(text == null ? "" : text);
        return parts.matches()
                ? Optional.of(new DeviceToken(UUID.fromString(parts.group(1)), Long.parseLong(parts.group(2)),
                        Base64.getUrlDecoder().decode(parts.group(3))))
                : Optional.empty();
    }

    boolean isGenuine(Sessions.Credentials account, byte[] secret) {
        return MessageDigest.isEqual(mac, mac(id, day, account, secret));
    }

    String text() {
        return id + "." + day + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    @Override
    public String toString() {
        return "DeviceToken[]";
    }

    private static byte[] mac(UUID id, long day, Sessions.Credentials account, byte[] secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update(ByteBuffer.allocate(5 * Long.BYTES).putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits()).putLong(day).putLong(account.account().getMostSignificantBits())
                    .putLong(account.account().getLeastSignificantBits()).flip());
            return mac.doFinal(account.password().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
