package community.haven.account;

import java.nio.ByteBuffer;
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
 * What a client sends to get its next access token. Derived from the session's row and a secret outside the database, so
 * nothing that could be used is stored, and a token whose answer got lost can be given again.
 *
 * @param session the session
 * @param generation how often its token had been rotated
 * @param mac proves that Haven made it
 */
record RefreshToken(UUID session, int generation, byte[] mac) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern FORM = Pattern
            .compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.(\\d{1,9})\\.([\\w-]{43})");

    static RefreshToken of(Session session, byte[] secret) {
        return new RefreshToken(session.id, session.generation, mac(session.id, session.generation, session.salt, secret));
    }

    /** Empty when it does not have the form of one. */
    static Optional<RefreshToken> parse(String text) {
        Matcher parts = FORM.matcher(text == null ? "" : text);
        return parts.matches()
                ? Optional.of(new RefreshToken(UUID.fromString(parts.group(1)), Integer.parseInt(parts.group(2)),
                        Base64.getUrlDecoder().decode(parts.group(3))))
                : Optional.empty();
    }

    boolean isGenuine(Session stored, byte[] secret) {
        return MessageDigest.isEqual(mac, mac(session, generation, stored.salt, secret));
    }

    String text() {
        return session + "." + generation + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    @Override
    public String toString() {
        return "RefreshToken[" + session + "]";
    }

    private static byte[] mac(UUID session, int generation, byte[] salt, byte[] secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update(ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES).putLong(session.getMostSignificantBits())
                    .putLong(session.getLeastSignificantBits()).putInt(generation).flip());
            return mac.doFinal(salt);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
