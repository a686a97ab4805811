package community.haven.shared;

import java.util.Locale;

/**
 * Everything Haven can refuse, once for REST (RFC 9457 problem details) and the live socket ({@code failure} frames).
 * The sentences belonging to a code are in {@code web/app/words/errors.json}; {@link Words} finds them by {@link #code()}.
 */
public enum ErrorCode {
    MALFORMED(400),
    INVALID(422),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    NOT_ACCEPTABLE(406),
    METHOD_NOT_ALLOWED(405),
    NOT_FOUND(404),
    CHANGED_MEANWHILE(412),
    CONDITION_MISSING(428),
    TOO_MANY_REQUESTS(429, true),
    SIGN_IN_BUSY(429, true),
    INTERNAL(500),
    UNAVAILABLE(503, true),

    NOT_SIGNED_IN(401),
    WRONG_CREDENTIALS(401),
    RECOVERY_FAILED(401),
    SESSION_ENDED(401),
    FOREIGN_ORIGIN(403),
    NOT_ALLOWED(403),
    GUIDELINES_NOT_AGREED(403),
    PROOF_NEEDED(403),
    SECOND_FACTOR_NEEDED(403),
    SECOND_FACTOR_WRONG(403),
    SECOND_FACTOR_OFF(409),
    SECOND_FACTOR_KEPT(409),
    WAITING_FOR_APPROVAL(403),
    RESTING(403),
    LEAVING(403),
    MUTED(403),
    SUSPENDED(403),
    EXCLUDED(403),
    HANDLE_TAKEN(409),
    HANDLE_CHANGED_LATELY(409),
    HANDLE_NOT_POSSIBLE(422),
    SIGN_UP_PROOF_NOT_GOOD(422),
    INVITATION_NOT_GOOD(403),
    PASSWORD_TOO_SHORT(422),
    PASSWORD_TOO_COMMON(422),
    PASSWORD_WRONG(403),
    SETUP_CODE_WRONG(403),
    SETUP_DONE(409),
    LAST_ADMIN(409),
    MAIL_OFF(409),
    LINK_OVER(410),

    NOT_ABOUT_YOURSELF(403),
    SECOND_PERSON_NEEDED(403),
    STILL_ADMIN(409),
    ALREADY_MEASURED(409),
    ALREADY_DECIDED(409),

    NOT_A_MEMBER(403),
    ROOM_FULL(409),
    MUTED_IN_ROOM(403, true),
    ROOM_PAUSED(409),
    SLOW_MODE(429, true),
    ROOM_ARCHIVED(409),
    ROOM_NAME_TAKEN(409),
    ROOM_BY_REQUEST(409),
    ROOM_CLOSED_TO_NEWCOMERS(409, true),
    REMOVED_FROM_ROOM(403),

    BETWEEN_SESSIONS(409),
    NO_PLACE(403),
    NO_SESSIONS_HERE(409),
    TIME_TAKEN(409),

    KEY_REUSED(409),
    TOO_MANY_PINS(409),
    TAKEN_BACK(410),
    OWN_MESSAGE(409),
    ALREADY_REMOVED(409),
    NOT_REMOVED(409),
    UNKNOWN_RULE(422),
    POSITION_GONE(410),
    UNKNOWN_FRAME(400),
    NOT_JOINED(409),
    ALREADY_JOINED(409),

    DOWNLOAD_UNDERWAY(409),
    WRONG_STATE(409);

    private final int status;
    private final boolean retryable;

    ErrorCode(int status) {
        this(status, false);
    }

    ErrorCode(int status, boolean retryable) {
        this.status = status;
        this.retryable = retryable;
    }

    /** The HTTP status of this refusal. */
    public int status() {
        return status;
    }

    /** Whether the same request may succeed later without being changed. */
    public boolean retryable() {
        return retryable;
    }

    /** The name on the wire and in the words, such as {@code room-full}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
