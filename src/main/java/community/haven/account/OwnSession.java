package community.haven.account;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A session as its owner sees it. Days are enough to recognise it by.
 *
 * @param browser its family; absent together with {@code platform} when it is no browser that Haven knows
 * @param platform the family of its operating system
 * @param firstSeen the day of the sign-in, in UTC
 * @param lastSeen the day it last got a token, in UTC
 * @param current whether it is the session that asks
 */
record OwnSession(UUID id, @JsonInclude(JsonInclude.Include.NON_NULL) String browser,
        @JsonInclude(JsonInclude.Include.NON_NULL) String platform, LocalDate firstSeen, LocalDate lastSeen, boolean current) {

    static OwnSession of(Session session, UUID current) {
        return new OwnSession(session.id, session.browser, session.platform,
                LocalDate.ofInstant(session.createdAt, ZoneOffset.UTC),
                LocalDate.ofInstant(session.rotatedAt, ZoneOffset.UTC), session.id.equals(current));
    }
}
