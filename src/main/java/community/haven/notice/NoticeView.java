package community.haven.notice;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A notice as its person reads it. Whose decision it was is not in it.
 *
 * @param room where it happened
 * @param about what it is about, as that was called then
 * @param seq the message it is about; absent where it is about none
 * @param title what happened
 * @param next what happens next, and what they can do
 * @param rule absent where nothing was done against them
 * @param ruleTitle the rule in a few words; its id when the guidelines no longer have it
 * @param reason what somebody wrote to them
 * @param until when it ends by itself or begins
 * @param read whether they have seen it, on whatever device
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoticeView(UUID id, NoticeKind kind, Instant at, UUID room, String about, Long seq, String title, String next,
        String rule, String ruleTitle, String reason, Instant until, boolean read) {

    @Override
    public String toString() {
        return "NoticeView[" + id + ", " + kind + "]";
    }
}
