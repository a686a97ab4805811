package community.haven.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import community.haven.shared.ErrorCode;
import community.haven.shared.Jdbc;
import community.haven.shared.Refusal;

/**
 * Whose turn it is with an account. Whoever decides about a person holds their row alone, whoever acts in their name holds it
 * together with others who do; so nothing is done in somebody's name by what was true before a decision that has been answered.
 * Rooms' orders are locked before accounts, accounts before the audit log.
 */
@Singleton
public class AccountLocks {

    private final Jdbc jdbc;

    AccountLocks(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Holds one account to commit, alone.
     *
     * @return the role it has
     * @throws Refusal {@code not-found}
     */
    @Transactional(TxType.MANDATORY)
    public Role alone(UUID account) {
        return jdbc.list("select role from account where id = ? for update wait 5", List.of(account),
                row -> Role.valueOf(row.getString("role"))).stream().findFirst()
                .orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND));
    }

    /**
     * Holds accounts to commit, together with whoever else does.
     *
     * @return those of them that exist, and how they stand by their own decision
     */
    @Transactional(TxType.MANDATORY)
    public Map<UUID, AccountState> together(Collection<UUID> accounts) {
        return jdbc.list("select id, state from account where " + Jdbc.any("id = ?", accounts.size())
                + " order by id lock in share mode wait 5", accounts,
                row -> Map.entry(Jdbc.uuid(row, "id"), AccountState.valueOf(row.getString("state")))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
