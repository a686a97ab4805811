package community.haven.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import com.fasterxml.jackson.annotation.JsonInclude;

import community.haven.account.Act;
import community.haven.account.Guard;
import community.haven.account.Person;
import community.haven.account.TimeCursor;
import community.haven.guidelines.Guidelines;
import community.haven.guidelines.Rule;
import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;
import community.haven.shared.Words;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** What people are told, each for themselves. */
@ApplicationScoped
public class Notices {

    private final NoticeRows rows;
    private final Guard guard;
    private final Guidelines guidelines;
    private final NoticeConfig config;
    private final Event<Object> events;
    private final Clock clock;

    Notices(NoticeRows rows, Guard guard, Guidelines guidelines, NoticeConfig config, Event<Object> events, Clock clock) {
        this.rows = rows;
        this.guard = guard;
        this.guidelines = guidelines;
        this.config = config;
        this.events = events;
        this.clock = clock;
    }

    /** Tells somebody something, together with what it is about: both are committed or neither. */
    @Transactional(TxType.MANDATORY)
    public void tell(UUID account, News news) {
        UUID id = UUID.randomUUID();
        Instant at = clock.instant();
        rows.add(id, account, news, at);
        events.fire(new NoticeGiven(account, view(new NoticeRows.Row(id, at, news, false))));
    }

    /** The same, unless they have an unread one of this kind about this room: for what happens again and again. */
    @Transactional(TxType.MANDATORY)
    public void tellOnce(UUID account, News news) {
        if (!rows.hasUnread(account, news.kind(), news.room())) {
            tell(account, news);
        }
    }

    /** The newest first. */
    @Transactional
    Own list(Person person, String cursor, int limit) {
        TimeCursor from = TimeCursor.decode(cursor, TimeCursor.END);
        List<NoticeRows.Row> found = rows.before(person.id(), from.at(), from.id(), limit + 1);
        List<NoticeRows.Row> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? TimeCursor.encode(page.get(limit - 1).at(), page.get(limit - 1).id()) : null;
        return new Own(page.stream().map(this::view).toList(), rows.unread(person.id()), next);
    }

    /** Notices up to this moment have been seen; again changes nothing. */
    @Transactional
    void markRead(Person person, Instant upTo) {
        guard.allow(person, Act.KEEP_NOTICES);
        if (rows.markRead(person.id(), upTo, clock.instant()) > 0) {
            events.fire(new NoticesRead(person.id()));
        }
    }

    /** @throws Refusal {@code not-found}, also where it is somebody else's */
    @Transactional
    void delete(Person person, UUID id) {
        guard.allow(person, Act.KEEP_NOTICES);
        if (rows.delete(person.id(), id) == 0) {
            throw Refusal.of(ErrorCode.NOT_FOUND);
        }
        events.fire(new NoticesRead(person.id()));
    }

    @Scheduled(identity = "old-notices", every = "${haven.notice.clean-every}", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void forgetOld() {
        rows.deleteBefore(clock.instant().minus(config.kept()));
    }

    private NoticeView view(NoticeRows.Row row) {
        News news = row.news();
        String rule = news.rule();
        return new NoticeView(row.id(), news.kind(), row.at(), news.room(), news.about(), news.seq(),
                Words.noticeTitle(news.kind().code()).replace("{about}", news.about()), Words.noticeNext(news.kind().code()),
                rule, rule == null ? null : guidelines.rule(rule).map(Rule::title).orElse(rule), news.reason(), news.until(),
                row.read());
    }

    /**
     * @param unread how many of all of them have not been seen
     * @param next what to send as {@code cursor} for the following part; absent on the last one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Own(List<NoticeView> items, int unread, String next) {
    }
}
