package community.haven.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;

import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/** In which ways people can be with somebody who said something. */
public enum SupportKind {
    @JsonProperty("with-you")
    WITH_YOU,
    @JsonProperty("me-too")
    ME_TOO,
    @JsonProperty("thank-you")
    THANK_YOU,
    @JsonProperty("well-done")
    WELL_DONE,
    @JsonProperty("holding-space")
    HOLDING_SPACE;

    /** @throws Refusal {@code invalid} for what is none of them */
    public static SupportKind named(String wire) {
        return Arrays.stream(values()).filter(kind -> kind.wire().equals(wire)).findFirst()
                .orElseThrow(() -> Refusal.invalid("kind", Reason.UNKNOWN_VALUE));
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How a column holds several; {@code null} where there is none. */
    static String joined(List<SupportKind> kinds) {
        return kinds.isEmpty() ? null : kinds.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    static List<SupportKind> split(String column) {
        return column == null ? List.of() : Stream.of(column.split(",")).map(SupportKind::valueOf).toList();
    }
}
