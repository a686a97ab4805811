package community.haven.standing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import community.haven.account.AccountLocks;
import community.haven.account.Guard;
import community.haven.account.LoginGate;
import community.haven.account.Standing;
import community.haven.shared.Jdbc;
import community.haven.shared.Refusal;

/**
 * How people stand at this moment. Asked with every request and for every group of messages, so it is one question of plain SQL
 * whatever the number of people. Timed measures end by being compared with the clock: no job has to run for that.
 */
@Singleton
public class Standings implements LoginGate {

    private final Jdbc jdbc;
    private final AccountLocks locks;
    private final Clock clock;

    Standings(Jdbc jdbc, AccountLocks locks, Clock clock) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.clock = clock;
    }

    @Override
    public Standing standingOf(UUID account) {
        return of(Set.of(account)).getOrDefault(account, Standing.GOOD);
    }

    /** How each of these people stands; those whom no measure is about may be left out. */
    public Map<UUID, Standing> of(Collection<UUID> accounts) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        Instant now = clock.instant();
        Map<UUID, List<Terms>> measures = jdbc.list("""
                select account_id, kind, made_at, ends_at, meanwhile_until, seconded_at from measure
                where lifted_at is null and kind <> 'WORD' and (""" + Jdbc.any("account_id = ?", accounts.size()) + ")",
                accounts, row -> Map.entry(Jdbc.uuid(row, "account_id"), terms(row))).stream()
                .collect(
                        Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return measures.entrySet().stream().collect(
                Collectors.toMap(Map.Entry::getKey, person -> StandingPolicy.strictest(person.getValue(), now)));
    }

    /**
     * Whether somebody may write what others see, until the commit of what they write: a measure waits for it, or is waited
     * for.
     *
     * @throws Refusal as {@link Guard#checkHeard}
     */
    @Transactional(TxType.MANDATORY)
    public void checkHeard(UUID account) {
        locks.together(Set.of(account));
        Guard.checkHeard(standingOf(account));
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(MeasureKind.valueOf(row.getString("kind")), Jdbc.instant(row, "made_at"), Jdbc.instant(row, "ends_at"),
                Jdbc.instant(row, "meanwhile_until"), Jdbc.instant(row, "seconded_at"), null);
    }
}
