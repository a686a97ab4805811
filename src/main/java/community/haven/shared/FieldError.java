package community.haven.shared;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What is wrong with one field of a request. Never contains what was written in it.
 *
 * @param field name as in the request, dotted for nested ones
 * @param reason why
 * @param limit the bound that was passed, where there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(String field, Reason reason, Integer limit) {

    /** Reasons have sentences of their own in {@code web/app/words/errors.json} under {@code fields}. */
    public enum Reason {
        MISSING,
        TOO_SHORT,
        TOO_LONG,
        TOO_SMALL,
        TOO_LARGE,
        TOO_MANY,
        TOO_SOON,
        TOO_LATE,
        WRONG_TYPE,
        UNKNOWN_FIELD,
        UNKNOWN_VALUE,
        BROKEN_CHARACTERS,
        TOO_MANY_MARKS,
        NO_EMAIL_ADDRESS,
        NOT_POSSIBLE;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @JsonProperty("reason")
    public String reasonCode() {
        return reason.code();
    }

    /** The sentence for a person. */
    @JsonProperty("message")
    public String message() {
        return Words.fieldError(this);
    }
}
