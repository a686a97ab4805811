package community.haven.notice;

import java.util.UUID;

/** Fired in the transaction that tells somebody something. */
public record NoticeGiven(UUID account, NoticeView notice) {
}
