package community.haven.shared;

import java.util.List;
import java.util.stream.StreamSupport;

import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;

/** Every error leaves Haven as a {@link Problem}, whoever threw it. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response refusal(Refusal refusal) {
        return Problem.response(refusal);
    }

    @ServerExceptionMapper({ UnauthorizedException.class, AuthenticationFailedException.class })
    Response notSignedIn(SecurityException e) {
        return Problem.response(e.getCause() instanceof Refusal reason ? reason : Refusal.of(ErrorCode.NOT_SIGNED_IN));
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return Problem.response(Refusal.of(ErrorCode.NOT_ALLOWED));
    }

    @ServerExceptionMapper
    Response changedMeanwhile(OptimisticLockException e) {
        return Problem.response(Refusal.of(ErrorCode.CHANGED_MEANWHILE));
    }

    @ServerExceptionMapper(priority = 1)
    Response invalid(ConstraintViolationException e) {
        return Problem.response(Refusal.invalid(e.getConstraintViolations().stream().map(ProblemMappers::field).toList()));
    }

    @ServerExceptionMapper(priority = 1)
    Response unreadable(JsonMappingException e) {
        return Problem.response(jsonRefusal(e));
    }

    /** Quarkus answers these by itself, and quotes what was sent, unless a mapper names the class. */
    @ServerExceptionMapper(priority = 1)
    Response unfitting(MismatchedInputException e) {
        return Problem.response(jsonRefusal(e));
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return Problem.response(jsonRefusal(json));
        }
        int status = e.getResponse().getStatus();
        return status < 400 ? e.getResponse() : Problem.response(Refusal.of(codeOf(status)));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e) {
        if (Trouble.passes(e)) {
            LOG.warnf("The database did not answer: %s", e.getClass().getName());
            return Problem.response(Refusal.later(ErrorCode.UNAVAILABLE, Trouble.PAUSE));
        }
        // Only the place is logged: messages of drivers and parsers can quote what a person wrote.
        LOG.errorf("Unexpected %s at %s", e.getClass().getName(), List.of(e.getStackTrace()).stream().limit(12).toList());
        return Problem.response(Refusal.of(ErrorCode.INTERNAL));
    }

    private static ErrorCode codeOf(int status) {
        return switch (status) {
            case 401 -> ErrorCode.NOT_SIGNED_IN;
            case 403 -> ErrorCode.NOT_ALLOWED;
            case 404 -> ErrorCode.NOT_FOUND;
            case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
            case 406 -> ErrorCode.NOT_ACCEPTABLE;
            case 413 -> ErrorCode.TOO_LARGE;
            case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> ErrorCode.UNAVAILABLE;
            default -> status < 500 ? ErrorCode.MALFORMED : ErrorCode.INTERNAL;
        };
    }

    /** Turns what Jackson found wrong into a refusal that names the field and quotes nothing. */
    public static Refusal jsonRefusal(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return Refusal.of(ErrorCode.MALFORMED);
        }
        String field = String.join(".", mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()).toList());
        return e instanceof UnrecognizedPropertyException
                ? Refusal.invalid("", FieldError.Reason.UNKNOWN_FIELD)
                : Refusal.invalid(field, FieldError.Reason.WRONG_TYPE);
    }

    private static FieldError field(ConstraintViolation<?> violation) {
        var annotation = violation.getConstraintDescriptor().getAnnotation();
        String name = fieldName(violation.getPropertyPath());
        if (annotation instanceof Size size) {
            boolean tooLong = lengthOf(violation.getInvalidValue()) > size.max();
            return tooLong ? new FieldError(name, FieldError.Reason.TOO_LONG, size.max())
                    : new FieldError(name, FieldError.Reason.TOO_SHORT, size.min());
        }
        if (annotation instanceof Max max) {
            return new FieldError(name, FieldError.Reason.TOO_LARGE, (int) max.value());
        }
        if (annotation instanceof Min min) {
            return new FieldError(name, FieldError.Reason.TOO_SMALL, (int) min.value());
        }
        return new FieldError(name, FieldError.Reason.MISSING, null);
    }

    private static int lengthOf(Object value) {
        return value instanceof CharSequence text ? text.length()
                : value instanceof java.util.Collection<?> items ? items.size() : 0;
    }

    /** Drops the method and parameter that Bean Validation puts in front of the request's own fields. */
    private static String fieldName(Path path) {
        List<String> names = StreamSupport.stream(path.spliterator(), false).map(Path.Node::toString).toList();
        return String.join(".",
                names.size() > 2 ? names.subList(2, names.size()) : names.subList(names.size() - 1, names.size()));
    }
}
