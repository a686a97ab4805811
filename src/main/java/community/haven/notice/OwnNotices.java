package community.haven.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import community.haven.account.PersonalData;

/** What one was told. It goes with the account. */
@Singleton
class OwnNotices implements PersonalData {

    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private final NoticeRows rows;

    OwnNotices(NoticeRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Part> partsOf(UUID account) {
        return List.of(Part.<NoticeRows.Row> paged("notices", rows.count(account),
                last -> last == null ? rows.before(account, END, new UUID(0, 0), PAGE)
                        : rows.before(account, last.at(), last.id(), PAGE),
                row -> PersonalData.item("kind", row.news().kind().code(), "at", row.at(), "about", row.news().about(),
                        "rule", row.news().rule(), "reason", row.news().reason(), "until", row.news().until())));
    }
}
