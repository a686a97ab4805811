package community.haven.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Jdbc;
import community.haven.shared.Refusal;
import community.haven.shared.Words;

/** Whom somebody does not wish to see. It changes what they are shown and nothing else, so that nobody can tell. */
@Singleton
public class QuietMutes {

    /** As many people one person can mute; each of their requests carries them all. */
    static final int MAX = 500;

    private final Jdbc jdbc;
    private final Accounts accounts;
    private final Event<QuietMutesChanged> changed;
    private final Clock clock;

    QuietMutes(Jdbc jdbc, Accounts accounts, Event<QuietMutesChanged> changed, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.changed = changed;
        this.clock = clock;
    }

    /** Whom this account has muted. */
    public Set<UUID> of(UUID account) {
        return jdbc.list("select muted_id from quiet_mute where account_id = ?", List.of(account),
                row -> Jdbc.uuid(row, "muted_id")).stream().collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Mutes somebody; once is as good as twice.
     *
     * @throws Refusal {@code not-found} when there is no such account, {@code invalid} for oneself and beyond {@link #MAX}
     */
    @Transactional
    void mute(Person person, UUID other) {
        Set<UUID> muted = of(person.id());
        if (muted.contains(other)) {
            return;
        }
        if (other.equals(person.id())) {
            throw Refusal.invalid("id", Reason.NOT_POSSIBLE);
        }
        if (accounts.allHandles(Set.of(other)).isEmpty()) {
            throw Refusal.of(ErrorCode.NOT_FOUND);
        }
        if (muted.size() >= MAX) {
            throw Refusal.invalid("id", Reason.TOO_MANY, MAX);
        }
        // Ignoring what is there already: another device may have been quicker.
        jdbc.update("insert ignore into quiet_mute (account_id, muted_id, since) values (?, ?, ?)", person.id(), other,
                Instant.now(clock));
        changed.fire(new QuietMutesChanged(person.id()));
    }

    @Transactional
    void end(Person person, UUID other) {
        if (jdbc.update("delete from quiet_mute where account_id = ? and muted_id = ?", person.id(), other) == 1) {
            changed.fire(new QuietMutesChanged(person.id()));
        }
    }

    /** Newest first. */
    List<Muted> list(Person person) {
        List<Muted> rows = jdbc.list(
                "select muted_id, since from quiet_mute where account_id = ? order by since desc, muted_id",
                List.of(person.id()), row -> new Muted(Jdbc.uuid(row, "muted_id"), null, Jdbc.instant(row, "since")));
        Map<UUID, String> handles = accounts.handles(rows.stream().map(Muted::id).toList());
        return rows.stream()
                .map(row -> new Muted(row.id(), handles.getOrDefault(row.id(), Words.notice("somebody")), row.since()))
                .toList();
    }

    /**
     * @param handle as they are called now
     * @param since when it began
     */
    record Muted(UUID id, String handle, Instant since) {
    }
}
