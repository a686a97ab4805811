package community.haven.account;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/** The last row of a page in the order of time; the next page goes on behind it, whatever has been added or taken meanwhile. */
public record TimeCursor(Instant at, UUID id) {

    /** Before everything. */
    public static final TimeCursor START = new TimeCursor(Instant.EPOCH, new UUID(0, 0));
    /** After everything. */
    public static final TimeCursor END = new TimeCursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(0, 0));

    public static String encode(Instant at, UUID id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    /** @param first where the first page begins */
    public static TimeCursor decode(String encoded, TimeCursor first) {
        if (encoded == null || encoded.isEmpty()) {
            return first;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8).split(" ", 2);
            return new TimeCursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | DateTimeException e) {
            throw Refusal.invalid("cursor", Reason.NOT_POSSIBLE);
        }
    }
}
