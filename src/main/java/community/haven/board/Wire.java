package community.haven.board;

import java.util.Locale;

import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;

/** Names of values as clients and data files write them, such as {@code not-enough}. */
final class Wire {

    private Wire() {
    }

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @throws Refusal {@code invalid}, naming the field, when there is no such value
     */
    static <E extends Enum<E>> E parse(String field, Class<E> type, String name) {
        if (name == null || name.isBlank()) {
            throw Refusal.invalid(field, Reason.MISSING);
        }
        for (E value : type.getEnumConstants()) {
            if (name(value).equals(name)) {
                return value;
            }
        }
        throw Refusal.invalid(field, Reason.UNKNOWN_VALUE);
    }
}
