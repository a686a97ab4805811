package community.haven.shared;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A part of a longer list.
 *
 * @param items at most as many as were asked for
 * @param next what to send as {@code cursor} for the following part; absent on the last one
 */
public record Page<T>(List<T> items, @JsonInclude(JsonInclude.Include.NON_NULL) String next) {

    /** The most that one request may ask for. */
    public static final int MAX_LIMIT = 100;
}
