package community.haven.account;

import java.util.UUID;

/** An account as others may see it. */
record AccountView(UUID id, String handle, Role role) {

    static AccountView of(Account account) {
        return new AccountView(account.id, account.handle, account.role);
    }
}
