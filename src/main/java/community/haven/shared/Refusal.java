package community.haven.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The one way to say no. Carries a code and, where it helps, which fields were wrong and when to try again or until when it
 * holds; never a word that a person wrote, since messages of exceptions end up in logs.
 */
public final class Refusal extends RuntimeException {

    private final ErrorCode code;
    private final transient List<FieldError> fields;
    private final Duration retryAfter;
    private final Instant until;

    private Refusal(ErrorCode code, List<FieldError> fields, Duration retryAfter, Instant until) {
        super(code.code(), null, false, false);
        this.code = code;
        this.fields = fields;
        this.retryAfter = retryAfter;
        this.until = until;
    }

    public static Refusal of(ErrorCode code) {
        return new Refusal(code, List.of(), null, null);
    }

    public static Refusal of(ErrorCode code, FieldError field) {
        return new Refusal(code, List.of(field), null, null);
    }

    /** One field is wrong, for this reason. */
    public static Refusal invalid(String field, FieldError.Reason reason) {
        return of(ErrorCode.INVALID, new FieldError(field, reason, null));
    }

    /** One field is beyond a limit. */
    public static Refusal invalid(String field, FieldError.Reason reason, int limit) {
        return of(ErrorCode.INVALID, new FieldError(field, reason, limit));
    }

    public static Refusal invalid(List<FieldError> fields) {
        return new Refusal(ErrorCode.INVALID, List.copyOf(fields), null, null);
    }

    /** Not now; the same request may be repeated after the given time. */
    public static Refusal later(ErrorCode code, Duration retryAfter) {
        return new Refusal(code, List.of(), retryAfter, null);
    }

    /** Until a moment that people are told of; {@code null} when nobody knows it yet. */
    public static Refusal until(ErrorCode code, Instant until) {
        return new Refusal(code, List.of(), null, until);
    }

    public ErrorCode code() {
        return code;
    }

    public List<FieldError> fields() {
        return fields;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public Optional<Instant> until() {
        return Optional.ofNullable(until);
    }
}
