package community.haven.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import community.haven.shared.Words;

/**
 * What erasing an account means, and whether it has been asked for.
 *
 * @param askedAt absent while nothing has been asked for
 * @param dueAt until then it can be taken back
 * @param messages what shall be seen of their messages
 * @param coolingOffDays how long one may think it over
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ErasureView(Instant askedAt, Instant dueAt, Afterwards messages, long coolingOffDays, Statement statement) {

    private static final Statement STATEMENT = Words.read("erasure.json", Statement.class);

    static ErasureView of(Erasure erasure, Duration coolingOff) {
        return erasure == null ? new ErasureView(null, null, null, coolingOff.toDays(), STATEMENT)
                : new ErasureView(erasure.askedAt, erasure.dueAt, erasure.messages(), coolingOff.toDays(), STATEMENT);
    }

    /** Said once, here, and shown wherever it is needed. */
    record Statement(List<String> goes, List<Kept> stays) {
    }

    record Kept(String what, String why) {
    }
}
