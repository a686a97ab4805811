package community.haven.shared;

import java.time.Instant;
import java.util.List;

import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An RFC 9457 problem detail.
 *
 * @param type {@code urn:haven:problem:} and the code
 * @param title what happened
 * @param status the HTTP status
 * @param detail what to do next
 * @param code the {@link ErrorCode} on the wire
 * @param errors the fields that were wrong; absent when none
 * @param until when it will be possible; absent when nobody knows
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, String code, List<FieldError> errors,
        Instant until) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(Refusal refusal) {
        ErrorCode code = refusal.code();
        return new Problem("urn:haven:problem:" + code.code(), Words.title(code), code.status(), Words.next(refusal),
                code.code(), refusal.fields(), refusal.until().orElse(null));
    }

    static Response response(Refusal refusal) {
        Response.ResponseBuilder response = Response.status(refusal.code().status())
                .type(MEDIA_TYPE)
                .entity(of(refusal));
        // Retry-After counts whole seconds (RFC 9110, 10.2.3): rounded up, so that nobody is sent back too early.
        refusal.retryAfter().ifPresent(wait -> response.header("Retry-After", Math.max(1, wait.plusMillis(999).toSeconds())));
        if (refusal.code() == ErrorCode.NOT_SIGNED_IN) {
            response.header("WWW-Authenticate", "Bearer");
        }
        return response.build();
    }
}
