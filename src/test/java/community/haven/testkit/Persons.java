package community.haven.testkit;

import java.time.Instant;
import java.util.UUID;

import community.haven.account.AccountState;
import community.haven.account.Person;
import community.haven.account.Role;
import community.haven.account.Standing;

/** People as the database would know them, for tests that go past the doors. */
public final class Persons {

    private Persons() {
    }

    /** Somebody who has just signed in, with all that their role needs, and of whom nothing is to be said. */
    public static Person of(UUID id, String handle, Role role) {
        return new Person(id, handle, role, UUID.randomUUID(), true, AccountState.ACTIVE, Standing.GOOD, Instant.now(),
                Instant.now());
    }
}
