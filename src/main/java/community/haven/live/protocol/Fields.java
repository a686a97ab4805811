package community.haven.live.protocol;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/** Reads one JSON object strictly: nothing is converted, and a field that nobody asked for is an error. */
final class Fields {

    private static final Pattern REF = Pattern.compile("[\\x21-\\x7E]{1,64}");
    /** {@link UUID#fromString} alone also takes shortened groups, which would give one room several names. */
    private static final Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final ObjectNode object;
    private final Set<String> asked = new HashSet<>();

    Fields(ObjectNode object) {
        this.object = object;
    }

    String ref() {
        String ref = text("ref");
        if (!REF.matcher(ref).matches()) {
            throw Refusal.invalid("ref", Reason.NOT_POSSIBLE);
        }
        return ref;
    }

    /** The frame's ref if it has a sound one; an answer is given either way. */
    String refOrNull() {
        JsonNode ref = object.path("ref");
        return ref.isTextual() && REF.matcher(ref.textValue()).matches() ? ref.textValue() : null;
    }

    String text(String name) {
        String text = optionalText(name);
        if (text == null) {
            throw Refusal.invalid(name, Reason.MISSING);
        }
        return text;
    }

    String optionalText(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isTextual()) {
            throw Refusal.invalid(name, Reason.WRONG_TYPE);
        }
        return value == null ? null : value.textValue();
    }

    UUID uuid(String name) {
        String text = text(name);
        if (!UUID_FORM.matcher(text).matches()) {
            throw Refusal.invalid(name, Reason.WRONG_TYPE);
        }
        return UUID.fromString(text);
    }

    long sequence(String name) {
        Long sequence = optionalSequence(name);
        if (sequence == null) {
            throw Refusal.invalid(name, Reason.MISSING);
        }
        return sequence;
    }

    boolean truth(String name) {
        Boolean truth = optionalTruth(name);
        if (truth == null) {
            throw Refusal.invalid(name, Reason.MISSING);
        }
        return truth;
    }

    Long optionalSequence(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw Refusal.invalid(name, Reason.WRONG_TYPE);
        }
        if (value.longValue() < 0) {
            throw Refusal.invalid(name, Reason.TOO_SMALL, 0);
        }
        return value.longValue();
    }

    Boolean optionalTruth(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isBoolean()) {
            throw Refusal.invalid(name, Reason.WRONG_TYPE);
        }
        return value == null ? null : value.booleanValue();
    }

    /** A whole number as Java's own are. */
    Integer optionalNumber(String name) {
        JsonNode value = value(name);
        if (value != null && (!value.isIntegralNumber() || !value.canConvertToInt())) {
            throw Refusal.invalid(name, Reason.WRONG_TYPE);
        }
        return value == null ? null : value.intValue();
    }

    Instant optionalInstant(String name) {
        String text = optionalText(name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(name, Reason.WRONG_TYPE);
        }
    }

    /** The name of a strange field is not repeated: it may hold what a person wrote. */
    void nothingElse() {
        object.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                throw Refusal.invalid("", Reason.UNKNOWN_FIELD);
            }
        });
    }

    private JsonNode value(String name) {
        asked.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }
}
